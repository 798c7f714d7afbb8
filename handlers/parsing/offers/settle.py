"""Amounts and words of one offer made into its fields; what is not certain is asked.

* A premium of two or three figures without a unit is asked; two amounts are asked.
* «фр 15» in roubles is 15 000; in other currencies, and with one or three figures, its unit is asked.
* A per cent without a label is a commission from ten upwards, a deductible up to two beside a commission, else asked.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeVar

from handlers.parsing.numbers import read_number
from handlers.parsing.offers.amounts import Amount
from handlers.parsing.offers.assign import Assigned, assign
from handlers.parsing.offers.items import Every, Item, Label, Said, Value, Word
from handlers.parsing.offers.result import NoDeductible, Percent, Split, Term
from handlers.parsing.offers.words import Role
from handlers.parsing.result import Ask
from models.money import Currency, Money

T = TypeVar("T")

_LEAST_PREMIUM = 1_000_00
_LEAST_SUM = 10_000_00
_LEAST_DEDUCTIBLE = 1_000_00
_LARGEST_DEDUCTIBLE = 3_000_000_00
_LEAST_COMMISSION = 10
_SURELY_DEDUCTIBLE = 2
_THOUSAND = 1_000
_TWO = Ask("two-amounts")
_SOME_DEDUCTIBLE = Label(Role.DEDUCTIBLE)
_UNITLESS = frozenset({"no-unit", "unclear"})


@dataclass(slots=True)
class Fields:
    """`values` by the names of OfferLine; `unknown` are the words left over."""

    values: dict[str, Value] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)


def settle(items: Sequence[Item], currency: Currency, *, has_insurer: bool) -> Fields:
    assigned = assign(items, has_insurer=has_insurer)
    values: dict[str, Value] = {}
    _settle_said(items, values)
    _settle_labelled(assigned, Role.DEDUCTIBLE, "deductible", lambda amount: _deductible(amount, currency), values)
    _settle_labelled(assigned, Role.COMMISSION, "commission", _commission, values)
    _settle_labelled(assigned, Role.SUM_INSURED, "sum_insured", _sum_insured, values)
    if _SOME_DEDUCTIBLE in items:
        values.setdefault("deductible", Ask("deductible-unit"))
    _settle_percents(assigned, values)
    _settle_premium(assigned, values)
    _doubt_exchanged(assigned, values, has_insurer=has_insurer)
    _doubt_large_deductible(values)
    doubt_deductible(values)
    unknown = [item.text for item in items if isinstance(item, Word)]
    unknown += [amount.literal for role, amount in assigned.labelled if role in {Role.OTHER, Role.DISCOUNT}]
    return Fields(values, unknown)


def _settle_said(items: Sequence[Item], values: dict[str, Value]) -> None:
    said = [item for item in items if isinstance(item, Said)]
    if not said:
        return
    for name in ("deductible", "commission", "term"):
        found = _distinct(item.value for item in said if item.field == name)
        if found:
            values[name] = found[0] if len(found) == 1 else Ask("choice")
    days = _distinct(item.value for item in said if item.field == "valid_until")
    if days:
        values["valid_until"] = days[0] if len(days) == 1 else Ask("two-days")
    programmes = [str(item.value) for item in said if item.field == "programme"]
    if programmes:
        values["programme"] = " ".join(dict.fromkeys(programmes))
    if instalments := _instalments([item.value for item in said if item.field == "instalments"], values.get("term")):
        values["instalments"] = instalments


def _distinct(values: Iterable[T]) -> list[T]:
    found: list[T] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found


def _instalments(said: Sequence[Value], term: Value | None) -> Split | Ask | None:
    """A bare «рассрочка» adds nothing to a count; a period fills the term, a year unless said."""
    counted = [_filled(value, term) if isinstance(value, Every) else value for value in said]
    clear = [value for value in counted if value != Ask("instalments-count")]
    shared = [value for value in clear if isinstance(value, Split) and value.shares]
    if shared:
        clear = [value for value in clear if not (isinstance(value, Split) and value == Split(shared[0].count))]
    found = _distinct(clear or counted)
    if len(found) > 1:
        return Ask("choice")
    return found[0] if found and isinstance(found[0], Split | Ask) else None


def _filled(every: Every, term: Value | None) -> Split | Ask:
    months = term.months if isinstance(term, Term) else 12
    return Split(months // every.months) if months and months % every.months == 0 else Ask("instalments-count")


def _settle_labelled(
    assigned: Assigned, role: Role, name: str, read: Callable[[Amount], Value], values: dict[str, Value]
) -> None:
    for label, amount in assigned.labelled:
        if label is role:
            value = read(amount)
            values[name] = value if values.get(name, value) == value else _TWO


def _deductible(amount: Amount, currency: Currency) -> Value:
    if amount.percent is not None:
        return _deductible_percent(amount.percent)
    money = amount.money
    if isinstance(money, Ask):
        if money.why == "zero":
            return NoDeductible()
        return Ask("deductible-unit") if money.why in _UNITLESS else money
    if money is None or not amount.bare or money.amount >= _LEAST_DEDUCTIBLE:
        return money or Ask("unclear")
    if currency is Currency.RUB and amount.digits in {1, 2} and int(amount.literal) >= 5:
        return Money(money.amount * 1_000, money.currency)
    if currency in {Currency.EUR, Currency.USD} and amount.digits == 3:
        return money
    return Ask("deductible-unit")


def _deductible_percent(percent: Decimal | Ask) -> Value:
    if isinstance(percent, Ask):
        return percent
    if percent == 0:
        return NoDeductible()
    return Percent(percent) if percent <= 100 else Ask("percent-too-high")


def _commission(amount: Amount) -> Value:
    value = amount.percent
    if value is None:
        if not amount.bare or (isinstance(amount.money, Ask) and amount.money.why not in {"no-unit", "zero"}):
            return amount.money if isinstance(amount.money, Ask) else Ask("commission-not-percent")
        value = read_number(amount.literal)
    if isinstance(value, Ask):
        return value
    if value is None:
        return Ask("broken-number")
    return value if value <= 100 else Ask("percent-too-high")


def _sum_insured(amount: Amount) -> Value:
    money = amount.money
    if isinstance(money, Money):
        return Ask("sum-unit") if amount.bare and money.amount < _LEAST_SUM else money
    return Ask("sum-unit") if money is None or money.why in _UNITLESS else money


def _settle_percents(assigned: Assigned, values: dict[str, Value]) -> None:
    """Per cents that no label has taken."""
    instalments = values.get("instalments")
    left = [
        amount.percent for amount in assigned.left if amount.percent is not None and not _is_share(amount, instalments)
    ]
    large = [value for value in left if isinstance(value, Ask) or value >= _LEAST_COMMISSION]
    if large:
        percent = large[0] if isinstance(large[0], Ask) or large[0] <= 100 else Ask("percent-too-high")
        values["commission"] = percent if len(large) == 1 and "commission" not in values else _TWO
    small = [value for value in left if not isinstance(value, Ask) and value < _LEAST_COMMISSION]
    if len(small) == 1 and "deductible" not in values and small[0] <= _SURELY_DEDUCTIBLE and "commission" in values:
        values["deductible"] = _deductible_percent(small[0])
    elif small:
        values.setdefault("commission", Ask("which-percent"))
        if isinstance(values.get("deductible"), Percent | None):
            values["deductible"] = Ask("which-percent")


def _is_share(amount: Amount, instalments: Value | None) -> bool:
    """«2 платежа по 50 %»."""
    return (
        isinstance(instalments, Split) and isinstance(amount.each, Decimal) and amount.each * instalments.count == 100
    )


def _without_parts(candidates: list[Amount], instalments: Value | None) -> list[Amount]:
    """«48200, 2 платежа по 24100»: parts that make up the premium say nothing new."""
    if len(candidates) != 2 or not isinstance(instalments, Split):
        return candidates
    whole, part = candidates
    if isinstance(whole.money, Money) and isinstance(part.each, Money) and part.each.currency is whole.money.currency:
        return [whole] if part.each.amount * instalments.count == whole.money.amount else candidates
    return candidates


def _settle_premium(assigned: Assigned, values: dict[str, Value]) -> None:
    labelled = [amount for role, amount in assigned.labelled if role is Role.PREMIUM]
    candidates = [*labelled, *(amount for amount in assigned.left if amount.percent is None)]
    candidates = _without_parts(candidates, values.get("instalments"))
    parts = [amount for role, amount in assigned.labelled if role in {Role.PART, Role.DISCOUNT} and amount.money]
    if len(candidates) > 1 or (candidates and any(part.digits != 1 for part in parts)):
        values["premium"] = _TWO
    elif candidates:
        values["premium"] = _premium(candidates[0])
    elif parts:
        values["premium"] = Ask("part-of-premium")


def _premium(amount: Amount) -> Value:
    money = amount.money
    if isinstance(money, Money):
        return _thousands_or_not(amount) if amount.bare and money.amount < _LEAST_PREMIUM else money
    if money is None:
        return Ask("percent")
    return _thousands_or_not(amount) if money.why in _UNITLESS else money


def _thousands_or_not(amount: Amount) -> Ask:
    number = read_number(amount.literal)
    if number is None or number >= _THOUSAND:
        return Ask("broken-number")
    return Ask("premium-unit", {"thousands": f"{number * _THOUSAND:,.0f}".replace(",", " ")})


def _doubt_exchanged(assigned: Assigned, values: dict[str, Value], *, has_insurer: bool) -> None:
    """What may have changed places: «12000 фр 15000», «Ингос 48200 фр», a premium above the sum insured."""
    deductibles = [amount for role, amount in assigned.labelled if role is Role.DEDUCTIBLE]
    if has_insurer and "premium" not in values and any(amount in assigned.taken_back for amount in deductibles):
        values["deductible"] = _TWO
    if assigned.doubtful:
        values["premium"] = values["deductible"] = _TWO
    if _is_below_premium(values.get("sum_insured"), values.get("premium")):
        values["premium"] = values["sum_insured"] = _TWO


def _is_below_premium(insured: Value | None, premium: Value | None) -> bool:
    if not isinstance(insured, Money) or not isinstance(premium, Money):
        return False
    return insured.currency is premium.currency and insured <= premium


def doubt_deductible(values: dict[str, Value]) -> None:
    """One that is not below the premium: the two may have changed places."""
    deductible, premium = values.get("deductible"), values.get("premium")
    if not isinstance(deductible, Money) or not isinstance(premium, Money):
        return
    if deductible.currency is premium.currency and deductible >= premium:
        values["premium"] = values["deductible"] = _TWO


def _doubt_large_deductible(values: dict[str, Value]) -> None:
    """A deductible above the premium and above three millions is more easily two numbers run together."""
    deductible, premium = values.get("deductible"), values.get("premium")
    if not isinstance(deductible, Money) or deductible.amount <= _LEAST_DEDUCTIBLE * 1_000:
        return
    if not isinstance(premium, Money) or deductible.amount > _LARGEST_DEDUCTIBLE:
        values["deductible"] = Ask("unlikely", {"amount": str(deductible.major)})
