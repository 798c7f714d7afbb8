"""Tells of a deal that woke by itself: what is due, how much is at risk, how it was last year, what to do next."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage, NextEvent
from services.automation.telling import card_button, tell
from services.conversation.values import Button, Style, Text, text
from services.deals.events import DealWoke
from services.deals.words import moment_words
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.ledger.queries import find_commission_left, find_policy_money
from services.policies.waking import WokenPolicy, find_woken_policy


@reacts_to(DealWoke)
async def tell_of_waking(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Whoever wakes it by hand knows. The seller has to act and sees what it earns, the executor may look."""
    event = delivered.event
    assert isinstance(event, DealWoke)  # noqa: S101 - what the registry delivers
    if delivered.actor_id is not None:
        return Done()
    deal = await session.get_one(Deal, event.deal_id)
    policy = await find_woken_policy(session, deal)
    lines = [text("ntf-deal-woke"), *_why(deal, policy)]
    rows = [*_next_steps(deal, policy), [card_button(deal.id)]]
    risk = [await _risk(session, policy)] if policy else []
    before = [_before(policy)] if policy and policy.before else []
    await tell(session, delivered, [deal.seller_id], deal.id, [*lines, *risk, *before], rows, now=now)
    if deal.executor_id != deal.seller_id:
        await tell(session, delivered, [deal.executor_id], deal.id, [*lines, *before], now=now)
    return Done()


def _why(deal: Deal, policy: WokenPolicy | None) -> list[Text]:
    on = deal.next_event_on
    if on is None or deal.next_event is None:
        return []
    if deal.next_event is NextEvent.CALL_BACK:
        return [text("ntf-woke-call-back", day=moment_words(on, deal.call_back_time))]
    if policy is None:
        return []
    about = {"insurer": policy.insurer, "number": policy.number}
    if deal.next_event is NextEvent.INSTALMENT:
        return [text("ntf-woke-instalment", **about, day=on, amount=policy.at_risk)]
    return [text("ntf-woke-renewal", **about, ends=policy.ends_on, day=on)]


async def _risk(session: AsyncSession, policy: WokenPolicy) -> Text:
    if policy.instalment_id is None:
        commission = (await find_policy_money(session, policy.id)).expected
    else:
        commission = await find_commission_left(session, policy.instalment_id, policy.at_risk.currency)
    if not commission.amount:
        return text("ntf-woke-risk", amount=policy.at_risk)
    return text("ntf-woke-risk-commission", amount=policy.at_risk, commission=commission)


def _before(policy: WokenPolicy) -> Text:
    assert policy.before is not None  # noqa: S101 - the caller looks
    insurer, premium = policy.before
    return text("ntf-woke-before", insurer=insurer, amount=premium)


def _next_steps(deal: Deal, policy: WokenPolicy | None) -> list[list[Button]]:
    called = Button(text("btn-woke-called"), "deal.called", deal.id, Style.PLAIN if policy else Style.SUCCESS)
    first = [called]
    if policy and deal.next_event is NextEvent.INSTALMENT:
        first.insert(0, Button(text("btn-woke-pay"), "policy.pay", policy.id, Style.SUCCESS))
    elif policy:
        first.insert(0, Button(text("btn-woke-renew"), "policy.recalculate", policy.id, Style.SUCCESS))
    later = [Button(text("btn-defer"), "deal.defer", deal.id)]
    if deal.stage is not DealStage.PAID:
        later.append(Button(text("btn-lose"), "deal.lose", deal.id, Style.DANGER))
    return [first, later]
