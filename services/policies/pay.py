"""Records what a client has paid for a policy.

- A payment may be a part of an instalment or cover several, the first due first; never more than all that is owed.
- One row per instalment; the instalment's `paid` is the sum of its rows.
- Of two people who record the same money the second is told of the first: he says what he saw as owed.
- The first due instalment paid closes the sale; a paid deal sleeps until its next event.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NoReturn

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.money import Money
from models.policy import Instalment, Payment, Policy
from services.access import Actor, Right
from services.change import change
from services.conversation.values import Moment
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.journal.note import note_system
from services.policies.access import access_running_policy
from services.policies.allot import allot
from services.policies.errors import AlreadyPaid, NothingOwed
from services.policies.events import PaymentUpdated
from services.policies.follow import close_sale, follow_policies
from services.policies.instalments import hold_instalments
from services.policies.payments import find_last_recorded
from services.policies.rules import check_paid_on, check_within_rest
from services.policies.words import reason_words
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordPayment:
    """`amount` in minor units, None for the rest of the instalment, or without one of the next.

    `seen_rest` is what the person was shown as owed for the whole policy.
    """

    policy_id: int
    instalment_id: int | None = None
    amount: int | None = None
    paid_on: date
    seen_rest: int | None = None
    intent_key: str


async def record_payment(
    session: AsyncSession, actor: Actor, command: RecordPayment, *, now: datetime, today: date
) -> Money:
    """What was recorded, now or under the same intent before."""
    check_paid_on(command.paid_on, today=today)
    policy, deal = await access_running_policy(session, actor, command.policy_id, right=Right.RECORD_PAYMENTS)
    known = select(Payment.amount).where(Payment.intent_key == command.intent_key)
    if recorded := (await session.execute(known)).scalars().all():
        return Money(sum(recorded), policy.currency)
    instalments = await hold_instalments(session, policy)
    shares = await _shares(session, policy, instalments, command)
    ids = [await _add_payment(session, actor, *share, part, command, now) for part, share in enumerate(shares, start=1)]
    amount = Money(sum(share for _, share in shares), policy.currency)
    await tell_payment(session, actor, policy, "recorded", amount, command.paid_on, ids, now=now)
    await close_sale(session, actor, deal, now=now)
    await follow_policies(session, actor, deal, now=now, today=today)
    return amount


async def _shares(
    session: AsyncSession, policy: Policy, instalments: Sequence[Instalment], command: RecordPayment
) -> list[tuple[Instalment, int]]:
    rest = sum(each.rest for each in instalments)
    if command.seen_rest not in (None, rest) or not rest:
        await _refuse_as_paid(session, policy, rest)
    wanted = _wanted(instalments, command.instalment_id)
    if not wanted.rest:
        await _refuse_as_paid(session, policy, rest)
    amount = wanted.rest if command.amount is None else command.amount
    check_within_rest(Money(amount, policy.currency), Money(rest, policy.currency))
    return allot(instalments, amount, first=wanted.id)


def _wanted(instalments: Sequence[Instalment], instalment_id: int | None) -> Instalment:
    for each in instalments:
        if each.id == instalment_id or (instalment_id is None and each.rest):
            return each
    raise ScreenOutdated


async def _refuse_as_paid(session: AsyncSession, policy: Policy, rest: int) -> NoReturn:
    last = await find_last_recorded(session, Payment, policy.id)
    if last is None:
        raise NothingOwed
    name, at = last
    raise AlreadyPaid(name=name, at=Moment(at), rest=Money(rest, policy.currency))


async def _add_payment(
    session: AsyncSession,
    actor: Actor,
    instalment: Instalment,
    amount: int,
    part: int,
    command: RecordPayment,
    now: datetime,
) -> int:
    row = {
        "policy_id": command.policy_id,
        "instalment_id": instalment.id,
        "amount": amount,
        "paid_on": command.paid_on,
        "intent_key": command.intent_key,
        "part": part,
        "created_by": actor.id,
        "created_at": now,
    }
    payment_id = await insert_or_none(session, Payment, row, returning=Payment.id)
    if payment_id is None:
        raise ScreenOutdated
    await change(session, instalment, paid=instalment.paid + amount)
    return payment_id


async def tell_payment(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    how: str,
    amount: Money,
    paid_on: date,
    payment_ids: list[int],
    *,
    now: datetime,
    reason: str | None = None,
) -> None:
    """Event and journal. Part of the use case that calls it, which has authorised."""
    rest = sum(each.rest for each in await hold_instalments(session, policy))
    event = PaymentUpdated(
        deal_id=policy.deal_id,
        policy_id=policy.id,
        how=how,
        amount=amount.amount,
        currency=amount.currency,
        paid_on=paid_on.isoformat(),
        rest=rest,
        payment_ids=payment_ids,
        reason=reason,
    )
    await publish(session, actor, event, now=now)
    more: dict[str, Any] = {"reason": reason_words(reason)} if reason else {"day": paid_on}
    shown = Money(abs(amount.amount), amount.currency)
    await note_system(
        session, actor, policy.deal_id, f"jrn-payment-{how}", now=now, number=policy.number, amount=shown, **more
    )
