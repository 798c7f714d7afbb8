"""What the words of a schedule come to, before they are put together."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from handlers.parsing.instalments.words import Interval, Share, Turn
from models.money import Money


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with no unit: an amount, per cents or a count, as the rest of the line shows."""

    number: Decimal


@dataclass(frozen=True, slots=True)
class Count:
    """So many payments."""

    number: int


@dataclass(frozen=True, slots=True)
class Span:
    """«на полгода»: how long the payments go on."""

    months: int
    days: int = 0


@dataclass(frozen=True, slots=True)
class After:
    """So long after the start, or after the payment before."""

    months: int = 0
    days: int = 0
    from_last: bool = False


@dataclass(frozen=True, slots=True)
class OnDay:
    """A day as typed; `is_base` when the payments begin with it."""

    typed: str
    is_base: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    why: str


class Mark(Enum):
    REST = auto()
    EACH = auto()
    EQUAL = auto()
    SINGLE = auto()
    WHOLE = auto()
    NEXT = auto()  # what follows belongs to another payment
    CHAIN = auto()  # «60/40»
    BASE = auto()  # «с», «начиная с»


When = After | OnDay
Value = Money | Share | Figure
Item = Value | Count | Span | When | Interval | Turn | Refusal | Mark
Found = tuple[tuple[Item, ...], int]
"""What stands at a place, and where to go on."""
