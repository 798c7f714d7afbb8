"""What the words and numbers of a line say, before numbers are given to their labels."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from handlers.parsing.offers.amounts import Amount
from handlers.parsing.offers.result import NoDeductible, Percent, Split, Term
from handlers.parsing.offers.words import Role
from handlers.parsing.result import Ask
from models.money import Money


class Label(NamedTuple):
    """A word that a number belongs to."""

    role: Role


@dataclass(frozen=True, slots=True)
class Every:
    """The policy is paid every so many months."""

    months: int


Value = Money | Decimal | NoDeductible | Percent | Split | Term | Every | date | str | Ask


class Said(NamedTuple):
    """A field that needs no number of its own: «без франшизы», «50/50», «на год»."""

    field: str
    value: Value


class Gap(NamedTuple):
    """A comma or a bracket parts a number from the label on its other side; a dash does so weakly."""

    is_weak: bool = False


class Word(NamedTuple):
    """Nothing known."""

    text: str


Item = Label | Said | Gap | Word | Amount
