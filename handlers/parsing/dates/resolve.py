"""From what was said to one day, or to the reason why it cannot be known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from handlers.parsing.dates.calendar import (
    Now,
    add_months,
    place_date,
    place_end,
    place_near,
    place_shift,
    place_weekday,
)
from handlers.parsing.dates.clock import in_half
from handlers.parsing.dates.items import (
    Clock,
    DayPart,
    EndOf,
    Item,
    Near,
    OnDate,
    OnWeekday,
    Period,
    Refusal,
    Shift,
)
from handlers.parsing.dates.settle import DayItem, settle
from handlers.parsing.dates.words import Part, Unit, Which
from handlers.parsing.result import Ask, Day

_WHICH = {-1: Which.LAST, 0: Which.THIS, 1: Which.NEXT}


def resolve(items: Sequence[Item], now: Now) -> Day | Ask | None:
    settled = settle(items, now)
    refusal = _first_refusal(items) or _first_refusal(settled)
    if refusal or all(isinstance(item, Refusal) for item in settled):
        return refusal
    days = _with_periods(settled, now)
    if isinstance(days, Ask):
        return days
    day = _one_day(days, now)
    if isinstance(day, Ask):
        return day
    return _with_time(day, settled, now)


def _first_refusal(items: Sequence[Item]) -> Ask | None:
    has_day = any(not isinstance(item, Refusal) for item in items)
    for item in items:
        if isinstance(item, Refusal) and (has_day or not item.only_beside):
            return Ask(item.why)
    return None


def _with_periods(items: Sequence[Item], now: Now) -> list[DayItem] | Ask:
    """The days, each month and year said apart («следующего месяца») put into the day that lacks it."""
    days = [item for item in items if isinstance(item, DayItem)]
    for period in (item for item in items if isinstance(item, Period)):
        place = next((index for index, day in enumerate(days) if _lacks(day, period)), None)
        if place is None:
            return Ask("no-day")
        days[place] = _put(days[place], period, now)
    if len(days) > 1:
        days = [day for day in days if not (isinstance(day, EndOf) and day.unit is Unit.DAY)]
    return days


def _lacks(day: DayItem, period: Period) -> bool:
    match period.unit:
        case Unit.WEEK:
            return isinstance(day, OnWeekday) and day.which is None
        case Unit.MONTH:
            return isinstance(day, OnDate) and day.month is None
        case Unit.YEAR:
            return isinstance(day, OnDate | EndOf) and day.month is not None and day.year is None
        case _:
            return False


def _put(day: DayItem, period: Period, now: Now) -> DayItem:
    if isinstance(day, OnWeekday):
        return replace(day, which=_WHICH[period.shift])
    if isinstance(day, OnDate) and period.unit is Unit.MONTH:
        month = add_months(now.today.replace(day=1), period.shift)
        return replace(day, month=month.month, year=month.year)
    if isinstance(day, OnDate | EndOf):
        return replace(day, year=now.today.year + period.shift)
    return day


def _one_day(days: Sequence[DayItem], now: Now) -> Day | Ask | None:
    """All that was said must name the same day; a weekday beside a date only confirms it."""
    weekdays = [day for day in days if isinstance(day, OnWeekday)]
    others = [day for day in days if not isinstance(day, OnWeekday)]
    found: list[Day] = []
    for said in others or weekdays:
        placed = _place(said, now)
        if isinstance(placed, Ask):
            return placed
        found.append(placed)
    if any(day.date != found[0].date for day in found):
        return Ask("two-days")
    if others and any(day.weekday != found[0].date.weekday() for day in weekdays):
        return Ask("weekday-mismatch", {"weekday": found[0].date.weekday()})
    return next((day for day in found if day.time), found[0]) if found else None


def _place(said: DayItem, now: Now) -> Day | Ask:
    if isinstance(said, Shift):
        return place_shift(said, now)
    placed: date | Ask
    match said:
        case Near():
            placed = place_near(said, now)
        case OnWeekday():
            placed = place_weekday(said, now)
        case OnDate():
            placed = place_date(said, now)
        case EndOf():
            placed = place_end(said, now)
    return placed if isinstance(placed, Ask) else Day(placed)


def _with_time(day: Day | None, items: Sequence[Item], now: Now) -> Day | Ask:
    clock = _clock(items, has_day=day is not None)
    if isinstance(clock, Ask):
        return clock
    if clock and day and day.time:
        return Ask("two-times")
    if day is None and clock is None:
        return Ask("no-day")
    found = Day(day.date if day else now.today, clock or (day.time if day else None))
    return _on_wanted_side(found, items, now)


def _clock(items: Sequence[Item], *, has_day: bool) -> time | Ask | None:
    clocks = [item for item in items if isinstance(item, Clock)]
    parts = {item.part for item in items if isinstance(item, DayPart)}
    if not clocks:
        return None
    if len({(clock.hour, clock.minute) for clock in clocks}) > 1:
        return Ask("two-times")
    clock = clocks[0]
    if clock.hour > 23 or clock.minute > 59:
        return Ask("time-does-not-exist", {"hour": clock.hour, "minute": f"{clock.minute:02}"})
    if not has_day and not clock.is_after_at and not parts:
        return Ask("duration-or-date")
    return _settled_half(clock, parts)


def _settled_half(clock: Clock, parts: set[Part]) -> time | Ask:
    if not parts:
        if not clock.is_sure and 1 <= clock.hour <= 7:
            return Ask("which-half", {"hour": clock.hour})
        return time(clock.hour, clock.minute)
    halves = {in_half(clock, part) for part in parts}
    half = halves.pop() if len(halves) == 1 else None
    return time(half.hour, half.minute) if half else Ask("which-half", {"hour": clock.hour})


def _on_wanted_side(day: Day, items: Sequence[Item], now: Now) -> Day | Ask:
    if not now.is_on_wanted_side(day.date):
        return Ask("past-day" if now.want == "future" else "future-day")
    if abs((day.date - now.today).days) > 366 * (50 if now.want == "future" else 120):
        return Ask("too-far")
    if day.date != now.today:
        return day
    if day.time is None:
        return Ask("passed-time") if _is_morning_gone(items, now) else day
    minute = now.at.time().replace(second=0, microsecond=0, tzinfo=None)
    if now.want == "future" and day.time < minute:
        return Ask("passed-time")
    return Ask("future-day") if now.want == "past" and day.time > minute else day


def _is_morning_gone(items: Sequence[Item], now: Now) -> bool:
    return now.want == "future" and now.at.hour >= 12 and DayPart(Part.MORNING) in items
