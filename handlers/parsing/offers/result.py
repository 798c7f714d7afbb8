"""What a line of offers says, field by field; None for what was not said."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from handlers.parsing.result import Ask
from models.money import Money


@dataclass(frozen=True, slots=True)
class NoDeductible:
    """Said to be none, which is not the same as not said."""


@dataclass(frozen=True, slots=True)
class Percent:
    """Per cent of the sum insured or of the loss."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Split:
    """`shares` in per cent, as many as `count`, only where said."""

    count: int
    shares: tuple[Decimal, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """How long the policy runs: months or days, the other is zero."""

    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class OfferLine:
    """`insurer` is a code; `commission` in per cent; `source` the lines as typed; `unknown` their words left over."""

    insurer: str | Ask | None = None
    premium: Money | Ask | None = None
    deductible: NoDeductible | Money | Percent | Ask | None = None
    commission: Decimal | Ask | None = None
    sum_insured: Money | Ask | None = None
    instalments: Split | Ask | None = None
    term: Term | Ask | None = None
    programme: str | Ask | None = None
    valid_until: date | Ask | None = None
    source: str = ""
    unknown: list[str] = field(default_factory=list)
