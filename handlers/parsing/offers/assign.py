"""Numbers given to their labels: «фр 15», «15к франшиза», both in one line.

* A label takes the number after it or the one before it, never over another number or label.
* Of all ways the one with the least strain is taken: a number after its label is usual, one before it less so, a comma
  between them parts them; a label without a number, an offer without a premium, a commission over a hundred are
  nearly impossible.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from handlers.parsing.offers.amounts import Amount
from handlers.parsing.offers.items import Gap, Item, Label
from handlers.parsing.offers.words import Role
from models.money import Money

_BEFORE, _OVER_DASH, _OVER_GAP, _LONELY, _UNFIT, _SMALL_LEFT = 2, 1, 6, 12, 8, 4
_MOST_WAYS = 100
_NO_PREMIUM_IN_LINE_OF_INSURER, _NO_PREMIUM = 11, 6
_LONELY_COST = {Role.OTHER: 4, Role.VALIDITY: 2, Role.DISCOUNT: 4, Role.PREMIUM: 4, Role.PART: 6}


@dataclass(slots=True)
class Assigned:
    """`labelled` holds pairs of role and amount in the order of the line, `left` the amounts without a label.

    `taken_back` are those amounts of `labelled` that stand before their label; `doubtful` where a deductible may be the
    premium and the other way round.
    """

    labelled: list[tuple[Role, Amount]] = field(default_factory=list)
    left: list[Amount] = field(default_factory=list)
    taken_back: list[Amount] = field(default_factory=list)
    doubtful: bool = False


class _Way(NamedTuple):
    strain: int
    pairs: tuple[tuple[int, int], ...]


def assign(items: Sequence[Item], *, has_insurer: bool) -> Assigned:
    """Every label's number, by the least strained of all ways; of very many only the most likely are followed.

    A line with an insurer should have a premium; in one that goes on with an offer it is usually said above.
    """
    usual = _usual(items)
    if usual:
        return usual
    no_premium = _NO_PREMIUM_IN_LINE_OF_INSURER if has_insurer else _NO_PREMIUM
    places = [place for place, item in enumerate(items) if isinstance(item, Label | Amount)]
    ways = [_Way(0, ())]
    for order, place in enumerate(places):
        item = items[place]
        if isinstance(item, Label):
            ways = _extended(ways, items, places, order, item.role)
    taken = dict(_least_strained(ways, items, places, no_premium).pairs)
    labelled = [(_role(items[label]), _amount(items[number])) for label, number in sorted(taken.items())]
    used = set(taken.values())
    left = [item for place, item in enumerate(items) if isinstance(item, Amount) and place not in used]
    taken_back = [_amount(items[number]) for label, number in taken.items() if number < label]
    doubtful = any(_may_be_exchanged(items, place, left) for place in places)
    return Assigned(labelled, left, taken_back, doubtful)


def _may_be_exchanged(items: Sequence[Item], place: int, left: Sequence[Amount]) -> bool:
    """«12000 фр 15000»: is the premium less than the deductible, or do labels stand behind their numbers?"""
    if items[place] != Label(Role.DEDUCTIBLE):
        return False
    before, after = _beside(items, place, -1), _beside(items, place, 1)
    if before is None or after is None or (before in left) == (after in left):
        return False
    return _is_above(after, before)


def _beside(items: Sequence[Item], place: int, step: int) -> Amount | None:
    """The amount next to a label, over a dash."""
    place += step
    while 0 <= place < len(items) and items[place] == Gap(is_weak=True):
        place += step
    beside = items[place] if 0 <= place < len(items) else None
    return beside if isinstance(beside, Amount) else None


def _usual(items: Sequence[Item]) -> Assigned | None:
    """Every label right before its number and one clear premium besides: there is no better way, so no search."""
    found = Assigned()
    label: Role | None = None
    for item in items:
        if label is not None:
            if not isinstance(item, Amount) or not (_fits(label, item) or _is_rate_too_high(label, item)):
                return None
            found.labelled.append((label, item))
            label = None
        elif isinstance(item, Label):
            label = item.role
        elif isinstance(item, Amount):
            found.left.append(item)
    has_premium = len(found.left) == 1 and found.left[0].percent is None and not 0 < found.left[0].digits <= 3
    is_usual = label is None and has_premium
    if not is_usual or any(
        role is Role.DEDUCTIBLE and _is_above(amount, found.left[0]) for role, amount in found.labelled
    ):
        return None
    return found


def _least_strained(ways: Iterable[_Way], items: Sequence[Item], places: Sequence[int], no_premium: int) -> _Way:
    first, *others = sorted(ways, key=lambda way: way.strain)
    best = _with_leftovers(first, items, places, no_premium)
    for way in others:
        if way.strain >= best.strain:
            break
        best = min(best, _with_leftovers(way, items, places, no_premium), key=lambda way: way.strain)
    return best


def _extended(ways: list[_Way], items: Sequence[Item], places: Sequence[int], order: int, role: Role) -> list[_Way]:
    """Each way with each choice of the next label, the least strained first."""
    place = places[order]
    choices = [(-1, _LONELY_COST.get(role, _LONELY))]
    for neighbour, cost in ((order - 1, _BEFORE), (order + 1, 0)):
        number = places[neighbour] if 0 <= neighbour < len(places) else -1
        if number >= 0 and isinstance(amount := items[number], Amount):
            gaps = _gap_between(items[min(place, number) : max(place, number)])
            fits = _fits(role, amount) and (neighbour > order or _fits_before(role, amount))
            choices.append((number, cost + gaps + (0 if fits else _UNFIT)))
    found = [
        _Way(way.strain + cost, way.pairs if number < 0 else (*way.pairs, (place, number)))
        for way in ways
        for number, cost in choices
        if number < 0 or all(number != taken for _, taken in way.pairs)
    ]
    return sorted(found, key=lambda way: way.strain)[:_MOST_WAYS]


def _gap_between(items: Sequence[Item]) -> int:
    if Gap() in items:
        return _OVER_GAP
    return _OVER_DASH if Gap(is_weak=True) in items else 0


def _with_leftovers(way: _Way, items: Sequence[Item], places: Sequence[int], no_premium: int) -> _Way:
    used = {number for _, number in way.pairs}
    labels = {_role(items[label]) for label, _ in way.pairs}
    left = [amount for place in places if place not in used and isinstance(amount := items[place], Amount)]
    has_premium = bool(labels & {Role.PREMIUM, Role.PART}) or any(amount.percent is None for amount in left)
    small = sum(_SMALL_LEFT for amount in left if 0 < amount.digits <= 3)
    return _Way(way.strain + small + (0 if has_premium else no_premium), way.pairs)


def _is_above(larger: Amount, smaller: Amount) -> bool:
    """Both are amounts of money, and the first is not less."""
    if not isinstance(larger.money, Money) or not isinstance(smaller.money, Money):
        return False
    return larger.money.currency is smaller.money.currency and larger.money.amount >= smaller.money.amount


def _fits(role: Role, amount: Amount) -> bool:
    if role is Role.COMMISSION:
        return amount.percent is not None or (amount.bare and _is_small(amount))
    if role in {Role.PREMIUM, Role.SUM_INSURED, Role.PART}:
        return amount.percent is None
    return True


def _is_rate_too_high(role: Role, amount: Amount) -> bool:
    """«КВ150» right before its number is no premium: it is asked."""
    return role is Role.COMMISSION and amount.digits == 3


def _fits_before(role: Role, amount: Amount) -> bool:
    """«10 % скидка», but in «48200 стаж 5 лет» the premium is not the length of service."""
    return role not in {Role.OTHER, Role.VALIDITY, Role.DISCOUNT} or amount.percent is not None


def _is_small(amount: Amount) -> bool:
    return Decimal(amount.literal.replace(",", ".").replace(" ", "").replace("'", "").split(".")[0] or 0) <= 100


def _role(item: Item) -> Role:
    assert isinstance(item, Label)  # noqa: S101 - pairs hold labels first
    return item.role


def _amount(item: Item) -> Amount:
    assert isinstance(item, Amount)  # noqa: S101 - pairs hold amounts second
    return item
