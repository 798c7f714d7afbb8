"""Sets a task in a deal: what, to whom, until when, a word to it."""

from datetime import date, datetime, time

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.days import typed_future_moment
from handlers.common.ids import row_id
from handlers.common.people import named
from handlers.deals.question_screens import person_problem
from handlers.deals.shown import done_with_card
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.parsing.result import Day
from handlers.tasks import question_screens as ask
from handlers.tasks import screens
from handlers.tasks.parse import parse_kind
from handlers.tasks.states import SetTaskFlow
from models.task import TaskKind
from models.user import User
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.calculations.errors import NothingChosen
from services.calculations.queries import find_choice
from services.conversation.values import Screen
from services.deals.access import access_deal, access_open_deal
from services.errors import ScreenOutdated
from services.tasks.assignees import list_assignees
from services.tasks.queries import list_tasks_of
from services.tasks.set_task import SetTask, set_task

steps = Steps()
steps.flow(SetTaskFlow, right=Right.SET_TASKS)


@steps.tap("deal.tasks", right=Right.SEE_DEALS)
async def show_or_start(session: AsyncSession, actor: Actor, arg: str) -> Screen | Start:
    """The open tasks; where there are none, a new one is what was meant."""
    deal = await access_deal(session, actor, row_id(arg))
    tasks = await list_tasks_of(session, deal.id)
    if tasks or not actor.may(Right.SET_TASKS) or deal.lost_reason is not None:
        return screens.tasks_of_deal(deal.id, tasks, actor)
    return Start(SetTaskFlow.kind, {"deal_id": deal.id})


@steps.tap("task.new", right=Right.SET_TASKS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    deal = await access_open_deal(session, actor, row_id(arg), right=Right.SET_TASKS)
    return Start(SetTaskFlow.kind, {"deal_id": deal.id})


@steps.tap("task.issue", right=Right.SET_TASKS)
async def start_issuing(session: AsyncSession, actor: Actor, arg: str) -> Start:
    """Of what the client chose."""
    deal = await access_open_deal(session, actor, row_id(arg), right=Right.SET_TASKS)
    if await find_choice(session, deal.id) is None:
        raise NothingChosen
    return Start(SetTaskFlow.person, {"deal_id": deal.id, "kind": TaskKind.ISSUE.value})


@steps.question(SetTaskFlow.kind)
async def ask_kind(session: AsyncSession, draft: Draft) -> Screen:
    choice = await find_choice(session, draft["deal_id"])
    return ask.kind(draft["deal_id"], may_issue=choice is not None)


@steps.pick(SetTaskFlow.kind)
async def on_kind(session: AsyncSession, draft: Draft, value: str) -> Ask:
    if value not in set(TaskKind):
        raise ScreenOutdated
    if value == TaskKind.ISSUE and await find_choice(session, draft["deal_id"]) is None:
        raise NothingChosen
    draft["kind"] = value
    return Ask(SetTaskFlow.person)


@steps.answer(SetTaskFlow.kind)
async def on_kind_typed(session: AsyncSession, draft: Draft, text: str) -> Ask:
    kind = parse_kind(text)
    if kind is None:
        return Ask(SetTaskFlow.kind, problem=ask.kind_problem(text))
    return await on_kind(session, draft, kind.value)


@steps.question(SetTaskFlow.person)
async def ask_person(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    people = await list_assignees(session, actor, draft["deal_id"])
    return ask.person(TaskKind(draft["kind"]), people, actor.id)


@steps.pick(SetTaskFlow.person)
async def on_person(session: AsyncSession, actor: Actor, draft: Draft, value: str) -> Ask:
    if value == ask.POOL:
        return _to(draft, None)
    people = await list_assignees(session, actor, draft["deal_id"])
    wanted = next((person for person in people if person.id == row_id(value)), None)
    if wanted is None:
        raise ScreenOutdated
    return _to(draft, wanted)


@steps.answer(SetTaskFlow.person)
async def on_person_typed(session: AsyncSession, actor: Actor, draft: Draft, text: str) -> Ask:
    person = named(await list_assignees(session, actor, draft["deal_id"]), text)
    if person is None:
        return Ask(SetTaskFlow.person, problem=person_problem(text))
    return _to(draft, person)


def _to(draft: Draft, person: User | None) -> Ask:
    draft["to_user_id"], draft["name"] = (person.id, person.name) if person else (None, None)
    return Ask(SetTaskFlow.due)


@steps.question(SetTaskFlow.due)
async def ask_due(draft: Draft, today: date) -> Screen:
    return ask.due(draft.view, today)


@steps.pick(SetTaskFlow.due)
async def on_due(draft: Draft, value: str) -> Ask:
    if value == ask.NO_DAY:
        return _until(draft, None)
    return _until(draft, Day(chosen_day(value)))


@steps.answer(SetTaskFlow.due)
async def on_due_typed(actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str) -> Ask:
    said = typed_future_moment(text, actor, brokerage, now)
    if not isinstance(said, Day):
        return Ask(SetTaskFlow.due, problem=said)
    return _until(draft, said)


def _until(draft: Draft, day: Day | None) -> Ask:
    draft["day"] = day.date.isoformat() if day else None
    draft["time"] = day.time.isoformat() if day and day.time else None
    return Ask(SetTaskFlow.note)


@steps.question(SetTaskFlow.note)
async def ask_note() -> Screen:
    return ask.note()


@steps.pick(SetTaskFlow.note)
async def on_note_skipped(draft: Draft) -> Ask:
    draft["note"] = None
    return Ask(SetTaskFlow.confirm)


@steps.answer(SetTaskFlow.note)
async def on_note(draft: Draft, text: str) -> Ask:
    draft["note"] = short_text(text, limit=1000)
    return Ask(SetTaskFlow.confirm)


@steps.question(SetTaskFlow.confirm)
async def ask_confirm(draft: Draft) -> Screen:
    return ask.confirm(draft.values)


@steps.confirm(SetTaskFlow.confirm, yes=ask.PLAIN)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str) -> Done:
    command = SetTask(
        deal_id=draft["deal_id"],
        kind=TaskKind(draft["kind"]),
        to_user_id=draft["to_user_id"],
        due_on=date.fromisoformat(draft["day"]) if draft["day"] else None,
        due_time=time.fromisoformat(draft["time"]) if draft["time"] else None,
        urgent=value == ask.URGENT,
        note=draft["note"],
        intent_key=f"task-{draft.token}",
    )
    await set_task(session, actor, command, now=now, today=today)
    return await done_with_card(session, actor, draft["deal_id"], ask.now_set(draft["name"]), today=today)
