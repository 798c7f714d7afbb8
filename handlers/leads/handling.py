"""Does one thing with all leads that are marked, after asking: give, release, move, lose, analyse, delete."""

from collections.abc import Awaitable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import is_yes
from handlers.common.ids import row_id
from handlers.common.people import named
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads import handling_screens as ask
from handlers.leads.listing import listing_of
from handlers.leads.reasons import typed_reason
from handlers.leads.states import HandleLeadsFlow
from models.lead import LeadLostReason, LeadStage
from services.access import Actor, Right, check_right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.leads.assign import list_lead_assignees
from services.leads.bulk.analyse import request_analyses
from services.leads.bulk.assign import assign_leads
from services.leads.bulk.delete import delete_leads
from services.leads.bulk.held import BulkResult, check_number
from services.leads.bulk.move import lose_leads, move_leads
from services.leads.lists import find_names
from services.leads.rules import BY_HAND
from services.leads.words import LeadDeleteReason
from services.users.queries import find_user

steps = Steps()
steps.flow(HandleLeadsFlow, right=Right.WORK_LEADS)

FIRST_QUESTION = {
    "give": HandleLeadsFlow.person,
    "release": HandleLeadsFlow.confirm,
    "move": HandleLeadsFlow.stage,
    "lose": HandleLeadsFlow.reason,
    "analyse": HandleLeadsFlow.confirm,
    "delete": HandleLeadsFlow.confirm,
}


@steps.tap("lead.bulk", right=Right.WORK_LEADS)
async def start(actor: Actor, memory: Memory, arg: str) -> Start:
    """`arg` is the token of the list and what to do."""
    token, _, what = arg.partition(":")
    listing = listing_of(memory, token)
    if what not in FIRST_QUESTION:
        raise ScreenOutdated
    if what == "delete":
        check_right(actor, Right.DELETE_LEADS)
    check_number(listing.marked)
    return Start(FIRST_QUESTION[what], {"what": what, "lead_ids": listing.marked})


@steps.question(HandleLeadsFlow.person)
async def ask_person(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    people = await list_lead_assignees(session, actor)
    return ask.person(len(draft["lead_ids"]), people, brokerage.lead_limits.capacity)


@steps.pick(HandleLeadsFlow.person)
async def on_person(session: AsyncSession, draft: Draft, value: str) -> Ask:
    user = await find_user(session, row_id(value))
    draft["user_id"], draft["name"] = user.id, user.name
    return Ask(HandleLeadsFlow.confirm)


@steps.answer(HandleLeadsFlow.person)
async def on_person_typed(session: AsyncSession, actor: Actor, draft: Draft, text: str) -> Ask:
    person = named(await list_lead_assignees(session, actor), text)
    if person is None:
        return Ask(HandleLeadsFlow.person, problem=ask.person_problem(text))
    return await on_person(session, draft, str(person.id))


@steps.question(HandleLeadsFlow.stage)
async def ask_stage(draft: Draft) -> Screen:
    return ask.stage(len(draft["lead_ids"]))


@steps.pick(HandleLeadsFlow.stage)
async def on_stage(draft: Draft, value: str) -> Ask:
    if value not in BY_HAND:
        raise ScreenOutdated
    draft["to"] = value
    return Ask(HandleLeadsFlow.confirm)


@steps.question(HandleLeadsFlow.reason)
async def ask_reason(draft: Draft) -> Screen:
    return ask.reason(len(draft["lead_ids"]))


@steps.pick(HandleLeadsFlow.reason)
async def on_reason(draft: Draft, value: str) -> Ask:
    if value not in set(LeadLostReason):
        raise ScreenOutdated
    draft["reason"] = value
    return Ask(HandleLeadsFlow.confirm)


@steps.answer(HandleLeadsFlow.reason)
async def on_reason_typed(draft: Draft, text: str) -> Ask:
    draft["reason"] = typed_reason(text)
    return Ask(HandleLeadsFlow.confirm)


@steps.question(HandleLeadsFlow.confirm)
async def ask_confirm(draft: Draft) -> Screen:
    return ask.confirm(draft.values)


@steps.answer(HandleLeadsFlow.confirm)
async def on_confirm_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    if is_yes(text):
        return await on_confirm(session, actor, brokerage, memory, draft, now, ask.YES)
    if draft["what"] != "delete":
        return Ask(HandleLeadsFlow.confirm, problem=ask.confirm_problem())
    draft["reason"] = typed_reason(text)
    return Ask(HandleLeadsFlow.confirm)


@steps.pick(HandleLeadsFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, now: datetime, value: str
) -> Ask | Done:
    """One message tells of each what became of it; those that may be tried again stay marked.

    `value` may be why they go.
    """
    if value in set(LeadDeleteReason):
        draft["reason"] = value
        return Ask(HandleLeadsFlow.confirm)
    names = await find_names(session, actor, draft["lead_ids"])
    result = await _handle(session, actor, brokerage, draft, now)
    if memory.listing is not None:
        memory.listing.marked = result.within_reach
    return Done(ask.handled(draft.values, result, names))


def _handle(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime
) -> Awaitable[BulkResult]:
    lead_ids, limits = draft["lead_ids"], brokerage.lead_limits
    match draft["what"]:
        case "give":
            return assign_leads(session, actor, lead_ids, to_user_id=draft["user_id"], limits=limits, now=now)
        case "release":
            return assign_leads(session, actor, lead_ids, to_user_id=None, limits=limits, now=now)
        case "move":
            return move_leads(session, actor, lead_ids, to=LeadStage(draft["to"]), limits=limits, now=now)
        case "lose":
            return lose_leads(session, actor, lead_ids, reason=draft["reason"], limits=limits, now=now)
        case "analyse":
            return request_analyses(session, actor, lead_ids, brokerage=brokerage, now=now)
        case "delete":
            return delete_leads(session, actor, lead_ids, reason=draft.get("reason"), now=now)
    raise ScreenOutdated
