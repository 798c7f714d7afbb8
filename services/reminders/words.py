"""What is due, in numbered lines."""

from collections.abc import Sequence
from datetime import date, time

from services.conversation.values import Text
from services.day.words import line_text
from services.reminders.sorting import Due


def due_lines(due: Sequence[Due], today: date, *, at: time | None = None, start: int = 1) -> list[Text]:
    """With the name of whose it is where that is somebody else; `at` tells whose hour is over."""
    return [line_text(number, each.line, today, whose=each.whose, at=at) for number, each in enumerate(due, start)]
