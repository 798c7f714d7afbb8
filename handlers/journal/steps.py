"""Writing into the journal: by the card's button, in reply to a card, by forwarding, by voice."""

from collections.abc import Sequence
from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.calculations.entering import offers_written
from handlers.common.answers import is_yes
from handlers.common.ids import row_id
from handlers.deals.shown import done_with_card
from handlers.documents.incoming import incoming_file, sender_of
from handlers.journal import screens
from handlers.journal.states import WriteEntryFlow
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask, Done, Later, Start
from handlers.kit.steps import Kind, Steps
from models.document import MediaKind
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text, Toast
from services.documents.receive import IncomingWords, receive_file, receive_words
from services.documents.send import send_document
from services.journal.queries import find_entry, list_entries
from services.journal.write import WriteEntry, message_key, write_entry
from services.tasks.queries import list_askers

steps = Steps()
steps.flow(WriteEntryFlow, right=Right.WRITE_JOURNAL)

CARD = "card"


@steps.tap("deal.journal", right=Right.WRITE_JOURNAL)
async def start(arg: str) -> Start:
    return Start(WriteEntryFlow.entry, {"deal_id": row_id(arg)})


@steps.question(WriteEntryFlow.entry)
async def ask_entry(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    """The newest entries, a page before them, or one entry in full."""
    deal_id = draft["deal_id"]
    what, _, arg = (draft.view or "").partition("-")
    if what == "entry":
        return screens.entry(deal_id, await find_entry(session, actor, row_id(arg)))
    before = row_id(arg) if what == "before" else None
    page = await list_entries(session, actor, deal_id, before=before)
    return screens.journal(deal_id, page, first=before is None)


@steps.answer(WriteEntryFlow.entry)
async def on_entry(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, message: Message, text: str, today: date
) -> Done | Later:
    if sender_of(message) is not None:
        return await take_forwarded(session, actor, message, draft["deal_id"], now)
    return await _save(session, actor, draft, now, text, today)


@steps.answer(WriteEntryFlow.entry, Kind.FILE)
@steps.answer(WriteEntryFlow.confirm, Kind.FILE)
async def on_file(
    session: AsyncSession,
    actor: Actor,
    draft: Draft,
    memory: Memory,
    now: datetime,
    today: date,
    message: Message,
) -> Later:
    """A voice is the entry; any other file goes into the folder beside what is being written."""
    file = incoming_file(message, today=today)
    await receive_file(session, actor, file, deal_id=draft["deal_id"], now=now)
    if file.media is MediaKind.VOICE and draft.get("text") is None:
        memory.finish()
    return Later()


@steps.pick(WriteEntryFlow.entry)
async def on_chip(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str, today: date
) -> Ask | Done:
    if value == CARD:
        return await done_with_card(session, actor, draft["deal_id"], today=today)
    await send_document(session, actor, row_id(value.removeprefix("voice=")), now=now)
    return Ask(WriteEntryFlow.entry, toast=Toast(screens.sending()))


@steps.question(WriteEntryFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    askers = await list_askers(session, draft["deal_id"], but_not=actor.id)
    return screens.confirm(draft["deal_id"], draft["text"], askers, draft.get("search"))


@steps.answer(WriteEntryFlow.confirm)
async def on_confirm_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str, today: date
) -> Ask | Done:
    """Anything but a yes is the rest of what is to be written."""
    if is_yes(text):
        return await on_confirm(session, actor, draft, now, today)
    draft["text"] = f"{draft['text']}\n{text}"
    return Ask(WriteEntryFlow.confirm)


@steps.pick(WriteEntryFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    return await _save(session, actor, draft, now, draft["text"], today)


@steps.reply_to("deal", Kind.TEXT, right=Right.WRITE_JOURNAL)
async def on_reply(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    now: datetime,
    today: date,
    message: Message,
    text: str,
    arg: str,
) -> Screen | Start:
    """Offers are shown as understood; any other words stand in the journal at once."""
    offers = await offers_written(session, actor, brokerage, row_id(arg), text, today=today)
    if offers is not None:
        return offers
    key = message_key(actor.telegram_id, message.message_id)
    command = WriteEntry(deal_id=row_id(arg), text=text, intent_key=key)
    askers = await list_askers(session, command.deal_id, but_not=actor.id)
    await write_entry(session, actor, command, now=now)
    return screens.written(command.deal_id, text, askers)


async def take_forwarded(
    session: AsyncSession,
    actor: Actor,
    message: Message,
    deal_id: int | None,
    now: datetime,
    *,
    problem: Text | None = None,
    lead_id: int | None = None,
    meant: Sequence[int] = (),
) -> Later:
    """Somebody's words; without a deal they are kept until the person says whose they are, perhaps that lead's or those
    deals'.
    """
    sender = sender_of(message)
    words = IncomingWords(message_id=message.message_id, text=message.text or "", forwarded_from=sender)
    await receive_words(session, actor, words, deal_id=deal_id, problem=problem, lead_id=lead_id, meant=meant, now=now)
    return Later()


async def _save(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, words: str, today: date) -> Done:
    command = WriteEntry(deal_id=draft["deal_id"], text=words, intent_key=f"journal-{draft.token}")
    askers = await list_askers(session, command.deal_id, but_not=actor.id)
    await write_entry(session, actor, command, now=now)
    note = screens.noted(command.deal_id, words, askers)
    return await done_with_card(session, actor, command.deal_id, note, today=today)
