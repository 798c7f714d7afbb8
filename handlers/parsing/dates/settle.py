"""Numbers that could be a day or a time, settled by what stands beside them."""

from collections.abc import Sequence
from datetime import date

from handlers.parsing.dates.calendar import Now, place_date, place_weekday
from handlers.parsing.dates.items import Bare, Clock, EndOf, Item, Near, OnDate, OnWeekday, Pair, Refusal, Shift

DayItem = Near | Shift | OnWeekday | OnDate | EndOf


def settle(items: Sequence[Item], now: Now) -> list[Item]:
    """The items without a Pair or a Bare among them."""
    settled: list[Item] = []
    later = list(_joined(items))
    for place, item in enumerate(later):
        days = [other for other in (*settled, *later[place + 1 :]) if isinstance(other, DayItem)]
        if isinstance(item, Pair):
            settled.append(_settle_pair(item, days, now))
        elif isinstance(item, Bare):
            is_after_day = any(isinstance(other, DayItem) for other in settled)
            settled.append(_settle_bare(item, days, now, is_after_day=is_after_day))
        else:
            settled.append(item)
    return settled


def _joined(items: Sequence[Item]) -> Sequence[Item]:
    """«завтра 15 30»: two bare numbers at the end are hours and minutes."""
    if len(items) >= 3 and isinstance(items[-2], Bare) and isinstance(items[-1], Bare):
        hour, minute = items[-2].number, items[-1].number
        if minute % 5 == 0:
            return [*items[:-2], Clock(hour, minute)]
    return items


def _settle_pair(pair: Pair, days: Sequence[DayItem], now: Now) -> Item:
    as_clock = _pair_as_clock(pair)
    as_date = OnDate(pair.left, pair.right) if 1 <= pair.right <= 12 else None
    if days:
        return _pair_beside_day(pair, as_clock, as_date, days[0], now)
    if as_clock and as_date and pair.is_after_at:
        return Refusal("day-or-time")
    if as_date:
        return as_date if _is_date_like(pair) else Refusal("range")
    if as_clock and (pair.is_after_at or pair.right % 5 == 0):
        return as_clock
    return OnDate(pair.left, pair.right) if _is_date_like(pair) else Refusal("range")


def _pair_beside_day(pair: Pair, as_clock: Clock | None, as_date: OnDate | None, day: DayItem, now: Now) -> Item:
    if as_date and _agrees(day, place_date(as_date, now), now):
        return as_date
    if as_clock and (as_date is None or pair.is_after_at):
        return as_clock
    if as_date:
        return as_date
    is_no_time = pair.left > 23 or pair.right > 59
    return Clock(pair.left, pair.right) if is_no_time and pair.separator != "-" else Refusal("range")


def _pair_as_clock(pair: Pair) -> Clock | None:
    """«15-30» is a time, «10-11» may be a range of hours."""
    if pair.separator not in ".-" or not pair.is_padded or pair.left > 23 or pair.right > 59:
        return None
    if pair.separator == "-" and 10 <= pair.right <= 23:
        return None
    return Clock(pair.left, pair.right)


def _is_date_like(pair: Pair) -> bool:
    """«10-12» may be a range and «1,5» a number; «15-11» and «05-07» can only be days."""
    if pair.separator == "-":
        return pair.left > pair.right or (pair.is_padded and pair.right < 10)
    return pair.separator != "," or pair.is_padded


def _agrees(day: DayItem, found: date | object, now: Now) -> bool:
    if not isinstance(found, date):
        return False
    if isinstance(day, OnWeekday):
        return found.weekday() == day.weekday
    return isinstance(day, Near) and (found - now.today).days == day.days


def _settle_bare(bare: Bare, days: Sequence[DayItem], now: Now, *, is_after_day: bool) -> Item:
    number = bare.number
    if not days:
        return OnDate(number) if 25 <= number <= 31 else Refusal("day-or-hour")
    if not is_after_day or (isinstance(days[0], OnDate) and now.want == "past"):
        return Refusal("unclear")
    if isinstance(days[0], OnWeekday):
        return _bare_after_weekday(number, days[0], now)
    return Clock(number, is_sure=False)


def _bare_after_weekday(number: int, said: OnWeekday, now: Now) -> Item:
    """«пт 18» is an hour; but when that Friday is the 18th it is the day, and when the nearest 18th is: asked."""
    nearest = place_date(OnDate(number), now)
    is_day = isinstance(nearest, date) and nearest.weekday() == said.weekday
    if number > 23 or (is_day and (number < 8 or nearest == place_weekday(said, now))):
        return OnDate(number)
    return Refusal("day-or-hour") if is_day else Clock(number, is_sure=False)
