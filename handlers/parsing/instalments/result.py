"""What a schedule is: payments in order."""

from dataclasses import dataclass
from datetime import date

from models.money import Money


@dataclass(frozen=True, slots=True)
class Instalment:
    due: date
    amount: Money


@dataclass(frozen=True, slots=True)
class Terms:
    """What the schedule divides: `premium` over `term_months` from `start`."""

    premium: Money
    start: date
    term_months: int


class Unclear(Exception):  # noqa: N818 - a doubt on its way to an Ask
    """`why` is the code of the Ask."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
