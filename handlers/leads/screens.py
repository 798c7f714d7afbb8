"""What surrounds a lead's card: what else may be done, notes, history."""

from models.client import ContactKind
from models.lead import LeadAction, of_one
from services.access import Actor, Right
from services.clients.identifiers import format_phone
from services.conversation.paging import Page
from services.conversation.rows import in_rows
from services.conversation.values import Button, Moment, Parts, Screen, Style, Text, text
from services.documents.words import shorten
from services.leads.card import LONGEST_WISH, wishes
from services.leads.past import LeadHistoryLine, LeadNoteLine, ScoreLine
from services.leads.queries import Contact, LeadCard
from services.leads.rules import BACK
from services.leads.words import lead_delete_words, lead_lost_words, score_words

LONGEST_IN_LIST = 400
WISH_IN_FULL = 1_800
"""Characters of what a lead wants, and of what troubles him: there is room for both."""
LONGEST_TRACE = 12
"""Characters of a correlation id: enough to find it by."""


def more(lead: LeadCard, actor: Actor) -> Screen:
    """What is needed seldom."""
    keys = [Button(text("btn-lead-history"), "lead.history", lead.id)]
    if lead.score is not None:
        keys.append(Button(text("btn-lead-scores"), "lead.scores", lead.id))
    if lead.contacts and actor.may(Right.REVEAL_PERSONAL_DATA):
        keys.append(Button(text("btn-lead-reveal"), "lead.reveal", lead.id))
    if not lead.closed:
        keys.insert(0, Button(text("btn-lead-edit"), "lead.edit", lead.id))
        if lead.assignee_id is not None:
            keys.append(Button(text("btn-lead-release"), "lead.release", lead.id))
    if lead.stage in BACK and actor.may(Right.MANAGE_LEADS):
        keys.append(Button(text("btn-lead-roll-back"), "lead.back", f"{lead.id}:{lead.stage}"))
    if actor.may(Right.DELETE_LEADS):
        keys.append(Button(text("btn-lead-delete"), "lead.delete", lead.id, Style.DANGER))
    lines = [
        text("scr-lead-more", number=str(lead.id)),
        text("scr-lead-created", at=Moment(lead.created_at)),
        text("scr-lead-activity", at=Moment(lead.last_activity_at)),
        text("scr-lead-campaign", campaign=lead.campaign) if lead.campaign else None,
        *(line for line in wishes(lead, WISH_IN_FULL) if line not in wishes(lead, LONGEST_WISH)),
    ]
    return Screen(lines, [*in_rows(keys), [to_card(lead.id)]], subject=f"lead:{lead.id}")


def revealed(lead: LeadCard) -> Screen:
    lines = [text("scr-lead-contacts", number=str(lead.id)), *(_contact_line(contact) for contact in lead.contacts)]
    tax = text("scr-lead-tax", number=lead.tax_number) if lead.tax_number else None
    return Screen([*lines, tax], [[to_card(lead.id)]], subject=f"lead:{lead.id}")


def _contact_line(contact: Contact) -> Text:
    shown = format_phone(contact.value) if contact.kind is ContactKind.PHONE else contact.value
    return text(f"scr-lead-{contact.kind}", value=shown)


def notes(lead_id: int, page: Page[LeadNoteLine]) -> Screen:
    """Newest first; a long one has a number to tap."""
    said = [_note_line(number, note) for number, note in enumerate(page.lines, start=1)]
    lines = [text("scr-lead-notes", number=str(lead_id)), *said]
    full = [
        Button(text("btn-lead-note-full", number=str(number)), "lead.read", f"{lead_id}:{note.id}")
        for number, note in enumerate(page.lines, start=1)
        if len(note.text) > LONGEST_IN_LIST
    ]
    write = [Button(text("btn-lead-note"), "lead.note", lead_id, Style.PRIMARY)]
    none = text("scr-lead-notes-none") if not page.lines else None
    rows = [*([full] if full else []), write, *_leave(lead_id, "lead.notes", page.next_before)]
    return Screen([*lines, none], rows, subject=f"lead:{lead_id}")


def _note_line(number: int, note: LeadNoteLine) -> Text:
    words = shorten(note.text, LONGEST_IN_LIST)
    return text("scr-lead-note-line", number=str(number), at=Moment(note.created_at), by=_by(note), words=words)


def note_in_full(lead_id: int, note: LeadNoteLine) -> Screen:
    line = text("scr-lead-note-full", at=Moment(note.created_at), by=_by(note), words=note.text)
    back = Button(text("btn-lead-notes", count=0), "lead.notes", lead_id)
    return Screen([line], [[back, to_card(lead_id)]], subject=f"lead:{lead_id}")


def _by(note: LeadNoteLine) -> str | Text:
    return note.forwarded_from or note.author or text("who-system")


def history(lead_id: int, page: Page[LeadHistoryLine]) -> Screen:
    lines = [text("scr-lead-history", number=str(lead_id)), *(_history_line(line) for line in page.lines)]
    return Screen(lines, _leave(lead_id, "lead.history", page.next_before), subject=f"lead:{lead_id}")


def _history_line(line: LeadHistoryLine) -> Text:
    by = line.by or text("who-system")
    to = line.to_user or text("who-pool")
    stages = {
        "before": text(f"stage-lead-{line.from_stage}") if line.from_stage else "",
        "after": text(f"stage-lead-{line.to_stage}") if line.to_stage else "",
    }
    what = text(f"lead-did-{line.action}", to=to, **stages)
    words = lead_delete_words if line.action is LeadAction.DELETED else lead_lost_words
    reason = words(shorten(line.reason, LONGEST_IN_LIST)) if line.reason else None
    return text(
        "scr-lead-history-line",
        at=Moment(line.created_at),
        by=by,
        what=Parts([what, reason]),
        source=text(f"lead-by-{line.source}"),
        trace=line.correlation_id[:LONGEST_TRACE],
    )


def scores(lead_id: int, page: Page[ScoreLine]) -> Screen:
    lines = [text("scr-lead-scores", number=str(lead_id)), *(_score_line(line) for line in page.lines)]
    return Screen(lines, _leave(lead_id, "lead.scores", page.next_before), subject=f"lead:{lead_id}")


def _score_line(line: ScoreLine) -> Text:
    return text(
        "scr-lead-score-line",
        at=Moment(line.created_at),
        score=score_words(of_one(line.score), line.tier, None),
        advice=text(f"lead-advice-{line.recommendation}"),
        by=text(f"scored-by-{line.scored_by}"),
    )


def _leave(lead_id: int, verb: str, next_before: int | None) -> list[list[Button]]:
    """To what is older, where there is more, and back to the card."""
    older = [[Button(text("btn-older"), verb, f"{lead_id}:{next_before}")]] if next_before is not None else []
    return [*older, [to_card(lead_id)]]


def to_card(lead_id: int) -> Button:
    return Button(text("btn-lead-card"), "lead.card", lead_id)


def taken() -> Text:
    return text("scr-lead-taken")
