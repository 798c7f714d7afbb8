"""A message cut into tokens, with what each means and which field has taken it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from handlers.parsing.leads.roles import Meaning, Role

Span = tuple[int, int]


class Token(NamedTuple):
    """`kind` is word, number, phone, broken-phone, email, address, vin, broken-vin, plate, tax, line or mark.

    `start` and `end` stand in the typed text; `value` is the number as it is kept.
    """

    kind: str
    text: str
    plain: str
    start: int
    end: int
    value: str = ""

    @property
    def is_capital(self) -> bool:
        return self.text[:1].isupper()


@dataclass(slots=True)
class Sheet:
    """`spans` are the phrases that the tokens belong to, with their `meanings`; `owners` name the fields, "" is free.

    A token of the field «note» stays there whatever it means; one of «dropped» tells nothing.
    """

    typed: str
    region: str
    tokens: list[Token]
    meanings: list[Meaning | None]
    spans: list[Span]
    owners: list[str]

    def role(self, at: int) -> Role | None:
        meaning = self.meanings[at] if 0 <= at < len(self.tokens) else None
        return meaning.role if meaning else None

    def kind(self, at: int) -> str:
        return self.tokens[at].kind if 0 <= at < len(self.tokens) else "line"

    def plain(self, at: int) -> str:
        return self.tokens[at].plain if 0 <= at < len(self.tokens) else ""

    def is_free(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and not self.owners[at]

    def take(self, start: int, end: int, owner: str) -> str:
        """The text as typed, now of that field."""
        for at in range(start, end):
            self.owners[at] = owner
        return self.text(start, end)

    def free(self, start: int, end: int) -> None:
        for at in range(start, end):
            self.owners[at] = ""

    def text(self, start: int, end: int) -> str:
        return self.typed[self.tokens[start].start : self.tokens[end - 1].end]

    def phrases(self, *roles: Role) -> Iterator[tuple[int, int, str]]:
        """Start, end and value of the free phrases of these roles."""
        for at, meaning in enumerate(self.meanings):
            start, end = self.spans[at]
            if meaning is not None and meaning.role in roles and start == at and not self.owners[at]:
                yield start, end, meaning.value

    def has(self, *roles: Role) -> bool:
        return any(meaning is not None and meaning.role in roles for meaning in self.meanings)

    def are_glued(self, at: int) -> bool:
        """Whether nothing stands between this token and the next."""
        return at >= 0 and at + 1 < len(self.tokens) and self.tokens[at].end == self.tokens[at + 1].start
