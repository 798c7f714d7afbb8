"""Rows of refunds and what follows from each; parts of use cases that hold the policy."""

from datetime import date, datetime
from typing import Any, NoReturn

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.money import Money
from models.policy import Policy, Refund
from services.access import Actor
from services.change import change
from services.conversation.values import Moment
from services.journal.note import note_system
from services.policies.errors import AlreadyRefunded, NothingToRefund
from services.policies.follow import follow_policies
from services.policies.payments import find_last_recorded
from services.upsert import insert_or_none


async def add_refund_row(session: AsyncSession, actor: Actor, policy: Policy, now: datetime, **row: Any) -> int | None:
    """None when it was recorded, or reversed, before. Part of a use case, which has authorised."""
    whole = {"policy_id": policy.id, "created_by": actor.id, "created_at": now, **row}
    refund_id = await insert_or_none(session, Refund, whole, returning=Refund.id)
    if refund_id is not None:
        await change(session, policy, to_refund=policy.to_refund - row["amount"])
    return refund_id


def refund_facts(policy: Policy, amount: Money) -> dict[str, Any]:
    return {
        "deal_id": policy.deal_id,
        "policy_id": policy.id,
        "amount": amount.amount,
        "currency": amount.currency,
        "rest": policy.to_refund,
    }


async def follow_refund(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    deal: Deal,
    key: str,
    amount: Money,
    now: datetime,
    today: date,
    **said: Any,
) -> None:
    await note_system(session, actor, deal.id, key, now=now, number=policy.number, amount=amount, **said)
    await follow_policies(session, actor, deal, now=now, today=today)


async def refuse_as_refunded(session: AsyncSession, policy: Policy) -> NoReturn:
    last = await find_last_recorded(session, Refund, policy.id)
    if last is None:
        raise NothingToRefund
    name, at = last
    raise AlreadyRefunded(name=name, at=Moment(at), rest=Money(policy.to_refund, policy.currency))
