"""A task's card and what one does with it."""

from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from handlers.tasks import question_screens as ask
from handlers.tasks import screens
from handlers.tasks.states import AskAboutTaskFlow, EndTaskFlow, FinishTaskFlow
from models.task import Task, TaskKind
from services.access import Actor, Right
from services.conversation.values import Screen, Text, text
from services.deals.errors import DealOfOthers
from services.errors import ScreenOutdated
from services.journal.write import message_key
from services.tasks.access import access_open_task
from services.tasks.ask import ask_about_task
from services.tasks.card import surface_of, task_card
from services.tasks.fruit import is_fruitless
from services.tasks.queries import find_task_card
from services.tasks.words import CallOutcome
from services.tasks.work import cancel_task, finish_task, return_task, start_task, take_task

steps = Steps()
steps.flow(FinishTaskFlow, right=Right.DO_TASKS)
steps.flow(EndTaskFlow, right=Right.DO_TASKS)
steps.flow(AskAboutTaskFlow, right=Right.DO_TASKS)


async def _card(session: AsyncSession, actor: Actor, task_id: int, note: Text | None = None) -> Screen:
    card = await task_card(session, actor, task_id)
    shown = Screen(card.lines, card.rows, subject=card.subject, surface=surface_of(task_id))
    return shown.with_first(note) if note else shown


async def _after(session: AsyncSession, actor: Actor, task: Task, note: Text) -> Screen:
    """Who took part in the deal for this task's sake alone does not see it any more."""
    try:
        return await _card(session, actor, task.id, note)
    except DealOfOthers:
        return screens.left(note)


@steps.tap("task.card", right=Right.SEE_DEALS)
async def show(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return await _card(session, actor, row_id(arg))


@steps.tap("task.take", right=Right.DO_TASKS)
async def take(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    task = await take_task(session, actor, row_id(arg), now=now)
    return await _card(session, actor, task.id, text("scr-task-taken"))


@steps.tap("task.start", right=Right.DO_TASKS)
async def start(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    task = await start_task(session, actor, row_id(arg), now=now)
    return await _card(session, actor, task.id, text("scr-task-started"))


@steps.tap("task.done", right=Right.DO_TASKS)
async def finish(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Screen | Start:
    """A task that nothing has come of is asked about, and a call for what came of it."""
    task_id = row_id(arg)
    if await is_fruitless(session, actor, task_id):
        return Start(FinishTaskFlow.confirm, {"task_id": task_id})
    if (await find_task_card(session, actor, task_id)).kind is TaskKind.CALL:
        return Start(FinishTaskFlow.outcome, {"task_id": task_id})
    return await _finish(session, actor, task_id, now, today)


async def _finish(
    session: AsyncSession, actor: Actor, task_id: int, now: datetime, today: date, outcome: str | None = None
) -> Screen:
    task = await finish_task(session, actor, task_id, now=now, today=today, outcome=outcome)
    return await _after(session, actor, task, text("scr-task-finished"))


@steps.question(FinishTaskFlow.confirm)
async def ask_finish(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.fruitless(await find_task_card(session, actor, draft["task_id"]))


@steps.confirm(FinishTaskFlow.confirm)
async def on_finish(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    return Done(await _finish(session, actor, draft["task_id"], now, today))


@steps.question(FinishTaskFlow.outcome)
async def ask_outcome(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.outcome(await find_task_card(session, actor, draft["task_id"]))


@steps.pick(FinishTaskFlow.outcome)
async def on_outcome(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str) -> Done:
    if value not in set(CallOutcome):
        raise ScreenOutdated
    return Done(await _finish(session, actor, draft["task_id"], now, today, value))


@steps.answer(FinishTaskFlow.outcome)
async def on_outcome_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Done:
    return Done(await _finish(session, actor, draft["task_id"], now, today, short_text(text, limit=1000)))


@steps.tap("task.return", right=Right.DO_TASKS)
async def start_return(session: AsyncSession, actor: Actor, arg: str) -> Start:
    task, _ = await access_open_task(session, actor, row_id(arg), right=Right.DO_TASKS)
    return Start(EndTaskFlow.reason, {"task_id": task.id, "end": ask.End.RETURN})


@steps.tap("task.cancel", right=Right.SET_TASKS)
async def start_cancel(session: AsyncSession, actor: Actor, arg: str) -> Start:
    task, _ = await access_open_task(session, actor, row_id(arg), right=Right.SET_TASKS)
    return Start(EndTaskFlow.reason, {"task_id": task.id, "end": ask.End.CANCEL})


@steps.question(EndTaskFlow.reason)
async def ask_reason(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.end_reason(await find_task_card(session, actor, draft["task_id"]), ask.End(draft["end"]))


@steps.pick(EndTaskFlow.reason)
async def on_reason_picked(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Done:
    end, task = ask.End(draft["end"]), await find_task_card(session, actor, draft["task_id"])
    if value not in ask.end_reasons(task.kind, end):
        raise ScreenOutdated
    return await _end(session, actor, draft, now, f"{end}-{value}", today)


@steps.answer(EndTaskFlow.reason)
async def on_reason_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Done:
    return await _end(session, actor, draft, now, short_text(text, limit=1000), today)


async def _end(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, reason: str, today: date) -> Done:
    end = ask.End(draft["end"])
    ended = await _ENDS[end](session, actor, draft["task_id"], reason=reason, now=now, today=today)
    return Done(await _after(session, actor, ended, text(f"scr-task-{ended.state}")))


_ENDS = {ask.End.RETURN: return_task, ask.End.CANCEL: cancel_task}


@steps.tap("task.ask", right=Right.DO_TASKS)
async def start_question(session: AsyncSession, actor: Actor, arg: str) -> Start:
    task, _ = await access_open_task(session, actor, row_id(arg), right=Right.DO_TASKS)
    return Start(AskAboutTaskFlow.question, {"task_id": task.id})


@steps.question(AskAboutTaskFlow.question)
async def ask_question(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.question(await find_task_card(session, actor, draft["task_id"]))


@steps.answer(AskAboutTaskFlow.question)
async def on_question(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, message: Message, text: str
) -> Done:
    key = message_key(actor.telegram_id, message.message_id)
    task = await ask_about_task(session, actor, draft["task_id"], words=text, intent_key=key, now=now)
    return Done(await _card(session, actor, task.id, ask.asked()))
