"""Money as integer minor units with its ISO 4217 currency."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Currency(StrEnum):
    RUB = "RUB"
    UAH = "UAH"
    EUR = "EUR"
    USD = "USD"


class CurrencyMismatch(ValueError):  # noqa: N818 - reads as the fact it names
    """Two amounts of different currencies were added, subtracted or compared."""


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """`amount` counts minor units (kopecks, cents); all four currencies have 100 of them."""

    amount: int
    currency: Currency

    @classmethod
    def of(cls, major: Decimal | int | str, currency: Currency) -> "Money":
        """From major units; more than two decimals is a ValueError, never rounded silently."""
        minor = Decimal(major) * 100
        if minor != minor.to_integral_value():
            raise ValueError(f"{major} has more than two decimals")
        return cls(int(minor), currency)

    @property
    def major(self) -> Decimal:
        return Decimal(self.amount) / 100

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount + other.amount, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.amount - other.amount, self.currency)

    def __lt__(self, other: "Money") -> bool:
        self._same_currency(other)
        return self.amount < other.amount

    def __le__(self, other: "Money") -> bool:
        self._same_currency(other)
        return self.amount <= other.amount

    def __neg__(self) -> "Money":
        return Money(-self.amount, self.currency)

    def _same_currency(self, other: "Money") -> None:
        if self.currency is not other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")
