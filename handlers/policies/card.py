"""A policy's card and the policies of a deal."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.replies import Start
from handlers.kit.steps import Steps
from handlers.policies import screens
from handlers.policies.filing import start_filing
from handlers.policies.shown import policy_screen
from services.access import Actor, Right
from services.conversation.values import Screen
from services.policies.queries import list_policies

steps = Steps()


@steps.tap("policy.card", right=Right.SEE_DEALS)
async def show(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    return await policy_screen(session, actor, row_id(arg), today=today)


@steps.tap("policies.list", right=Right.SEE_DEALS)
async def show_list(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen | Start:
    """Where there are none, a new one is what was meant."""
    deal_id = row_id(arg)
    policies = await list_policies(session, actor, deal_id, today=today)
    if not policies and actor.may(Right.FILE_POLICIES):
        return await start_filing(session, actor, deal_id)
    return screens.policies_of_deal(deal_id, policies, actor)
