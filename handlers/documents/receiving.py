"""Files that people send in reply to a deal, and where those go that came without one."""

from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id, row_ids, row_page
from handlers.documents import screens
from handlers.documents.incoming import incoming_file
from handlers.kit.draft import Memory
from handlers.kit.replies import Later
from handlers.kit.steps import Kind, Steps
from services.access import Actor, Right
from services.conversation.values import Screen, Toast, text
from services.documents.place import drop_packet, place_packet, show_places
from services.documents.receive import receive_file

steps = Steps()


@steps.reply_to("deal", Kind.FILE, right=Right.FILE_DOCUMENTS)
async def on_file_in_reply(
    session: AsyncSession, actor: Actor, now: datetime, today: date, message: Message, arg: str
) -> Later:
    await receive_file(session, actor, incoming_file(message, today=today), deal_id=row_id(arg), now=now)
    return Later()


@steps.reply_to("deal", Kind.OTHER, right=Right.FILE_DOCUMENTS)
async def on_other_in_reply(arg: str) -> Screen:
    return screens.not_a_document(row_id(arg))


@steps.tap("doc.place", right=Right.FILE_DOCUMENTS)
async def place(session: AsyncSession, actor: Actor, now: datetime, memory: Memory, arg: str) -> Toast:
    packet_id, deal_id = row_ids(arg)
    await place_packet(session, actor, packet_id, deal_id, now=now)
    memory.focus = f"deal:{deal_id}"
    return Toast(text("toast-packet-placed", deal=str(deal_id)))


@steps.tap("doc.where", right=Right.FILE_DOCUMENTS)
async def show_where(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Later:
    packet_id, before = row_page(arg)
    await show_places(session, actor, packet_id, before=before, now=now)
    return Later()


@steps.tap("doc.drop", right=Right.FILE_DOCUMENTS)
async def drop(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Later:
    await drop_packet(session, actor, row_id(arg), now=now)
    return Later()
