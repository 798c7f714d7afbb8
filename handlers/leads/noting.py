"""Notes on a lead: by the card's button, in reply to a card, typed while it is on the screen, his words forwarded."""

from datetime import datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import is_yes
from handlers.common.ids import row_id
from handlers.documents.incoming import sender_of
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Kind, Steps
from handlers.leads import question_screens as ask
from handlers.leads.shown import card_screen, done_with_lead
from handlers.leads.states import NoteLeadFlow
from services.access import Actor, Right
from services.conversation.values import Screen
from services.journal.write import LONGEST, message_key
from services.leads.access import access_lead
from services.leads.called import call_lead
from services.leads.note import NoteLead, note_lead
from services.leads.sender import is_to_be_asked, told_by

steps = Steps()
steps.flow(NoteLeadFlow, right=Right.WORK_LEADS)


@steps.tap("lead.note", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    lead = await access_lead(session, actor, row_id(arg), right=Right.WORK_LEADS)
    return Start(NoteLeadFlow.words, {"lead_id": lead.id})


@steps.tap("lead.called", right=Right.WORK_LEADS)
async def start_after_call(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Start:
    """What was said is asked at once."""
    lead = await call_lead(session, actor, row_id(arg), now=now)
    return Start(NoteLeadFlow.words, {"lead_id": lead.id})


@steps.question(NoteLeadFlow.words)
async def ask_words(draft: Draft) -> Screen:
    return ask.note(draft["lead_id"])


@steps.answer(NoteLeadFlow.words)
async def on_words(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, message: Message, text: str
) -> Done:
    await _write(session, actor, draft["lead_id"], message, text, now)
    return await done_with_lead(session, actor, draft["lead_id"], ask.noted())


@steps.question(NoteLeadFlow.confirm)
async def ask_confirm(draft: Draft) -> Screen:
    return ask.note_confirm(draft["lead_id"], draft["text"])


@steps.answer(NoteLeadFlow.confirm)
async def on_confirm_typed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask | Done:
    """Anything but a yes is the rest of what is to be noted."""
    if is_yes(text):
        return await on_confirm(session, actor, draft, now)
    draft["text"] = f"{draft['text']}\n{text}"
    return Ask(NoteLeadFlow.confirm)


@steps.pick(NoteLeadFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime) -> Done:
    command = NoteLead(lead_id=draft["lead_id"], text=draft["text"], intent_key=f"note-{draft.token}")
    await note_lead(session, actor, command, now=now)
    return await done_with_lead(session, actor, command.lead_id, ask.noted())


@steps.reply_to("lead", Kind.TEXT, right=Right.WORK_LEADS)
async def on_reply(session: AsyncSession, actor: Actor, now: datetime, message: Message, text: str, arg: str) -> Screen:
    return await take_words(session, actor, row_id(arg), message, text, now)


async def take_words(
    session: AsyncSession, actor: Actor, lead_id: int, message: Message, words: str, now: datetime
) -> Screen:
    """What was sent or forwarded while the lead's card stood on the screen."""
    await _write(session, actor, lead_id, message, words, now)
    return await card_screen(session, actor, lead_id, ask.noted())


async def _write(
    session: AsyncSession, actor: Actor, lead_id: int, message: Message, words: str, now: datetime
) -> None:
    """Of another than the lead is known by it is a comment."""
    sender = sender_of(message)
    his = sender is not None and not await is_to_be_asked(session, actor, lead_id, [sender])
    command = NoteLead(
        lead_id=lead_id,
        text=words if his else told_by(sender, words, LONGEST),
        intent_key=message_key(actor.telegram_id, message.message_id),
        forwarded_from=sender if his else None,
        by_lead=his,
    )
    await note_lead(session, actor, command, now=now)
