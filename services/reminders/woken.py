"""Tells of a deal that woke by itself: what is due, how much is at risk, how it was last year, what to do next."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage, NextEvent
from models.user import User
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.describe import describe_deal
from services.deals.words import moment_words
from services.ledger.queries import find_commission_left, find_policy_money
from services.policies.waking import WokenPolicy, find_woken_policy
from services.reminders.hearers import is_there


async def tell_seller(
    session: AsyncSession, deal: Deal, hearer_id: int, whose: str | None, *, now: datetime, correlation_id: str
) -> None:
    """He has to act, and sees what it earns; `whose` deal it is where he hears of it for somebody else."""
    policy = await find_woken_policy(session, deal)
    risk = [await _risk(session, policy)] if policy else []
    rows = [*_next_steps(deal, policy), [_card(deal.id)]]
    other = [text("ntf-for-other", name=whose)] if whose is not None else []
    lines = [*_why(deal, policy), *risk, *_before(policy), *other]
    await _tell(session, deal, hearer_id, lines, rows, now, correlation_id)


async def tell_executor(session: AsyncSession, deal: Deal, *, now: datetime, today: date, correlation_id: str) -> None:
    """He may look, when he is there."""
    if deal.executor_id is None or deal.executor_id == deal.seller_id:
        return
    if not is_there(await session.get_one(User, deal.executor_id), today):
        return
    policy = await find_woken_policy(session, deal)
    rows = [[_card(deal.id, Style.PRIMARY)]]
    await _tell(session, deal, deal.executor_id, [*_why(deal, policy), *_before(policy)], rows, now, correlation_id)


async def _tell(
    session: AsyncSession,
    deal: Deal,
    hearer_id: int | None,
    lines: Sequence[Text],
    rows: Sequence[Sequence[Button]],
    now: datetime,
    correlation_id: str,
) -> None:
    if hearer_id is None:
        return
    title = [text("ntf-deal-woke"), await describe_deal(session, deal.id)]
    notice = Notice([*title, *lines], rows, subject=f"deal:{deal.id}")
    await notify(session, [hearer_id], notice, now=now, correlation_id=correlation_id)


def _card(deal_id: int, style: Style = Style.PLAIN) -> Button:
    return Button(text("btn-open-card"), "deal.card", deal_id, style)


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


def _before(policy: WokenPolicy | None) -> list[Text]:
    if policy is None or policy.before is None:
        return []
    insurer, premium = policy.before
    return [text("ntf-woke-before", insurer=insurer, amount=premium)]


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
