"""What people send outside every dialogue: for the lead or the deal on the screen, or first asked where."""

from contextlib import suppress
from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import finding_screens as found
from handlers.documents import screens as documents
from handlers.documents.incoming import deal_in, incoming_file, lead_in, sender_of
from handlers.idle.answers import destination
from handlers.idle.known import who_has
from handlers.journal.steps import take_forwarded
from handlers.kit.draft import Memory, Search
from handlers.kit.replies import Later, Leave
from handlers.kit.steps import Kind, Steps
from handlers.leads import file_screens as attachments
from handlers.leads.attaching import take_file
from handlers.leads.noting import take_words
from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Phone
from models.client import ContactKind
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, text
from services.documents.receive import receive_file
from services.leads.errors import LeadNotFound, LeadOfOthers
from services.leads.sender import is_the_lead

LONGEST_CONTACT = 200

steps = Steps()


@steps.when_idle(Kind.FILE, right=Right.FILE_DOCUMENTS)
async def on_file(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    now: datetime,
    today: date,
    message: Message,
    memory: Memory,
) -> Later | Screen:
    file = incoming_file(message, today=today)
    lead_id = lead_in_hand(actor, memory.focus)
    to = await destination(session, actor, memory, lead_id=lead_id)
    if lead_id is not None and not to.meant and await _is_his(session, actor, lead_id, file.forwarded_from):
        return await take_file(session, actor, brokerage, lead_id, file, now)
    await receive_file(
        session, actor, file, deal_id=to.deal_id, problem=to.problem, lead_id=lead_id, meant=to.meant, now=now
    )
    return Later()


@steps.when_idle(Kind.FORWARDED, right=Right.WRITE_JOURNAL)
async def on_forwarded(
    session: AsyncSession, actor: Actor, now: datetime, message: Message, memory: Memory, text: str
) -> Later | Screen:
    """The lead's own; of words of others, or where the lead is somebody else's by now, the person is asked."""
    lead_id = lead_in_hand(actor, memory.focus)
    to = await destination(session, actor, memory, lead_id=lead_id)
    if lead_id is not None and not to.meant:
        with suppress(LeadNotFound, LeadOfOthers):
            if await _is_his(session, actor, lead_id, sender_of(message)):
                return await take_words(session, actor, lead_id, message, text, now)
    return await take_forwarded(
        session, actor, message, to.deal_id, now, problem=to.problem, lead_id=lead_id, meant=to.meant
    )


@steps.when_idle(Kind.OTHER, right=Right.ENTER)
async def on_other(actor: Actor, focus: str | None) -> Screen | Leave:
    """Stickers, places, round videos."""
    lead_id, deal_id = lead_in_hand(actor, focus), deal_in(focus)
    if lead_id is not None:
        return attachments.not_an_attachment(lead_id)
    if deal_id is None or not actor.may(Right.FILE_DOCUMENTS):
        return Leave(text("err-unexpected-idle"))
    return documents.not_a_document(deal_id)


@steps.when_idle(Kind.CONTACT, right=Right.ENTER)
async def on_contact(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, message: Message
) -> Screen | Leave:
    """The card of who has this phone, else what may be made of it."""
    contact = message.contact
    if contact is None or not actor.may(Right.SEE_CLIENTS):
        return Leave(found.nothing_to_do())
    phone = parse_phone(contact.phone_number, brokerage.region)
    number = phone.e164 if isinstance(phone, Phone) else contact.phone_number
    known = await who_has(session, actor, memory, [(ContactKind.PHONE, number)])
    if known is not None:
        return known
    words = " ".join(filter(None, (contact.first_name, contact.last_name, number)))
    memory.search = Search(words[:LONGEST_CONTACT])
    return found.new_contact(memory.search, actor)


async def _is_his(session: AsyncSession, actor: Actor, lead_id: int, sender: str | None) -> bool:
    """What the person sends himself is meant for the lead on the screen."""
    return sender is None or await is_the_lead(session, actor, lead_id, sender)


def lead_in_hand(actor: Actor, focus: str | None) -> int | None:
    return lead_in(focus) if actor.may(Right.WORK_LEADS) else None
