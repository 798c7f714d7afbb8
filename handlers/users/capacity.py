"""How many open leads a user takes on."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.users import screens
from handlers.users.parse import parse_capacity
from handlers.users.states import CapacityFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.users.queries import find_user_card
from services.users.set_capacity import set_lead_capacity

steps = Steps()
steps.flow(CapacityFlow, right=Right.MANAGE_USERS)


@steps.tap("user.capacity", right=Right.MANAGE_USERS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    user = await find_user_card(session, actor, row_id(arg))
    return Start(CapacityFlow.count, {"user_id": user.id})


@steps.question(CapacityFlow.count)
async def ask_count(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    user = await find_user_card(session, actor, draft["user_id"])
    return screens.ask_capacity(user, brokerage.lead_limits.capacity)


@steps.answer(CapacityFlow.count)
async def on_count(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    count = parse_capacity(text)
    if count is None:
        return Ask(CapacityFlow.count, problem=screens.capacity_problem(text))
    capacity = count if isinstance(count, int) else None
    await set_lead_capacity(session, actor, draft["user_id"], capacity, now=now)
    card = screens.card(await find_user_card(session, actor, draft["user_id"]), today)
    return Done(card.with_first(screens.capacity_saved()))


@steps.pick(CapacityFlow.count)
async def on_chip(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    return await on_count(session, actor, draft, now, today, value)
