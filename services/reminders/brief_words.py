"""The morning in words, and the numbers that open what it speaks of."""

from collections.abc import Sequence
from datetime import date

from services.conversation.listed import listed
from services.conversation.values import Button, Notice, Text, text
from services.day.queries import Day
from services.day.words import late_lines, number_rows, numbered, opened, owing_lines
from services.reminders.birthdays import Birthday
from services.reminders.sorting import Due
from services.reminders.words import due_lines

MOST_BIRTHDAYS = 12
_DAY = Button(text("btn-my-day"), "day.show")


def brief_notice(day: Day, due: Sequence[Due], birthdays: Sequence[Birthday], today: date) -> Notice | None:
    """One's own day as on its screen, then what comes up, numbered on; None when there is nothing to say."""
    if not (day.count or due or day.late or day.owing or birthdays):
        return None
    lines = [*_day_lines(day, today)]
    cards = [*opened(day.lines), *opened([task.line for task in day.late])]
    cards += [("day.person", owing.user_id) for owing in day.owing]
    for title, some in (
        ("ntf-brief-ahead", [each for each in due if each.whose is None]),
        ("ntf-brief-for-others", [each for each in due if each.whose is not None]),
    ):
        if some:
            lines += [text(title), *due_lines(some, today, start=len(cards) + 1)]
            cards += opened([each.line for each in some])
    lines += _birthday_lines(birthdays, start=len(cards) + 1)
    cards += _birthday_cards(birthdays)
    return Notice(lines, [*number_rows(cards), [_DAY]])


def greetings(birthdays: Sequence[Birthday]) -> Notice | None:
    """For whoever wants no brief."""
    if not birthdays:
        return None
    return Notice(_birthday_lines(birthdays, start=1), [*number_rows(_birthday_cards(birthdays)), [_DAY]])


def _day_lines(day: Day, today: date) -> list[Text]:
    lines: list[Text] = [text("ntf-brief", count=day.count)]
    if day.at_risk:
        amounts = listed([text("scr-day-amount", amount=amount) for amount in day.at_risk])
        lines.append(text("scr-day-risk", amounts=amounts))
    lines += numbered(day.lines, today)
    if day.count > len(day.lines):
        lines.append(text("scr-day-more", count=day.count - len(day.lines)))
    if day.late:
        lines += late_lines(day, today)
    if day.owing:
        lines += owing_lines(day, today)
    return lines


def _birthday_lines(found: Sequence[Birthday], *, start: int) -> list[Text]:
    lines = [
        text("ntf-birthday", number=str(number), client=one.name, day=one.on, years=one.years)
        for number, one in enumerate(found[:MOST_BIRTHDAYS], start)
    ]
    if len(found) > MOST_BIRTHDAYS:
        lines.append(text("scr-day-more", count=len(found) - MOST_BIRTHDAYS))
    return [text("ntf-birthdays"), *lines] if lines else []


def _birthday_cards(found: Sequence[Birthday]) -> list[tuple[str, int]]:
    return [("client.card", one.client_id) for one in found[:MOST_BIRTHDAYS]]
