"""Files of a lead: sent by the card's button, in reply to the card or while it is on the screen; the list of them."""

from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id, row_page
from handlers.documents.incoming import incoming_file
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Later, Start
from handlers.kit.steps import Kind, Steps
from handlers.leads import file_screens as screens
from handlers.leads.shown import done_with_lead
from handlers.leads.states import AttachLeadFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text, Toast, text
from services.documents.receive import IncomingFile, receive_file
from services.leads.access import access_open_lead
from services.leads.attach import attach_file
from services.leads.attachments import (
    delete_attachment,
    find_attachment,
    list_attachments,
    restore_attachment,
    send_attachment,
)
from services.leads.errors import LeadClosed, LeadLimitReached, LeadNotFound, LeadOfOthers, NotAnAttachment

steps = Steps()
steps.flow(AttachLeadFlow, right=Right.WORK_LEADS)


@steps.tap("lead.attach", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    lead = await access_open_lead(session, actor, row_id(arg))
    return Start(AttachLeadFlow.file, {"lead_id": lead.id})


@steps.question(AttachLeadFlow.file)
async def ask_file(draft: Draft) -> Screen:
    return screens.ask_file(draft["lead_id"])


@steps.answer(AttachLeadFlow.file)
async def on_words() -> Ask:
    return Ask(AttachLeadFlow.file, problem=screens.file_problem())


@steps.answer(AttachLeadFlow.file, Kind.FILE)
async def on_file(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    draft: Draft,
    now: datetime,
    today: date,
    message: Message,
) -> Done:
    file, lead_id = incoming_file(message, today=today), draft["lead_id"]
    await attach_file(session, actor, lead_id, file, limits=brokerage.lead_limits, now=now)
    return await done_with_lead(session, actor, lead_id, screens.taken())


@steps.reply_to("lead", Kind.FILE, right=Right.WORK_LEADS)
async def on_file_in_reply(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, today: date, message: Message, arg: str
) -> Later | Screen:
    return await take_file(session, actor, brokerage, row_id(arg), incoming_file(message, today=today), now)


@steps.reply_to("lead", Kind.OTHER, right=Right.WORK_LEADS)
async def on_other_in_reply(arg: str) -> Screen:
    return screens.not_an_attachment(row_id(arg))


async def take_file(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, lead_id: int, file: IncomingFile, now: datetime
) -> Later | Screen:
    """What a lead takes no more is not lost: the person is asked where to put it."""
    try:
        await attach_file(session, actor, lead_id, file, limits=brokerage.lead_limits, now=now)
    except (NotAnAttachment, LeadLimitReached) as refused:
        return screens.file_refused(lead_id, refused)
    except (LeadClosed, LeadNotFound, LeadOfOthers) as refused:
        problem = Text(f"err-{refused.code}", refused.params)
        await receive_file(session, actor, file, deal_id=None, problem=problem, now=now)
    return Later()


async def attach_or_ask(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, lead_id: int, file: IncomingFile, now: datetime
) -> None:
    """What came while the lead was asked for: when he takes no more, the person is asked where to put it."""
    try:
        await attach_file(session, actor, lead_id, file, limits=brokerage.lead_limits, now=now)
    except LeadLimitReached as refused:
        problem = Text(f"err-{refused.code}", refused.params)
        await receive_file(session, actor, file, deal_id=None, problem=problem, lead_id=lead_id, now=now)


@steps.tap("lead.files", right=Right.SEE_LEADS)
async def show_files(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    """`arg` is the lead and, after a colon, the last file of the page before."""
    lead_id, before = row_page(arg)
    shown = await list_attachments(session, actor, lead_id, before=before)
    return screens.files(shown, first=before is None)


@steps.tap("lead.file", right=Right.SEE_LEADS)
async def send(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Toast:
    await send_attachment(session, actor, row_id(arg), now=now)
    return Toast(text("toast-sending", count=1))


@steps.tap("lead.file-delete", right=Right.WORK_LEADS)
async def ask_delete(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    line, lead_id = await find_attachment(session, actor, row_id(arg))
    return screens.ask_delete(line, lead_id)


@steps.tap("lead.file-delete-yes", right=Right.WORK_LEADS)
async def delete(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    lead_id = await delete_attachment(session, actor, row_id(arg), now=now)
    return screens.deleted(await list_attachments(session, actor, lead_id), row_id(arg))


@steps.tap("lead.file-restore", right=Right.WORK_LEADS)
async def restore(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    lead_id = await restore_attachment(session, actor, row_id(arg), now=now)
    return screens.files(await list_attachments(session, actor, lead_id)).with_first(text("scr-attachment-restored"))
