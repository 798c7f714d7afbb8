"""What was given up: an event's work at a consumer, an update of Telegram's, a reminder that could not be told."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from services.errors import NotFound

_REF = re.compile(r"([dur])(\d{1,16})", re.ASCII)


class LetterKind(StrEnum):
    """As a reference to one begins."""

    WORK = "d"
    UPDATE = "u"
    REMINDER = "r"


REMINDERS = "reminders"
"""Stands where a consumer does: no event is behind a reminder."""


@dataclass(frozen=True, slots=True)
class LetterRef:
    """Reads "d12", "u7" or "r3": on buttons and in the terminal."""

    kind: LetterKind
    id: int

    def __str__(self) -> str:
        return f"{self.kind}{self.id}"

    @classmethod
    def parse(cls, typed: str) -> Self:
        """Raises NotFound for what no reference looks like."""
        found = _REF.fullmatch(typed)
        if found is None:
            raise NotFound
        return cls(LetterKind(found[1]), int(found[2]))


class LetterState(StrEnum):
    """`again`: it was put back and waits for its turn. `done`: a later try has succeeded."""

    DEAD = "dead"
    DROPPED = "dropped"
    AGAIN = "again"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RuleBehind:
    """The rule whose doing it was, and what about."""

    id: int
    name: str | None
    template: str
    about: tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """Work has a consumer, an event and what that was about; an update has an incident and mostly a person.

    A reminder has what it was about, and the person who should have heard it.
    """

    ref: LetterRef
    state: LetterState
    reason: str
    attempts: int
    died_at: datetime | None
    consumer: str | None = None
    event_name: str | None = None
    about: tuple[str, int] | None = None
    rule: RuleBehind | None = None
    incident: str | None = None
    person: str | None = None

    @property
    def id(self) -> int:
        return self.ref.id


@dataclass(frozen=True, slots=True)
class Group:
    """Letters of one consumer, all updates or all reminders; `newest` stands for them on buttons."""

    consumer: str | None
    count: int
    newest: LetterRef
