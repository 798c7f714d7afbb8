"""What a schedule is: payments in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from handlers.parsing.result import Ask
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
    """Of the Ask's code and what its message shows."""

    def __init__(self, why: str, params: Mapping[str, int | str] | None = None) -> None:
        super().__init__(why)
        self.ask = Ask(why, params or {})
