"""What a deal does after something about its policies has changed; parts of use cases that hold the deal."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage, NextEvent
from models.policy import ENDED, Instalment, Payment, Policy
from services.access import Actor
from services.deals.defer import wake_deal
from services.deals.next_event import fall_asleep, settle_next_event
from services.deals.pass_stages import put_stage, step_back
from services.leads.paid import settle_lead_paid
from services.live import live
from services.policies.refunds_owed import owes_refund
from services.reminders.plan import plan_policies
from services.tasks.turn import settle_turn

PAYMENT_REVERSED = "payment-reversed"


async def follow_policies(session: AsyncSession, actor: Actor, deal: Deal, *, now: datetime, today: date) -> None:
    """What its lead has paid, its next event, reminders and turn; it sleeps on when nothing is due, else it wakes.

    Part of the use case that calls it, which has authorised.
    """
    await settle_lead_paid(session, actor, deal, now=now)
    await settle_next_event(session, deal, today=today)
    await plan_policies(session, deal, now=now, today=today)
    is_due = await owes_refund(session, deal) or _is_due(deal, today)
    if deal.asleep and is_due:
        await wake_deal(session, actor, deal.id, now=now)
    elif not is_due:
        await fall_asleep(session, actor, deal, today=today, now=now)
    await settle_turn(session, deal)


def _is_due(deal: Deal, today: date) -> bool:
    return deal.next_event_on is not None and deal.next_event_on <= today and not _waits_for_hour(deal, today)


def _waits_for_hour(deal: Deal, today: date) -> bool:
    """Of today, for nothing but a call-back."""
    into_today = deal.asleep and deal.review_on == today and deal.review_time is not None
    return into_today and deal.next_event is NextEvent.CALL_BACK


async def follow_predecessor(session: AsyncSession, policy: Policy, deal: Deal, *, now: datetime, today: date) -> None:
    """Last year's deal and its other renewals wait for a successor or wait no more.

    Part of a use case, which has authorised.
    """
    if policy.predecessor_id is None:
        return
    before = select(Policy.deal_id).where(Policy.id == policy.predecessor_id).scalar_subquery()
    await _settle_waiting(session, or_(Deal.id == before, Deal.predecessor_id == before), deal, now, today)


async def follow_renewals(session: AsyncSession, deal: Deal, *, now: datetime, today: date) -> None:
    """Deals in which a policy of this one is renewed wait no more for one that has ended.

    Part of a use case, which has authorised.
    """
    await _settle_waiting(session, Deal.predecessor_id == deal.id, deal, now, today)


async def _settle_waiting(
    session: AsyncSession, which: ColumnElement[bool], deal: Deal, now: datetime, today: date
) -> None:
    others = (
        live(Deal)
        .where(which, Deal.id != deal.id, Deal.stage != DealStage.LOST)
        .order_by(Deal.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    for waiting in (await session.execute(others)).scalars().all():
        await settle_next_event(session, waiting, today=today)
        await plan_policies(session, waiting, now=now, today=today)
        await settle_turn(session, waiting)


async def close_sale(session: AsyncSession, actor: Actor, deal: Deal, *, now: datetime) -> None:
    """PAID once the first due instalment of the deal is paid. Part of the use case that calls it, which has
    authorised.
    """
    if deal.closed or not await is_sold(session, deal):
        return
    days = (now - deal.created_at).days
    await put_stage(
        session, actor, deal, DealStage.PAID, now=now, by_itself=True, closed_at=now, duration_days=max(0, days)
    )


async def reopen_sale(session: AsyncSession, actor: Actor, deal: Deal, *, now: datetime) -> None:
    """Back to ISSUING where a payment was taken back that the sale stood on. Part of the use case that calls it, which
    has authorised and knows that it was sold before.
    """
    if deal.stage is not DealStage.PAID or await is_sold(session, deal):
        return
    await step_back(session, actor, deal, reason=PAYMENT_REVERSED, now=now, closed_at=None, duration_days=None)
    await wake_deal(session, actor, deal.id, now=now)


async def is_sold(session: AsyncSession, deal: Deal) -> bool:
    """The first due instalment is paid; where no policy runs any more, something was and has not been reversed.

    For a reader who has been authorised.
    """
    first = (
        select(Instalment.paid == Instalment.amount)
        .join(Policy, Policy.id == Instalment.policy_id)
        .where(Policy.deal_id == deal.id, Policy.state.not_in(ENDED), ~Instalment.cancelled)
        .order_by(Instalment.due_on, Instalment.id)
        .limit(1)
    )
    is_paid = (await session.execute(first)).scalar_one_or_none()
    return await _was_paid(session, deal) if is_paid is None else bool(is_paid)


async def _was_paid(session: AsyncSession, deal: Deal) -> bool:
    """Refunds take nothing of a sale back."""
    came = (
        select(Payment.id)
        .join(Policy, Policy.id == Payment.policy_id)
        .where(Policy.deal_id == deal.id, Payment.amount > 0)
        .where(Payment.id.not_in(select(Payment.reverses_id).where(Payment.reverses_id.is_not(None))))
    )
    return (await session.execute(came.limit(1))).first() is not None
