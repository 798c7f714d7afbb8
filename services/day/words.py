"""The lines of a person's day in words, and the numbers that open them."""

from collections.abc import Sequence
from datetime import date, time

from services.conversation.rows import in_rows
from services.conversation.values import Button, Deadline, Localized, Param, Text, text
from services.day.give_back import Source, ToGiveBack
from services.day.queries import Day, DayLine, Owing
from services.documents.words import shorten

LONGEST_NAME = 44
NUMBERS_A_ROW = 6
OPENS = {Source.ENTRY: "ledger.entry"}


def numbered(lines: Sequence[DayLine], today: date, *, start: int = 1) -> list[Text]:
    return [line_text(number, line, today) for number, line in enumerate(lines, start)]


def number_rows(opened: Sequence[tuple[str, int]], *, start: int = 1) -> list[list[Button]]:
    """By which verb and row id each is opened."""
    buttons = [
        Button(text("btn-number", number=str(number)), verb, row_id)
        for number, (verb, row_id) in enumerate(opened, start)
    ]
    return in_rows(buttons, NUMBERS_A_ROW)


def opened(lines: Sequence[DayLine]) -> list[tuple[str, int]]:
    return [(OPENS.get(line.source, f"{line.source}.card"), line.id) for line in lines]


def what_words(source: Source, what: str) -> Text:
    return text(f"task-kind-{what}" if source is Source.TASK else f"scr-day-{what}")


def late_lines(found: Day, today: date) -> list[Text]:
    """What others are late with, numbered on behind one's own lines."""
    lines = [text("scr-day-late-tasks")]
    for number, task in enumerate(found.late, len(found.lines) + 1):
        lines.append(line_text(number, task.line, today, whose=task.doer or text("who-pool")))
    return [*lines, text("scr-day-more", count=found.late_more)] if found.late_more else lines


def owing_lines(found: Day, today: date) -> list[Text]:
    lines = [text("scr-day-owing")]
    before = len(found.lines) + len(found.late)
    lines += [_owing_line(number, owing, today) for number, owing in enumerate(found.owing, before + 1)]
    return [*lines, text("scr-day-more", count=found.owing_more)] if found.owing_more else lines


def line_text(
    number: int, line: DayLine, today: date, *, whose: str | Text | None = None, at: time | None = None
) -> Text:
    """`at` is the clock time at which somebody is told: an hour of today that is over is said to be."""
    key = "scr-day-line" if whose is None else "scr-day-late-task"
    return text(
        key if line.at_risk is None else f"{key}-money",
        mark=Deadline(line.due_on, line.due_time, as_mark=True),
        number=str(number),
        what=what_words(line.source, line.what),
        when=_when(line, today, at),
        deal=str(line.deal_id),
        kind=Localized(line.kind_names),
        client=shorten(line.client_name, LONGEST_NAME),
        **({} if whose is None else {"name": whose}),
        **({} if line.at_risk is None else {"amount": line.at_risk}),
    )


def _when(line: DayLine, today: date, at: time | None) -> Text:
    if line.what in set(ToGiveBack):
        return text("scr-day-since", day=f"{line.due_on:%d.%m}")
    late = (today - line.due_on).days
    if late > 0:
        return text("scr-day-late", days=late)
    if late < 0:
        return text("scr-day-ahead-in", days=-late, day=f"{line.due_on:%d.%m}")
    if line.due_time is not None and at is not None and line.due_time <= at:
        return text("scr-day-hour-over", time=f"{line.due_time:%H:%M}")
    if line.due_time is not None:
        return text("scr-day-today-at", time=f"{line.due_time:%H:%M}")
    return text("scr-day-today")


def _owing_line(number: int, owing: Owing, today: date) -> Text:
    what: dict[str, Param] = {"number": str(number), "name": owing.name, "count": owing.count, "amount": owing.amount}
    if owing.what == ToGiveBack.REFUND:
        return text("scr-day-owing-refund", since=f"{owing.oldest_on:%d.%m}", **what)
    return text("scr-day-owing-line", days=(today - owing.oldest_on).days, **what)
