"""A month as chips: days answer the question, arrows show another month (`view=2026-12`)."""

from calendar import Calendar
from datetime import date, timedelta

from services.conversation.values import Chip, Text, text
from services.errors import ScreenOutdated

DAY, VIEW = "d=", "view="
_MONDAY_FIRST = Calendar(firstweekday=0)


def month_rows(view: str | None, *, today: date, earliest: date | None = None) -> list[list[Chip]]:
    """Rows for the month of `view` ("2026-12"), by default today's; days before `earliest` can't be chosen."""
    first = _first_of(view, today)
    here = f"{VIEW}{first:%Y-%m}"
    header = [Chip(text("cal-month", month=text(f"month-{first.month}"), year=str(first.year)), here)]
    names = [Chip(text(f"weekday-{number}"), here) for number in range(1, 8)]
    weeks = [
        [_day(day, first, here, earliest) for day in week]
        for week in _MONDAY_FIRST.monthdatescalendar(first.year, first.month)
    ]
    before = (first - timedelta(days=1)).replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    arrows = [Chip(text("cal-previous"), f"{VIEW}{before:%Y-%m}"), Chip(text("cal-next"), f"{VIEW}{after:%Y-%m}")]
    return [header, names, *weeks, arrows]


def chosen_day(value: str) -> date:
    """The day of a chip; ScreenOutdated for anything else that came back."""
    if not value.startswith(DAY):
        raise ScreenOutdated
    try:
        return date.fromisoformat(value.removeprefix(DAY))
    except ValueError:
        raise ScreenOutdated from None


def day_chip(label: Text, day: date) -> Chip:
    return Chip(label, f"{DAY}{day.isoformat()}")


def calendar_chip(today: date) -> Chip:
    return Chip(text("btn-calendar"), f"{VIEW}{today:%Y-%m}")


def _first_of(view: str | None, today: date) -> date:
    try:
        return date.fromisoformat(f"{view}-01")
    except ValueError:
        return today.replace(day=1)


def _day(day: date, first: date, here: str, earliest: date | None) -> Chip:
    if day.month != first.month or (earliest is not None and day < earliest):
        return Chip(text("cal-empty"), here)
    return day_chip(text("cal-day", day=str(day.day)), day)
