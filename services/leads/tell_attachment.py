"""What became of an attachment: one message to who sent it, edited in place while the file is on its way."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from models.lead import Lead
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.documents.answer_lines import file_line
from services.documents.queries import line_of, select_lines
from services.documents.words import title_of
from services.leads.card import refresh_lead_cards
from services.leads.words import who


async def tell_attachment(session: AsyncSession, document: Document, *, now: datetime, correlation_id: str) -> None:
    """The lead's cards on screens show the new count; part of a use case, which has authorised."""
    assert document.lead_id is not None  # noqa: S101 - the caller has attached it
    lead = (await session.execute(select(Lead).where(Lead.id == document.lead_id))).scalar_one()
    named = text("ntf-lead-named", lead=str(lead.id), who=who(lead.name, lead.company, None, None))
    subject = f"lead:{lead.id}" if document.deal_id is None else f"deal:{document.deal_id}"
    notice = Notice([await _line(session, document), named], [[_card(document)]], subject=subject)
    surface = f"attachment:{document.id}"
    await notify(session, [document.added_by], notice, now=now, correlation_id=correlation_id, surface=surface)
    await refresh_lead_cards(session, lead.id, but_not_of=None, now=now, correlation_id=correlation_id)


def _card(document: Document) -> Button:
    """Of what the lead has become, when he has."""
    if document.deal_id is not None:
        return Button(text("btn-open-card"), "deal.card", document.deal_id, Style.PRIMARY)
    return Button(text("btn-lead-open"), "lead.card", document.lead_id or 0, Style.PRIMARY)


async def _line(session: AsyncSession, document: Document) -> Text:
    if document.deleted_at is not None:
        return text("ntf-attachment-deleted", name=title_of(document.media, document.name, document.caption))
    line = line_of((await session.execute(select_lines().where(Document.id == document.id))).one())
    if line.same_as is not None:
        return text("ntf-attachment-same", name=line.title, same=line.same_as)
    return file_line(line)
