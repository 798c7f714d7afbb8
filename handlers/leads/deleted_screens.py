"""What the list of deleted leads looks like."""

from collections.abc import Sequence

from services.conversation.numbers import numbers
from services.conversation.values import Button, Moment, Screen, Style, Text, text
from services.documents.words import shorten
from services.leads.card import card_lines
from services.leads.deleted import DeletedLead
from services.leads.queries import LeadCard
from services.leads.words import lead_delete_words, who

LONGEST_NAME = 60


def deleted(lines: Sequence[DeletedLead], older: str | None, *, first: bool) -> Screen:
    """A number opens one."""
    turning = [] if first else [Button(text("btn-leads-first"), "lead.deleted")]
    if older is not None:
        turning.append(Button(text("btn-older"), "lead.deleted", older))
    around = [Button(text("btn-leads"), "lead.list"), Button(text("btn-menu"), "menu")]
    rows = [numbers("lead.gone", [lead.id for lead in lines]), turning, around]
    said = [_line(number, lead) for number, lead in enumerate(lines, start=1)]
    hint = text("scr-leads-deleted-hint") if lines else text("scr-leads-none")
    return Screen([text("scr-leads-deleted"), hint, *said], [row for row in rows if row])


def deleted_lead(lead: LeadCard, gone: DeletedLead) -> Screen:
    by = gone.deleted_by or text("who-system")
    restore = Button(text("btn-lead-restore"), "lead.restore", lead.id, Style.SUCCESS)
    back = Button(text("btn-leads-deleted"), "lead.deleted")
    why = text("ntf-lead-reason", reason=lead_delete_words(gone.reason)) if gone.reason else None
    lines = [text("scr-lead-gone", by=by, at=Moment(gone.deleted_at)), why, *card_lines(lead)]
    return Screen(lines, [[restore], [back]])


def _line(number: int, lead: DeletedLead) -> Text:
    called = who(lead.name, lead.company, lead.phone, lead.email)
    return text(
        "scr-leads-deleted-line",
        number=str(number),
        lead=str(lead.id),
        who=shorten(called, LONGEST_NAME) if isinstance(called, str) else called,
        at=Moment(lead.deleted_at),
        by=lead.deleted_by or text("who-system"),
    )
