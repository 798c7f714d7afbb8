"""Who works on a lead."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.common.people import named
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads import question_screens as ask
from handlers.leads.shown import card_screen
from handlers.leads.states import AssignLeadFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.leads.access import access_open_lead, works_on
from services.leads.assign import assign_lead, list_lead_assignees
from services.users.queries import find_user

steps = Steps()
steps.flow(AssignLeadFlow, right=Right.WORK_LEADS)


@steps.tap("lead.assign", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    lead = await access_open_lead(session, actor, row_id(arg))
    return Start(AssignLeadFlow.person, {"lead_id": lead.id, "now": lead.assignee_id})


@steps.question(AssignLeadFlow.person)
async def ask_person(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    people = [one for one in await list_lead_assignees(session, actor) if one.id != draft["now"]]
    return ask.person(draft["lead_id"], people, brokerage.lead_limits.capacity)


@steps.pick(AssignLeadFlow.person)
async def on_person(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, value: str
) -> Done:
    return Done(await _assign(session, actor, brokerage, draft["lead_id"], row_id(value), now))


@steps.answer(AssignLeadFlow.person)
async def on_person_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    person = named(await list_lead_assignees(session, actor), text)
    if person is None:
        return Ask(AssignLeadFlow.person, problem=ask.person_problem(text))
    return Done(await _assign(session, actor, brokerage, draft["lead_id"], person.id, now))


@steps.tap("lead.release", right=Right.WORK_LEADS)
async def release(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Screen:
    """Back to the pool."""
    return await _assign(session, actor, brokerage, row_id(arg), None, now)


async def _assign(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, lead_id: int, user_id: int | None, now: datetime
) -> Screen:
    limits = brokerage.lead_limits
    lead = await assign_lead(session, actor, lead_id, to_user_id=user_id, limits=limits, now=now)
    note = ask.assigned((await find_user(session, user_id)).name) if user_id is not None else ask.released()
    if not works_on(actor, lead.assignee_id):
        return ask.gone(lead.id, note)
    return await card_screen(session, actor, lead.id, note)
