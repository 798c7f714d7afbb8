"""What else can be done with a policy: suspended, resumed, renewed; the way to payments, endorsements and its end."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.deals.shown import done_with_card
from handlers.kit.draft import Draft
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from handlers.policies import changing_screens as ask
from handlers.policies.shown import done_with_policy
from handlers.policies.states import SuspendPolicyFlow
from services.access import Actor, Right
from services.calculations.again import calculate_again
from services.calculations.errors import BeingCalculated
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.policies.access import access_running_policy
from services.policies.queries import find_policy_card
from services.policies.renew import renew_policy
from services.policies.suspend import resume_policy, suspend_policy

steps = Steps()
steps.flow(SuspendPolicyFlow, right=Right.FILE_POLICIES)


@steps.tap("policy.more", right=Right.SEE_DEALS)
async def show_more(session: AsyncSession, actor: Actor, today: date, arg: str) -> Screen:
    return ask.more(await find_policy_card(session, actor, row_id(arg), today=today), actor)


@steps.tap("policy.suspend", right=Right.FILE_POLICIES)
async def start_suspending(session: AsyncSession, actor: Actor, arg: str) -> Start:
    return await _start(session, actor, arg, ask.SUSPEND)


@steps.tap("policy.resume", right=Right.FILE_POLICIES)
async def start_resuming(session: AsyncSession, actor: Actor, arg: str) -> Start:
    return await _start(session, actor, arg, ask.RESUME)


async def _start(session: AsyncSession, actor: Actor, arg: str, what: str) -> Start:
    policy, _ = await access_running_policy(session, actor, row_id(arg), right=Right.FILE_POLICIES)
    return Start(SuspendPolicyFlow.reason, {"policy_id": policy.id, "number": policy.number, "what": what})


@steps.question(SuspendPolicyFlow.reason)
async def ask_reason(draft: Draft) -> Screen:
    return ask.suspend_reason(draft["what"], draft["number"])


@steps.pick(SuspendPolicyFlow.reason)
async def on_reason(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str) -> Done:
    if value not in ask.SUSPEND_REASONS[draft["what"]]:
        raise ScreenOutdated
    return await _put(session, actor, draft, value, now, today)


@steps.answer(SuspendPolicyFlow.reason)
async def on_reason_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Done:
    return await _put(session, actor, draft, short_text(text), now, today)


async def _put(session: AsyncSession, actor: Actor, draft: Draft, reason: str, now: datetime, today: date) -> Done:
    policy_id, what = draft["policy_id"], draft["what"]
    if what == ask.SUSPEND:
        await suspend_policy(session, actor, policy_id, reason=reason, now=now, today=today)
    else:
        await resume_policy(session, actor, policy_id, reason=reason, now=now)
    return await done_with_policy(session, actor, policy_id, ask.now_put(what), today=today)


@steps.tap("policy.renew", right=Right.OPEN_DEAL)
async def renew(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Done:
    """The renewal's deal, opened now or before, with the calculation one tap away."""
    policy_id = row_id(arg)
    deal_id = await renew_policy(session, actor, policy_id, now=now, today=today)
    shown = await done_with_card(session, actor, deal_id, ask.renewal(), today=today)
    return Done(replace(shown.screen, rows=[[ask.calculate(deal_id)], *shown.screen.rows]))


@steps.tap("policy.recalculate", right=Right.OPEN_DEAL)
async def recalculate(session: AsyncSession, actor: Actor, now: datetime, today: date, arg: str) -> Done:
    """One tap: the renewal's deal, and last year's executor calculates by tomorrow, unless somebody does it already."""
    deal_id = await renew_policy(session, actor, row_id(arg), now=now, today=today)
    due = today + timedelta(days=1)
    try:
        asked = ask.asked(await calculate_again(session, actor, deal_id, due_on=due, now=now, today=today), due)
    except BeingCalculated as calculated:
        asked = Text(f"err-{calculated.code}")
    shown = await done_with_card(session, actor, deal_id, ask.renewal(), today=today)
    return Done(shown.screen.with_first(asked))
