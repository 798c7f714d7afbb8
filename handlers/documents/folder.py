"""The folder, a document, and what can be done with them."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id, row_ids
from handlers.documents import screens
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen, Toast, text
from services.documents.delete import delete_document, restore_document
from services.documents.queries import find_document_card, find_folder
from services.documents.send import send_document, send_folder

steps = Steps()


@steps.tap("deal.folder", right=Right.SEE_DEALS)
async def show_folder(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    deal_id = row_id(arg)
    return screens.folder(await find_folder(session, actor, deal_id))


@steps.tap("doc.page", right=Right.SEE_DEALS)
async def show_page(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    deal_id, before = row_ids(arg)
    return screens.folder(await find_folder(session, actor, deal_id, before=before), first=False)


@steps.tap("doc.open", right=Right.SEE_DEALS)
async def show_document(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return screens.document(await find_document_card(session, actor, row_id(arg)))


@steps.tap("doc.send", right=Right.SEE_DEALS)
async def send(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Toast:
    await send_document(session, actor, row_id(arg), now=now)
    return Toast(text("toast-sending", count=1))


@steps.tap("doc.send-all", right=Right.SEE_DEALS)
async def send_all(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Toast:
    return Toast(text("toast-sending", count=await send_folder(session, actor, row_id(arg), now=now)))


@steps.tap("doc.delete", right=Right.FILE_DOCUMENTS)
async def ask_delete(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return screens.ask_delete(await find_document_card(session, actor, row_id(arg)))


@steps.tap("doc.delete-yes", right=Right.FILE_DOCUMENTS)
async def delete(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    card = await find_document_card(session, actor, row_id(arg))
    await delete_document(session, actor, card.line.id, now=now)
    return screens.deleted(card, await find_folder(session, actor, card.deal_id))


@steps.tap("doc.restore", right=Right.FILE_DOCUMENTS)
async def restore(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    restored = await restore_document(session, actor, row_id(arg), now=now)
    card = await find_document_card(session, actor, restored.id)
    return screens.document(card).with_first(text("scr-document-restored"))
