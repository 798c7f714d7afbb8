"""What the journal looks like."""

from collections.abc import Sequence

from services.conversation.paging import Page
from services.conversation.values import Button, Chip, Moment, Screen, Style, Text, params_from_json, text
from services.documents.words import shorten
from services.journal.queries import JournalLine

IN_A_LIST = 400
IN_A_LINE = 160


def journal(deal_id: int, page: Page[JournalLine], *, first: bool) -> Screen:
    """Newest first; voices and long entries have a number to tap."""
    lines = [_line(number, entry) for number, entry in enumerate(page.lines, start=1)]
    more = [chip for number, entry in enumerate(page.lines, start=1) for chip in _open_chip(number, entry)]
    turn = [] if first else [Chip(text("btn-journal-newest"), "view=newest")]
    if page.next_before is not None:
        turn.append(Chip(text("btn-older"), f"view=before-{page.next_before}"))
    rows = [row for row in (more, turn, [_card_chip()]) if row]
    title = text("scr-journal", deal=str(deal_id))
    return Screen(
        [title, *(lines or [text("scr-journal-empty")]), text("ask-journal-entry")], rows, subject=f"deal:{deal_id}"
    )


def entry(deal_id: int, shown: JournalLine) -> Screen:
    """One entry in full."""
    back = Chip(text("btn-journal-newest"), "view=newest")
    return Screen([_line(1, shown, limit=None)], [[back, _card_chip()]], subject=f"deal:{deal_id}")


def _card_chip() -> Chip:
    return Chip(text("btn-open-card"), "card")


def _line(number: int, entry: JournalLine, limit: int | None = IN_A_LIST) -> Text:
    return text(
        "scr-journal-line",
        number=str(number),
        at=Moment(entry.created_at),
        author=entry.author or text("who-system"),
        entry=entry_words(entry, limit),
    )


def _open_chip(number: int, entry: JournalLine) -> list[Chip]:
    if entry.document_id is not None:
        return [Chip(text("btn-journal-voice", number=str(number)), f"voice={entry.document_id}")]
    if len(entry.text or "") > IN_A_LIST:
        return [Chip(text("btn-journal-entry", number=str(number)), f"view=entry-{entry.id}")]
    return []


def entry_words(entry: JournalLine, limit: int | None = IN_A_LINE) -> Text:
    """What an entry says, at most `limit` characters of it."""
    if entry.key is not None:
        return text(entry.key, **params_from_json(entry.params))
    if entry.text is None:
        return text("jrn-voice")
    words = entry.text if limit is None else shorten(entry.text, limit)
    if entry.forwarded_from is None:
        return text("jrn-said", words=words)
    return text("jrn-forwarded", sender=entry.forwarded_from, words=words)


def confirm(deal_id: int, words: str, askers: Sequence[str] = (), search: str | None = None) -> Screen:
    """`askers`: whose questions the words answer; `search`: what finds them instead, where they may be meant for it."""
    title, button = text("ask-journal-confirm", deal=str(deal_id)), "btn-journal-save"
    if askers:
        title, button = text("ask-journal-answer", names=", ".join(askers), deal=str(deal_id)), "btn-answer"
    rows: list[list[Button | Chip]] = [[Chip(text(button), "yes", Style.SUCCESS)]]
    if search is not None:
        rows.append([Button(text("btn-search-instead"), "client.found", f"{search}:")])
    return Screen([title, text("jrn-said", words=words)], rows, subject=f"deal:{deal_id}")


def written(deal_id: int, words: str, askers: Sequence[str]) -> Screen:
    rows = [
        [
            Button(text("btn-journal-read"), "deal.journal", deal_id),
            Button(text("btn-open-card"), "deal.card", deal_id),
        ]
    ]
    return Screen([noted(deal_id, words, askers)], rows, subject=f"deal:{deal_id}")


def noted(deal_id: int, words: str, askers: Sequence[str] = ()) -> Text:
    """`askers`: whose questions the words have answered."""
    said = {"deal": str(deal_id), "words": shorten(words, IN_A_LINE)}
    if askers:
        return text("scr-journal-answered", names=", ".join(askers), **said)
    return text("scr-journal-written", **said)


def sending() -> Text:
    return text("toast-sending", count=1)
