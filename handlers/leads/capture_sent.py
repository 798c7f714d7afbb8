"""What is sent or forwarded while a new lead is asked about: his own goes with him, another's is asked about apart."""

from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.documents.incoming import incoming_file, sender_of
from handlers.journal.steps import take_forwarded
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask
from handlers.leads import capture_screens as capture
from handlers.leads.draft_lead import add_note, is_his, keep_file, keep_message, keep_sender, keep_typed
from handlers.leads.going_on import go_on
from handlers.leads.states import CaptureLeadFlow
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.documents.receive import receive_file
from services.leads.attachment_rules import check_attachable

STATES = {str(state.state): state for state in CaptureLeadFlow.__states__}


async def on_file(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, message: Message, today: date
) -> Ask:
    """Attached once the lead is saved; the question waits for its answer."""
    file, asked = incoming_file(message, today=today), STATES[draft.step]
    sender = file.forwarded_from
    if sender is not None and not is_his(draft.values, sender):
        await receive_file(session, actor, file, deal_id=None, now=now)
        return Ask(asked, problem=capture.of_another(sender))
    check_attachable(file.media)
    keep_file(draft.values, file)
    if sender is not None:
        keep_sender(draft.values, sender)
    return Ask(asked, problem=capture.file_kept())


async def on_forwarded(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    message: Message,
    text: str,
) -> Ask | Screen:
    """The person's own beside the lead's are a comment; alone they are as good as typed."""
    sender, asked = sender_of(message), STATES[draft.step]
    if sender is not None:
        if not await keep_message(session, brokerage, draft.values, sender, text):
            await take_forwarded(session, actor, message, None, now)
            return Ask(asked, problem=capture.of_another(sender))
    elif draft.get("forwarded_from"):
        add_note(draft.values, text)
    elif not await keep_typed(session, brokerage, draft.values, text):
        return Ask(asked, problem=capture.no_lead(text))
    return await go_on(session, actor, memory, draft, now)
