"""What a person's day looks like."""

from collections.abc import Sequence
from datetime import date

from services.conversation.listed import listed
from services.conversation.values import Button, Screen, Text, text
from services.day.queries import Ahead, Day, DayLine
from services.day.words import late_lines, number_rows, numbered, opened, owing_lines, what_words

SURFACE = "day"


def day(found: Day, today: date) -> Screen:
    """What others are late with, and the people whose clients owe, are numbered on behind one's own lines."""
    lines = [text("scr-day", count=found.count)]
    if found.at_risk:
        amounts = listed([text("scr-day-amount", amount=amount) for amount in found.at_risk])
        lines.append(text("scr-day-risk", amounts=amounts))
    lines += numbered(found.lines, today)
    if found.count > len(found.lines):
        lines.append(text("scr-day-more", count=found.count - len(found.lines)))
    if not found.count:
        lines.append(_ahead(found.ahead) if found.ahead else text("scr-day-nothing-ahead"))
    if found.late:
        lines += late_lines(found, today)
    if found.owing:
        lines += owing_lines(found, today)
    cards = [*opened(found.lines), *opened([task.line for task in found.late])]
    people = number_rows([("day.person", owing.user_id) for owing in found.owing], start=len(cards) + 1)
    rows = [*number_rows(cards), *people, *_ahead_row(found.ahead), _leave()]
    return Screen(lines, rows, surface=SURFACE)


def overdue_of(name: str, lines: Sequence[DayLine], today: date) -> Screen:
    title = text("scr-day-overdue-of" if lines else "scr-day-nothing-overdue", name=name)
    return Screen(
        [title, *numbered(lines, today)],
        [*number_rows(opened(lines)), [Button(text("btn-my-day"), "day.show"), Button(text("btn-menu"), "menu")]],
    )


def _ahead(ahead: Ahead) -> Text:
    what = what_words(ahead.source, ahead.what)
    return text("scr-day-ahead", what=what, day=ahead.on, deal=str(ahead.deal_id))


def _ahead_row(ahead: Ahead | None) -> list[list[Button]]:
    return [[Button(text("btn-open-card"), "deal.card", ahead.deal_id)]] if ahead else []


def _leave() -> list[Button]:
    return [Button(text("btn-queue"), "task.queue"), Button(text("btn-menu"), "menu")]
