"""Counts a policy's commission anew with another rate."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.ledger import question_screens as ask
from handlers.ledger.parse import parse_rate
from handlers.ledger.showing import deal_screen
from handlers.ledger.states import OverrideFlow
from handlers.ledger.words import OVERRIDE_REASONS
from services.access import Actor, Right
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.ledger.override import override_rate
from services.ledger.rates import find_policy_rate
from services.policies.access import access_policy

steps = Steps()
steps.flow(OverrideFlow, right=Right.RECORD_LEDGER)


@steps.tap("ledger.rate", right=Right.RECORD_LEDGER)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    policy, deal = await access_policy(session, actor, row_id(arg), right=Right.RECORD_LEDGER)
    return Start(OverrideFlow.rate, {"policy_id": policy.id, "deal_id": deal.id})


@steps.question(OverrideFlow.rate)
async def ask_rate(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    policy, _ = await access_policy(session, actor, draft["policy_id"], right=Right.RECORD_LEDGER)
    return ask.new_rate(policy.number, await find_policy_rate(session, policy))


@steps.pick(OverrideFlow.rate)
async def on_rate_picked(draft: Draft, value: str) -> Ask:
    draft["rate"] = row_id(value)
    return Ask(OverrideFlow.reason)


@steps.answer(OverrideFlow.rate)
async def on_rate(draft: Draft, text: str) -> Ask:
    rate = parse_rate(text)
    if not isinstance(rate, int):
        return Ask(OverrideFlow.rate, problem=rate)
    draft["rate"] = rate
    return Ask(OverrideFlow.reason)


@steps.question(OverrideFlow.reason)
async def ask_reason(draft: Draft) -> Screen:
    return ask.override_reason(draft["rate"], OVERRIDE_REASONS)


@steps.pick(OverrideFlow.reason)
async def on_reason_picked(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Done:
    if value not in OVERRIDE_REASONS:
        raise ScreenOutdated
    return await _override(session, actor, draft, now, value)


@steps.answer(OverrideFlow.reason)
async def on_reason(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    return await _override(session, actor, draft, now, short_text(text))


async def _override(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, reason: str) -> Done:
    await override_rate(session, actor, draft["policy_id"], rate=draft["rate"], reason=reason, now=now)
    return Done(await deal_screen(session, actor, draft["deal_id"], ask.overridden(draft["rate"], reason)))
