"""The question "which day?": chips for the usual answers, a calendar, and words."""

from datetime import date, datetime, timedelta

from handlers.common.doubts import doubt_text
from handlers.kit.calendar import calendar_chip, day_chip, month_rows
from handlers.parsing.dates import parse_date
from handlers.parsing.result import Day
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.values import Chip, Text, text

FRIDAY = 4


def future_day_rows(view: str | None, *, today: date) -> list[list[Chip]]:
    """Tomorrow, Friday, a week, a month; or the calendar when it was asked for."""
    if view is not None:
        return month_rows(view, today=today, earliest=today + timedelta(days=1))
    friday = today + timedelta(days=(FRIDAY - today.weekday() - 1) % 7 + 1)
    return [
        [day_chip(text("btn-tomorrow"), today + timedelta(days=1)), day_chip(text("btn-day", day=friday), friday)],
        [
            day_chip(text("btn-in-a-week"), today + timedelta(weeks=1)),
            day_chip(text("btn-in-a-month"), _month_later(today)),
        ],
        [calendar_chip(today)],
    ]


def deadline_rows(view: str | None, *, today: date) -> list[list[Chip]]:
    """As for a future day, but today is one too."""
    if view is not None:
        return month_rows(view, today=today, earliest=today)
    return [[day_chip(text("btn-today"), today)], *future_day_rows(view, today=today)]


def past_day_rows(view: str | None, *, today: date) -> list[list[Chip]]:
    """Today, yesterday; or the calendar when it was asked for."""
    if view is not None:
        return month_rows(view, today=today)
    yesterday = day_chip(text("btn-yesterday"), today - timedelta(days=1))
    return [[day_chip(text("btn-today"), today), yesterday], [calendar_chip(today)]]


def typed_future_moment(typed: str, actor: Actor, brokerage: Brokerage, now: datetime) -> Day | Text:
    """The day, with a clock time where one was said; or what to say when it can't be known."""
    said = parse_date(typed, now=now.astimezone(brokerage.zone), want="future", lang=actor.language)
    return said if isinstance(said, Day) else doubt_text(said, typed, "err-date-not-understood")


def typed_future_day(typed: str, actor: Actor, brokerage: Brokerage, now: datetime) -> date | Text:
    """The day, or what to say when it can't be known."""
    said = typed_future_moment(typed, actor, brokerage, now)
    return said.date if isinstance(said, Day) else said


def typed_past_day(typed: str, actor: Actor, brokerage: Brokerage, now: datetime) -> date | Text:
    """Today at the latest; or what to say when it can't be known."""
    said = parse_date(typed, now=now.astimezone(brokerage.zone), want="past", lang=actor.language)
    return said.date if isinstance(said, Day) else doubt_text(said, typed, "err-date-not-understood")


def typed_any_day(typed: str, actor: Actor, brokerage: Brokerage, now: datetime) -> date | Text:
    """The nearest to come, else the past one that was said; or what to say when it can't be known."""
    said = typed_future_day(typed, actor, brokerage, now)
    if isinstance(said, Text):
        before = typed_past_day(typed, actor, brokerage, now)
        return before if isinstance(before, date) else said
    return said


def _month_later(day: date) -> date:
    """The same day of the next month, or its last one."""
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    last = (following + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(following.replace(day=day.day) if day.day <= last.day else last, last)
