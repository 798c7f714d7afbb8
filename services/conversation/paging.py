"""Keyset pages: a page knows whether there is a next one, nobody counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, Self, TypeVar


class HasId(Protocol):
    @property
    def id(self) -> int: ...


T_co = TypeVar("T_co", bound=HasId, covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """`next_before` is the cursor of the following page, None on the last."""

    lines: Sequence[T_co]
    next_before: int | None

    @classmethod
    def of(cls, lines: Sequence[T_co], size: int) -> Self:
        """From one line more than a page holds."""
        shown = lines[:size]
        return cls(shown, shown[-1].id if len(lines) > size else None)
