"""Which of the people offered is meant."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Named(Protocol):
    @property
    def name(self) -> str: ...


Person = TypeVar("Person", bound=Named)


def named(people: Sequence[Person], typed: str) -> Person | None:
    """By a part of the name; None when it fits nobody or several."""
    found = [person for person in people if typed.strip().casefold() in person.name.casefold()]
    return found[0] if len(found) == 1 else None
