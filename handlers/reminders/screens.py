"""What the settings of reminders look like, and their questions."""

from datetime import date, time, timedelta

from handlers.kit.calendar import calendar_chip, day_chip, month_rows
from handlers.parsing.result import Day
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Screen, Style, Text, text
from services.reminders.hours import Hours, Wall
from services.reminders.stale_leads import SNOOZES

USUAL_HOURS = (time(7), time(8), time(9), time(10))
USUAL_QUIET = ((time(21), time(8)), (time(20), time(9)), (time(22), time(7)))
NO_QUIET = (time.min, time.min)


def settings(hours: Hours, wall: Wall, *, sells: bool) -> Screen:
    paused_until = hours.paused_until if hours.is_paused(wall) else None
    lines = [
        text("scr-reminders"),
        text("scr-reminders-brief", at=clock(hours.brief_at)) if hours.brief_at else text("scr-reminders-no-brief"),
        text("scr-reminders-birthdays") if hours.birthdays else None,
        _quiet_line(hours),
        _pause_line(paused_until, hours.paused_at) if paused_until else None,
    ]
    rows = [*_brief_rows(hours), *_birthday_rows(hours, sells=sells), _pause_row(paused=paused_until is not None)]
    return Screen(lines, [*rows, _leave()])


def _quiet_line(hours: Hours) -> Text:
    if hours.quiet_from == hours.quiet_to:
        return text("scr-reminders-no-quiet")
    return text("scr-reminders-quiet", begins=clock(hours.quiet_from), ends=clock(hours.quiet_to))


def _pause_line(day: date, at: time | None) -> Text:
    if at is None:
        return text("scr-reminders-paused", day=day)
    return text("scr-reminders-paused-at", day=day, at=clock(at))


def _brief_rows(hours: Hours) -> list[list[Button]]:
    quiet = [Button(text("btn-reminders-quiet"), "remind.quiet")]
    if hours.brief_at is None:
        return [[Button(text("btn-reminders-brief-on"), "remind.brief", "on", Style.PRIMARY)], quiet]
    hour = Button(text("btn-reminders-hour"), "remind.hour")
    return [[hour, Button(text("btn-reminders-brief-off"), "remind.brief", "off")], quiet]


def _birthday_rows(hours: Hours, *, sells: bool) -> list[list[Button]]:
    """Of clients whose deals one sells."""
    if not sells:
        return []
    switch = "off" if hours.birthdays else "on"
    return [[Button(text(f"btn-reminders-birthdays-{switch}"), "remind.birthdays", switch)]]


def _pause_row(*, paused: bool) -> list[Button]:
    if paused:
        return [Button(text("btn-reminders-resume"), "remind.resume", style=Style.PRIMARY)]
    return [Button(text("btn-reminders-pause"), "remind.pause")]


def _leave() -> list[Button]:
    return [Button(text("btn-settings"), "settings"), Button(text("btn-menu"), "menu")]


def clock(at: time) -> str:
    return f"{at.hour}:{at.minute:02}"


def ask_hour() -> Screen:
    chips = [Chip(text("btn-hour", at=clock(at)), at.isoformat()) for at in USUAL_HOURS]
    return Screen([text("ask-brief-hour")], [chips])


def ask_quiet() -> Screen:
    chips = [
        Chip(text("btn-hours", begins=clock(begins), ends=clock(ends)), _value(begins, ends))
        for begins, ends in USUAL_QUIET
    ]
    return Screen([text("ask-quiet-hours")], [chips, [Chip(text("btn-no-quiet"), _value(*NO_QUIET))]])


def _value(begins: time, ends: time) -> str:
    return f"{begins:%H:%M}-{ends:%H:%M}"


def ask_pause(view: str | None, today: date) -> Screen:
    return Screen([text("ask-reminders-pause")], _later_rows(view, today))


def ask_snooze(lead_id: int, view: str | None, today: date) -> Screen:
    return Screen([text("ask-lead-snooze", lead=str(lead_id))], _later_rows(view, today))


def _later_rows(view: str | None, today: date) -> list[list[Chip]]:
    if view is not None:
        return month_rows(view, today=today, earliest=today + timedelta(days=1))
    chips = [day_chip(text("btn-snooze-days", days=days), today + timedelta(days=days)) for days in SNOOZES]
    return [*in_rows(chips, len(SNOOZES)), [calendar_chip(today)]]


def saved() -> Text:
    return text("scr-reminders-saved")


def snoozed(until: Day) -> Text:
    if until.time is None:
        return text("scr-lead-snoozed", day=until.date)
    return text("scr-lead-snoozed-at", day=until.date, at=clock(until.time))


def hour_problem(typed: str) -> Text:
    return text("err-hour-not-understood", typed=typed[:60])


def quiet_problem(typed: str) -> Text:
    return text("err-quiet-not-understood", typed=typed[:60])
