"""What dead letters look like to the admins."""

from collections.abc import Sequence

from handlers.audit.facts import fact_lines
from handlers.dead_letters.facts import fact_words
from services.audit.names import Known
from services.conversation.numbers import number_rows
from services.conversation.paging import Page
from services.conversation.values import Button, Chip, Moment, Screen, Style, Text, text
from services.dead_letters.details import Details
from services.dead_letters.drop import DropReason
from services.dead_letters.letter import Group, Letter, LetterRef
from services.dead_letters.requeue import Requeued
from services.dead_letters.words import about_words, letter_lines, letter_rows, reason_words, what_failed

NUMBERS_A_ROW = 4
MOST_FACTS = 25
_MENU = Button(text("btn-menu"), "menu")
_ALL = Button(text("btn-dead-list"), "dead.groups")


def groups(found: Sequence[Group]) -> Screen:
    if not found:
        return Screen([text("scr-dead-none")], [[Button(text("btn-refresh"), "dead.groups"), _MENU]])
    lines = [
        text("scr-dead-group", number=str(number), what=what_failed(group.consumer), count=group.count)
        for number, group in enumerate(found, 1)
    ]
    rows = number_rows("dead.list", [str(group.newest) for group in found], a_row=NUMBERS_A_ROW)
    title = text("scr-dead-title", count=sum(group.count for group in found))
    return Screen([title, *lines], [*rows, [Button(text("btn-refresh"), "dead.groups"), _MENU]])


def letters(like: LetterRef, page: Page[Letter]) -> Screen:
    lines = [_letter_line(number, letter) for number, letter in enumerate(page.lines, 1)]
    older = [] if page.next_before is None else [Button(text("btn-older"), "dead.list", f"{like}:{page.next_before}")]
    rows = [
        *number_rows("dead.card", [str(letter.ref) for letter in page.lines], a_row=NUMBERS_A_ROW),
        [Button(text("btn-dead-requeue-all"), "dead.all", str(like), Style.PRIMARY), *older],
        [_ALL, _MENU],
    ]
    return Screen([text("scr-dead-letter", what=what_failed(page.lines[0].consumer)), *lines], rows)


def _letter_line(number: int, letter: Letter) -> Text:
    assert letter.died_at is not None  # noqa: S101 - of the dead only
    about, reason = about_words(letter), reason_words(letter.reason)
    return text("scr-dead-line", number=str(number), about=about, at=Moment(letter.died_at), reason=reason)


def letter(one: Letter) -> Screen:
    return Screen(letter_lines(one), [*letter_rows(one), [_ALL, _MENU]])


def details(found: Details, known: Known) -> Screen:
    about = found.letter.about
    payload = fact_lines(about[0], found.payload, {}, known, told=()) if about else []
    facts = [*fact_words(found.facts), *payload][:MOST_FACTS]
    lines = letter_lines(found.letter)
    if found.happened_at is not None:
        lines.append(text("scr-dead-happened", at=Moment(found.happened_at)))
    return Screen(lines, [*letter_rows(found.letter, in_detail=True), [_ALL, _MENU]], folded=facts)


def ask_drop_reason(one: Letter) -> Screen:
    chips = [[Chip(text(f"dead-drop-{reason}"), reason.value)] for reason in DropReason]
    return Screen([text("ask-dead-drop", what=what_failed(one.consumer), about=about_words(one))], chips)


def requeued() -> Text:
    return text("toast-dead-requeued")


def requeued_many(done: Requeued) -> list[Text]:
    left = [text("scr-dead-left", count=done.left)] if done.left else []
    return [text("scr-dead-requeued", count=done.count), *left]


def sorted_already() -> Text:
    return text("toast-dead-sorted")
