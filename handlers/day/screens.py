"""What a person's day looks like."""

from collections.abc import Sequence
from datetime import date

from handlers.deals.list_screens import LONGEST_IN_LIST
from services.conversation.listed import listed
from services.conversation.rows import in_rows
from services.conversation.values import Button, Deadline, Localized, Screen, Text, text
from services.day.give_back import Source, ToGiveBack
from services.day.queries import Ahead, Day, DayLine, Owing
from services.documents.words import shorten

NUMBERS_A_ROW = 6
SURFACE = "day"
OPENS = {Source.ENTRY: "ledger.entry"}


def day(found: Day, today: date) -> Screen:
    """What others are late with, and the people whose clients owe, are numbered on behind one's own lines."""
    lines = [text("scr-day", count=found.count)]
    if found.at_risk:
        amounts = listed([text("scr-day-amount", amount=amount) for amount in found.at_risk])
        lines.append(text("scr-day-risk", amounts=amounts))
    lines += _numbered(found.lines, today)
    if found.count > len(found.lines):
        lines.append(text("scr-day-more", count=found.count - len(found.lines)))
    if not found.count:
        lines.append(_ahead(found.ahead) if found.ahead else text("scr-day-nothing-ahead"))
    if found.late:
        lines += _late(found, today)
    if found.owing:
        lines += _owing(found, today)
    opened = [*_opened(found.lines), *_opened([task.line for task in found.late])]
    people = _buttons([("day.person", owing.user_id) for owing in found.owing], start=len(opened) + 1)
    rows = [*_buttons(opened, start=1), *people, *_ahead_row(found.ahead), _leave()]
    return Screen(lines, rows, surface=SURFACE)


def overdue_of(name: str, lines: Sequence[DayLine], today: date) -> Screen:
    title = text("scr-day-overdue-of" if lines else "scr-day-nothing-overdue", name=name)
    return Screen(
        [title, *_numbered(lines, today)],
        [*_line_rows(lines), [Button(text("btn-my-day"), "day.show"), Button(text("btn-menu"), "menu")]],
    )


def _numbered(lines: Sequence[DayLine], today: date) -> list[Text]:
    return [_line(number, line, today) for number, line in enumerate(lines, start=1)]


def _line(number: int, line: DayLine, today: date, *, whose: str | Text | None = None) -> Text:
    key = "scr-day-line" if whose is None else "scr-day-late-task"
    return text(
        key if line.at_risk is None else f"{key}-money",
        mark=Deadline(line.due_on, as_mark=True),
        number=str(number),
        what=_what(line.source, line.what),
        when=_when(line, today),
        deal=str(line.deal_id),
        kind=Localized(line.kind_names),
        client=shorten(line.client_name, LONGEST_IN_LIST),
        **({} if whose is None else {"name": whose}),
        **({} if line.at_risk is None else {"amount": line.at_risk}),
    )


def _what(source: Source, what: str) -> Text:
    return text(f"task-kind-{what}" if source is Source.TASK else f"scr-day-{what}")


def _when(line: DayLine, today: date) -> Text:
    if line.what in set(ToGiveBack):
        return text("scr-day-since", day=f"{line.due_on:%d.%m}")
    late = (today - line.due_on).days
    if late:
        return text("scr-day-late", days=late)
    if line.due_time is not None:
        return text("scr-day-today-at", time=f"{line.due_time:%H:%M}")
    return text("scr-day-today")


def _late(found: Day, today: date) -> list[Text]:
    lines = [text("scr-day-late-tasks")]
    for number, task in enumerate(found.late, len(found.lines) + 1):
        lines.append(_line(number, task.line, today, whose=task.doer or text("who-pool")))
    return [*lines, text("scr-day-more", count=found.late_more)] if found.late_more else lines


def _owing(found: Day, today: date) -> list[Text]:
    lines = [text("scr-day-owing")]
    before = len(found.lines) + len(found.late)
    lines += [_owing_line(number, owing, today) for number, owing in enumerate(found.owing, before + 1)]
    return [*lines, text("scr-day-more", count=found.owing_more)] if found.owing_more else lines


def _owing_line(number: int, owing: Owing, today: date) -> Text:
    return text(
        "scr-day-owing-line",
        number=str(number),
        name=owing.name,
        count=owing.count,
        amount=owing.amount,
        days=(today - owing.oldest_on).days,
    )


def _ahead(ahead: Ahead) -> Text:
    return text("scr-day-ahead", what=_what(ahead.source, ahead.what), day=ahead.on, deal=str(ahead.deal_id))


def _ahead_row(ahead: Ahead | None) -> list[list[Button]]:
    return [[Button(text("btn-open-card"), "deal.card", ahead.deal_id)]] if ahead else []


def _line_rows(lines: Sequence[DayLine]) -> list[list[Button]]:
    return _buttons(_opened(lines), start=1)


def _opened(lines: Sequence[DayLine]) -> list[tuple[str, int]]:
    """By which verb and row id each is opened."""
    return [(OPENS.get(line.source, f"{line.source}.card"), line.id) for line in lines]


def _buttons(opened: Sequence[tuple[str, int]], *, start: int) -> list[list[Button]]:
    buttons = [
        Button(text("btn-number", number=str(number)), verb, row_id)
        for number, (verb, row_id) in enumerate(opened, start)
    ]
    return in_rows(buttons, NUMBERS_A_ROW)


def _leave() -> list[Button]:
    return [Button(text("btn-queue"), "task.queue"), Button(text("btn-menu"), "menu")]
