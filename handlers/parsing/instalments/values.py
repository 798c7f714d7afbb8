"""What the values said really are: totals and repeats dropped, figures made amounts or shares."""

from collections.abc import Sequence
from fractions import Fraction

from handlers.parsing.instalments.items import After, Figure
from handlers.parsing.instalments.result import Terms, Unclear
from handlers.parsing.instalments.slots import Slot
from handlers.parsing.instalments.words import Share
from models.money import Money

_MOST_BARE = 36


def settle_values(said: list[Slot], terms: Terms) -> list[Slot]:
    """Slots whose values are amounts and shares alone. Raises Unclear where a figure may be either."""
    slots = _without_restated(_without_total(_with_lone_count(_with_listed(said)), terms), terms)
    _drop_repeats(slots, terms)
    _settle_figures(slots, terms)
    return slots


def _with_listed(slots: list[Slot]) -> list[Slot]:
    """«3 платежа 20000, 15000, 13000»: the count is of them all, not of the first."""
    valued = [slot for slot in slots if slot.has_part]
    if len(valued) > 1 and not valued[0].is_each and valued[0].count == len(valued):
        valued[0].count = None
    return slots


def _with_lone_count(slots: list[Slot]) -> list[Slot]:
    """«4», «3 поквартально»: the only number is how many."""
    valued = [slot for slot in slots if slot.has_part]
    if len(valued) != 1 or any(slot.count for slot in slots):
        return slots
    value = valued[0].value
    is_now = After() in valued[0].whens
    if not isinstance(value, Figure) or is_now or valued[0].is_each or valued[0].is_rest:
        return slots
    if value.number != int(value.number) or not 2 <= value.number <= _MOST_BARE:
        return slots
    valued[0].value, valued[0].count = None, int(value.number)
    return slots


def _without_total(slots: list[Slot], terms: Terms) -> list[Slot]:
    """«48200: 50/50» says the premium again."""
    kept = []
    for slot in slots:
        is_total = slot.value == terms.premium and not slot.is_each
        says_more = slot.count or slot.interval or slot.is_equal or slot.is_rest
        if is_total and says_more and slot.count != 1:
            slot.value = None
        elif is_total and not slot.whens and any(other.has_part or other.count for other in slots if other is not slot):
            continue
        kept.append(slot)
    return kept


def _without_restated(slots: list[Slot], terms: Terms) -> list[Slot]:
    """«50% (24000) сразу»: the amount only says the per cents again."""
    kept: list[Slot] = []
    for slot in slots:
        last = kept[-1] if kept else Slot()
        is_pair = {type(last.value), type(slot.value)} == {Share, Money}
        if is_pair and not last.whens and minor_of(last.value, terms) == minor_of(slot.value, terms):
            slot.is_each, slot.count, slot.turn = slot.is_each or last.is_each, slot.count or last.count, last.turn
            kept.pop()
        kept.append(slot)
    return kept


def _drop_repeats(slots: Sequence[Slot], terms: Terms) -> None:
    """«60/40, 40% через 3 месяца», «50/50, вторая половина в мае»: the second value only says which."""
    chain = [slot for slot in slots if slot.is_chained]
    if not chain or sum(_per_cent(slot.value, terms) for slot in chain) != 100:
        return
    last = _per_cent(chain[-1].value, terms)
    for slot in slots:
        is_last = _per_cent(slot.value, terms) == last
        if not slot.is_chained and slot.value is not None and (slot.turn or is_last):
            slot.value, slot.turn = None, slot.turn or len(chain)


def _settle_figures(slots: Sequence[Slot], terms: Terms) -> None:
    figures = [slot for slot in slots if isinstance(slot.value, Figure)]
    if not figures:
        return
    valued = [slot for slot in slots if slot.value is not None]
    has_rest = any(slot.is_rest and slot.value is None for slot in slots)
    total = sum((_number(slot.value) * (slot.count or 1) for slot in figures), Fraction(0))
    per_cents = [slot.value.of_one * 100 * (slot.count or 1) for slot in valued if isinstance(slot.value, Share)]
    is_alike = len(figures) + len(per_cents) == len(valued) and not has_rest
    is_shares = is_alike and total + sum(per_cents) == 100 and sum(slot.count or 1 for slot in valued) > 1
    others = sum((minor_of(slot.value, terms) * (slot.count or 1) for slot in valued), Fraction(0))
    adds_up = not has_rest and others + total * 100 == terms.premium.amount
    for slot in figures:
        number = _number(slot.value)
        if is_shares:
            slot.value = Share(number / 100)
        elif adds_up or _is_amount(number, terms):
            slot.value = Money(int(number * 100), terms.premium.currency)
        else:
            raise Unclear("instalments-sum" if slot.is_chained and is_alike else "no-unit")


def _is_amount(number: Fraction, terms: Terms) -> bool:
    """Too much for per cents, of a premium so small that it cannot be thousands."""
    return number > 100 and number <= terms.premium.major < 10_000


def _per_cent(value: object, terms: Terms) -> Fraction:
    return _number(value) or minor_of(value, terms) * 100 / terms.premium.amount


def _number(value: object) -> Fraction:
    return Fraction(value.number) if isinstance(value, Figure) else Fraction(0)


def minor_of(value: object, terms: Terms) -> Fraction:
    match value:
        case Share(of_one):
            return of_one * terms.premium.amount
        case Money(amount):
            return Fraction(amount)
        case _:
            return Fraction(0)
