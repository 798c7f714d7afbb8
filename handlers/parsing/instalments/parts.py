"""How much each payment is: the slots made groups of equal payments that add up to the premium."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from handlers.parsing.instalments.items import After, Figure, When
from handlers.parsing.instalments.result import Terms, Unclear
from handlers.parsing.instalments.slots import Said, Slot
from handlers.parsing.instalments.values import minor_of, settle_values
from handlers.parsing.instalments.words import Interval, Share
from models.money import Money
from services.money.schedule import CannotSplit, split, split_equally

_MOST_PARTS = 120


@dataclass(slots=True)
class Group:
    """`count` equal payments of `value` each; the rest has no value. None counts as many as the term holds."""

    value: Money | Share | None
    count: int | None = 1
    is_chained: bool = False
    interval: Interval | None = None
    whens: list[When] = field(default_factory=list)

    @property
    def size(self) -> int:
        return self.count or 1


def make_groups(said: Said, terms: Terms) -> list[Group]:
    """Raises Unclear where values, counts and words do not agree."""
    slots = settle_values(said.slots, terms)
    if _is_one_payment(said, slots):
        return [Group(None)]
    groups = _with_rest([_group(slot) for slot in slots if slot.has_part], slots, terms)
    for group in groups:
        _count_each(group, groups, terms)
    if sum(group.size for group in groups) > _MOST_PARTS:
        raise Unclear("instalments-count")
    return groups


def _is_one_payment(said: Said, slots: Sequence[Slot]) -> bool:
    parts = [slot for slot in slots if slot.has_part]
    counts = [slot.count for slot in slots if slot.count is not None]
    has_pace = any(slot.interval or slot.span or slot.is_equal for slot in slots)
    if not parts and not has_pace and (counts == [1] or ((said.is_single or said.is_whole) and not counts)):
        return True
    if not parts and not counts and not has_pace and [slot.whens for slot in slots] == [[After()]]:
        return True
    has_rest = any(slot.is_rest for slot in parts)
    if said.is_single and not has_rest and (has_pace or any(count != 1 for count in counts) or len(parts) > 1):
        raise Unclear("instalments-count")
    return False


def _group(slot: Slot) -> Group:
    value = None if isinstance(slot.value, Figure) else slot.value
    is_each = value is not None and not slot.is_chained and (slot.is_each or slot.interval is not None)
    count = slot.count
    if count is None and not (is_each or (value is None and slot.interval)):
        count = 1
    return Group(value, count, slot.is_chained, slot.interval, list(slot.whens))


def _with_rest(groups: list[Group], slots: Sequence[Slot], terms: Terms) -> list[Group]:
    """The groups with the rest that «потом 2 платежами» means without naming it."""
    rests = [group for group in groups if group.value is None]
    if len(rests) > 1:
        raise Unclear("instalments-sum")
    of_whole = [slot for slot in slots if not slot.has_part]
    counts = [slot for slot in of_whole if slot.count is not None]
    if len(counts) > 1:
        raise Unclear("instalments-count")
    if counts:
        return _with_count(groups, rests, counts[0], is_first=slots[0] is counts[0], terms=terms)
    paced = [slot for slot in of_whole if slot.interval or slot.is_equal]
    if groups and rests and rests[0].count == 1 and paced and rests[0].interval is None:
        rests[0].count, rests[0].interval = None, paced[0].interval
    if rests or _is_whole(groups, terms):
        return groups
    if paced and (not groups or slots[0] is not paced[0]):
        whens = paced[0].whens if groups else []
        paced_whens = list(whens)
        if groups:
            paced[0].whens.clear()
        count = None if paced[0].interval else _dates_said(of_whole)
        return [*groups, Group(None, count, interval=paced[0].interval, whens=paced_whens)]
    if not groups:
        raise Unclear("instalments-count")
    return groups


def _dates_said(of_whole: Sequence[Slot]) -> int:
    """«поровну 1 марта и 1 июня»: as many payments as days."""
    count = sum(len(slot.whens) for slot in of_whole)
    if count < 2:
        raise Unclear("instalments-count")
    return count


def _with_count(
    groups: list[Group], rests: Sequence[Group], counted: Slot, *, is_first: bool, terms: Terms
) -> list[Group]:
    said = counted.count or 0
    known = sum(group.size for group in groups if group.value is not None)
    if said < 1 or (said == 1 and not groups):
        raise Unclear("instalments-count")
    if not groups:
        return [Group(None, said, interval=counted.interval)]
    if rests:
        left = said - known if is_first else said
        if left < 1 or rests[0].count not in {None, 1, left}:
            raise Unclear("instalments-count")
        rests[0].count = left
        return groups
    if any(group.count is None for group in groups):
        return _with_each_counted(groups, said, known)
    if _is_whole(groups, terms):
        if said != known:
            raise Unclear("instalments-count")
        return groups
    left = said - known if is_first else said
    if left < 1:
        raise Unclear("instalments-count")
    rest = Group(None, left, interval=counted.interval, whens=[] if is_first else list(counted.whens))
    if not is_first:
        counted.whens.clear()
    return [*groups, rest]


def _with_each_counted(groups: list[Group], said: int, known: int) -> list[Group]:
    """«по 12000, 4 платежа»."""
    open_groups = [group for group in groups if group.count is None]
    left = said - known + len(open_groups)
    if len(open_groups) > 1 or left < 1:
        raise Unclear("instalments-count")
    open_groups[0].count = left
    return groups


def _is_whole(groups: Sequence[Group], terms: Terms) -> bool:
    if not groups or any(group.value is None or group.count is None for group in groups):
        return False
    return sum((minor_of(group.value, terms) * group.size for group in groups), Fraction(0)) == terms.premium.amount


def _count_each(group: Group, groups: Sequence[Group], terms: Terms) -> None:
    """«по 10000 каждый месяц»: as many as the premium holds, with nothing over."""
    if group.value is None or group.count is not None:
        return
    others = [other for other in groups if other is not group]
    if any(other.value is None or other.count is None for other in others):
        raise Unclear("instalments-count")
    taken = sum((minor_of(other.value, terms) * other.size for other in others), Fraction(0))
    count = (terms.premium.amount - taken) / minor_of(group.value, terms)
    if count.denominator != 1 or count < 1 or (count == 1 and not others):
        raise Unclear("instalments-sum")
    group.count = int(count)


def make_amounts(groups: Sequence[Group], terms: Terms) -> list[Money]:
    """One amount for each payment in order; the last makes up the rounding. Raises Unclear."""
    try:
        return _amounts(groups, terms)
    except CannotSplit as error:
        raise Unclear("instalments-sum") from error


def _amounts(groups: Sequence[Group], terms: Terms) -> list[Money]:
    premium = terms.premium
    shares = [share for group in groups for share in _shares(group)]
    if len(shares) == sum(group.size for group in groups):
        return split(premium, shares)
    known = sum((_minor(group.value, premium) * group.size for group in groups if group.value is not None), 0)
    left = Money(premium.amount - known, premium.currency)
    rests = [group for group in groups if group.value is None]
    most_missing = len(shares)
    if left.amount < rests[0].size if rests else not 0 <= left.amount <= most_missing:
        raise Unclear("instalments-sum")
    amounts: list[Money] = []
    for group in groups:
        if group.value is None:
            amounts += split_equally(left, group.size)
        else:
            amounts += [Money(_minor(group.value, premium), premium.currency)] * group.size
    if not rests:
        amounts[-1] += left
    if any(amount.amount <= 0 for amount in amounts):
        raise Unclear("zero")
    return amounts


def _shares(group: Group) -> list[Fraction]:
    return [group.value.of_one] * group.size if isinstance(group.value, Share) else []


def _minor(value: Money | Share, premium: Money) -> int:
    return value.amount if isinstance(value, Money) else int(value.of_one * premium.amount)
