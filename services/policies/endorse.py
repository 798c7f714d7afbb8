"""Changes a running policy.

- EXTRA premium is one more instalment, due on its own day, with its own commission.
- RETURN premium is first taken off what is not paid, from the last instalment back, so that the next one stays as it
  was agreed; what goes beyond that is refunded of the last that were paid. All of it and more is a cancellation.
- TERMS are words only.
- The policy's premium, and with it the sum of its instalments, follows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.money import Money
from models.policy import Endorsement, EndorsementKind, Instalment, Policy, PolicyState
from services.access import Actor, Right
from services.change import change
from services.conversation.values import text
from services.events.publish import publish
from services.journal.note import note_system
from services.ledger.expect import expect_for_instalment, take_back_expectations
from services.policies.access import access_running_policy
from services.policies.allot import take_from_unpaid
from services.policies.errors import PolicyNotRunning
from services.policies.events import PolicyEndorsed
from services.policies.follow import follow_policies
from services.policies.give_back import refund
from services.policies.instalments import add_instalments, hold_instalments
from services.policies.rules import check_reason, check_return, check_within_term
from services.policies.terms import Part
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorsePolicy:
    """`amount` in minor units above zero for EXTRA and RETURN, zero for TERMS. What is extra is due on
    `effective_on`.
    """

    policy_id: int
    kind: EndorsementKind
    amount: int
    effective_on: date
    words: str
    intent_key: str


async def endorse_policy(
    session: AsyncSession, actor: Actor, command: EndorsePolicy, *, now: datetime, today: date
) -> Policy:
    policy, deal = await access_running_policy(session, actor, command.policy_id, right=Right.FILE_POLICIES)
    known = select(Endorsement.id).where(Endorsement.intent_key == command.intent_key)
    if (await session.execute(known)).first() is not None:
        return policy
    check_endorsable(policy, command, today)
    signed = -command.amount if command.kind is EndorsementKind.RETURN else command.amount
    endorsement_id = await insert_or_none(
        session, Endorsement, _row(actor, command, signed, now), returning=Endorsement.id
    )
    if endorsement_id is None:
        return policy
    await change(session, policy, premium=policy.premium + signed)
    refunded = 0
    if command.kind is EndorsementKind.EXTRA:
        await _add_extra(session, actor, policy, deal, endorsement_id, command, now)
    elif command.kind is EndorsementKind.RETURN:
        refunded = await _take_off(session, actor, policy, deal, endorsement_id, command, now, today)
    await _announce(session, actor, policy, endorsement_id, command, signed, refunded, now)
    await follow_policies(session, actor, deal, now=now, today=today)
    return policy


def check_endorsable(policy: Policy, command: EndorsePolicy, today: date) -> None:
    if policy.state_on(today) is PolicyState.EXPIRED:
        raise PolicyNotRunning(state=PolicyState.EXPIRED.value)
    check_within_term(command.effective_on, policy.starts_on, policy.ends_on)
    if command.kind is EndorsementKind.RETURN:
        check_return(Money(command.amount, policy.currency), policy.price)
    check_reason(command.words)


def _row(actor: Actor, command: EndorsePolicy, signed: int, now: datetime) -> dict[str, object]:
    return {
        "policy_id": command.policy_id,
        "kind": command.kind,
        "amount": signed,
        "effective_on": command.effective_on,
        "words": command.words.strip(),
        "created_by": actor.id,
        "created_at": now,
        "intent_key": command.intent_key,
    }


async def _add_extra(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    deal: Deal,
    endorsement_id: int,
    command: EndorsePolicy,
    now: datetime,
) -> None:
    part = Part(command.effective_on, command.amount)
    await add_instalments(session, policy.id, [part], endorsement_id=endorsement_id)
    added = select(Instalment).where(Instalment.endorsement_id == endorsement_id)
    instalment = (await session.execute(added)).scalar_one()
    await expect_for_instalment(session, actor, deal, policy, instalment, now=now)


async def _take_off(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    deal: Deal,
    endorsement_id: int,
    command: EndorsePolicy,
    now: datetime,
    today: date,
) -> int:
    """What is paid back, in minor units."""
    instalments = await hold_instalments(session, policy)
    left = command.amount
    for each, share in take_from_unpaid(instalments, left):
        await _lower(session, each, share)
        left -= share
    if left:
        before = {each.id: each.paid for each in instalments}
        key = f"endorsement-{endorsement_id}"
        words = command.words.strip()
        await refund(session, actor, policy, instalments, left, reason=words, intent_key=key, now=now, today=today)
        await _lower_refunded(session, instalments, before)
    await take_back_expectations(session, actor, deal, policy, reason=command.words.strip(), now=now)
    return left


async def _lower_refunded(session: AsyncSession, instalments: Sequence[Instalment], before: dict[int, int]) -> None:
    for each in instalments:
        if each.paid < before[each.id]:
            await _lower(session, each, before[each.id] - each.paid)


async def _lower(session: AsyncSession, instalment: Instalment, by: int) -> None:
    """One of which nothing is left is cancelled as it stood."""
    if by == instalment.amount:
        await change(session, instalment, cancelled=True)
    else:
        await change(session, instalment, amount=instalment.amount - by)


async def _announce(
    session: AsyncSession,
    actor: Actor,
    policy: Policy,
    endorsement_id: int,
    command: EndorsePolicy,
    signed: int,
    refunded: int,
    now: datetime,
) -> None:
    words = command.words.strip()
    event = PolicyEndorsed(
        policy_id=policy.id,
        deal_id=policy.deal_id,
        endorsement_id=endorsement_id,
        kind=command.kind,
        amount=signed,
        refunded=refunded,
        words=words,
    )
    await publish(session, actor, event, now=now)
    amount = Money(command.amount, policy.currency)
    what = text(f"ntf-endorsement-{command.kind}", amount=amount, words=words)
    await note_system(session, actor, policy.deal_id, "jrn-policy-endorsed", now=now, number=policy.number, what=what)
