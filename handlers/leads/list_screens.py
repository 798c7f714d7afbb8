"""What lists of leads look like."""

from decimal import Decimal

from handlers.deals.list_screens import LONGEST_IN_LIST
from models.lead import SCORE_UNIT
from services.conversation.numbers import numbers
from services.conversation.paging import Page
from services.conversation.values import Button, Parts, Screen, Style, Text, text
from services.documents.words import shorten
from services.leads.lists import LeadLine
from services.leads.words import score_words, who


def leads(page: Page[LeadLine]) -> Screen:
    """Numbered lines, opened by the numbers below them."""
    lines = [lead_line(number, lead) for number, lead in enumerate(page.lines, start=1)]
    rows = [numbers("lead.card", [lead.id for lead in page.lines])] if page.lines else []
    if page.next_before is not None:
        rows.append([Button(text("btn-older"), "lead.list", page.next_before)])
    rows.append([Button(text("btn-new-lead"), "lead.new", style=Style.PRIMARY), Button(text("btn-menu"), "menu")])
    return Screen([text("scr-leads"), *(lines or [text("scr-leads-none")])], rows)


def lead_line(number: int, lead: LeadLine) -> Text:
    called = who(lead.name, lead.company, lead.phone, lead.email)
    score = None if lead.score is None else score_words(Decimal(lead.score) / SCORE_UNIT, lead.tier, None)
    return text(
        "scr-leads-line",
        number=str(number),
        lead=str(lead.id),
        who=shorten(called, LONGEST_IN_LIST) if isinstance(called, str) else called,
        parts=Parts([text(f"stage-lead-{lead.stage}"), score, lead.object, lead.assignee or text("who-pool")]),
    )
