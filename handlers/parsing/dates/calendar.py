"""A said day placed in the calendar around now."""

import calendar
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from handlers.parsing.dates.items import EndOf, Near, OnDate, OnWeekday, Shift
from handlers.parsing.dates.words import Unit, Which
from handlers.parsing.result import Ask, Day

Want = Literal["future", "past"]
_WEEK = timedelta(days=7)
_SHORT_YEARS_AHEAD = {"future": 30, "past": -1}
_TYPING_SLIP = 10


@dataclass(frozen=True, slots=True)
class Now:
    """The person's wall clock and which side of it is wanted."""

    at: datetime
    want: Want

    @property
    def today(self) -> date:
        return self.at.date()

    def is_on_wanted_side(self, day: date) -> bool:
        return day >= self.today if self.want == "future" else day <= self.today


def place_near(near: Near, now: Now) -> date:
    return now.today + timedelta(days=near.days)


def place_shift(shift: Shift, now: Now) -> Day | Ask:
    """Months first, clamped to the month's end; minutes pass in real time, over a clock change too."""
    try:
        day = add_months(now.today, shift.months) + timedelta(days=shift.days)
        if not shift.minutes:
            return Day(day)
        moment = datetime.combine(day, now.at.time(), now.at.tzinfo).astimezone(UTC)
        moment = (moment + timedelta(minutes=shift.minutes)).astimezone(now.at.tzinfo)
    except (OverflowError, ValueError):
        return Ask("too-far")
    return Day(moment.date(), time(moment.hour, moment.minute))


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last one. Raises ValueError beyond year 9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1)))


def last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def place_weekday(said: OnWeekday, now: Now) -> date:
    """The nearest one, never today; the next or last one stands in the next or last calendar week."""
    in_this_week = now.today + timedelta(days=said.weekday - now.today.weekday())
    match said.which:
        case Which.THIS:
            return in_this_week
        case Which.NEXT:
            return in_this_week + _WEEK
        case Which.LAST:
            return in_this_week - _WEEK
        case _:
            return _nearest(in_this_week, now)


def _nearest(in_this_week: date, now: Now) -> date:
    if now.want == "future":
        return in_this_week if in_this_week > now.today else in_this_week + _WEEK
    return in_this_week if in_this_week < now.today else in_this_week - _WEEK


def place_date(said: OnDate, now: Now) -> date | Ask:
    """What is not said of month and year is the nearest on the wanted side."""
    if said.month is None:
        return _place_day_of_month(said.day, now)
    if said.year is None:
        is_near = (said.month, said.day) >= (now.today.month, now.today.day)
        years = {("future", False): 1, ("past", True): -1}.get((now.want, is_near), 0)
        if (said.month, said.day) == (now.today.month, now.today.day):
            years = 0
        return existing_day(now.today.year + years, said.month, said.day)
    return existing_day(_full_year(said, now), said.month, said.day)


def _place_day_of_month(day: int, now: Now) -> date | Ask:
    months = 0
    if now.want == "future" and day < now.today.day:
        months = 1
    if now.want == "past" and day > now.today.day:
        months = -1
    month = add_months(now.today.replace(day=1), months)
    return existing_day(month.year, month.month, day)


def _full_year(said: OnDate, now: Now) -> int:
    """A two-digit year: «85» was born in 1985, «27» is a year to come.

    With `past` wanted a year only a little ahead is a slip, asked as a future day, not a birth in 1929.
    """
    year = said.year or 0
    if not said.has_short_year:
        return year
    year += 2000
    ahead = 30 if now.want == "future" else _TYPING_SLIP
    return year if year <= now.today.year + ahead else year - 100


def existing_day(year: int, month: int, day: int) -> date | Ask:
    if not 1 <= month <= 12:
        return Ask("month-does-not-exist", {"month": month})
    if not 1900 <= year <= 2200:
        return Ask("too-far", {"year": year})
    last = last_day(year, month)
    if not 1 <= day <= last:
        example = f"{last}.{month:02}.{year}"
        return Ask("day-does-not-exist", {"day": day, "last": last, "example": example})
    return date(year, month, day)


def place_end(said: EndOf, now: Now) -> date | Ask:
    """The last day of a month, quarter or year; the end of a week is Friday for some, Sunday for others."""
    if said.month:
        return _end_of_named_month(said, now)
    today = now.today
    match said.unit:
        case Unit.DAY:
            return today + timedelta(days=said.shift)
        case Unit.MONTH:
            first = add_months(today.replace(day=1), said.shift)
            return first.replace(day=last_day(first.year, first.month))
        case Unit.QUARTER:
            first = add_months(today.replace(day=1), 3 * said.shift + 2 - (today.month - 1) % 3)
            return first.replace(day=last_day(first.year, first.month))
        case Unit.YEAR:
            return date((said.year or today.year) + said.shift, 12, 31)
        case _:
            return Ask("end-of-week" if said.unit is Unit.WEEK else "vague")


def _end_of_named_month(said: EndOf, now: Now) -> date | Ask:
    month = said.month or 1
    year = said.year or now.today.year
    found = existing_day(year, month, last_day(min(max(year, 1), 9999), month))
    if isinstance(found, Ask) or said.year or now.is_on_wanted_side(found):
        return found
    years = 1 if now.want == "future" else -1
    return place_end(replace(said, year=year + years), now)
