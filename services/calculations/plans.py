"""How a premium is paid: in how many parts, which shares, how far apart."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self

from models.money import Money
from services.money.rates import WHOLE
from services.money.schedule import split, split_equally


@dataclass(frozen=True, slots=True)
class PaymentPlan:
    """`shares` in hundredths of a per cent, as many as `count`, only where they differ.

    Without `every_months` the parts lie evenly over the term.
    """

    count: int = 1
    shares: tuple[int, ...] = ()
    every_months: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {"count": self.count, "shares": list(self.shares), "every_months": self.every_months}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        return cls(data["count"], tuple(data["shares"]), data["every_months"])

    def parts_of(self, premium: Money) -> list[Money]:
        """Raises CannotSplit."""
        if not self.shares:
            return split_equally(premium, self.count)
        return split(premium, [Fraction(share, WHOLE) for share in self.shares])


AT_ONCE = PaymentPlan()
