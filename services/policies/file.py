"""Files a policy that an insurer has issued.

- By the client's choice or by hand, several per deal; the number is unique per insurer.
- Two of the same kind and object run side by side only with a reason. One that starts earlier than its kind allows
  when bought today must be known to be issued so.
- Its instalments add up to the premium; commission and expenses are expected from then on.
- The actor's own task to issue is done with it.
- It takes the deal on to ISSUING. In a renewal it becomes the successor of last year's.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal, DealStage
from models.document import Document
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.money import Money
from models.policy import Policy, PolicyState
from models.task import TaskKind
from services.access import Actor, Right
from services.change import change
from services.conversation.values import Localized
from services.deals.access import access_open_deal
from services.deals.kinds import find_kind
from services.deals.pass_stages import pass_stages
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.insurers.queries import find_insurer
from services.journal.note import note_system
from services.ledger.expect import expect_for_policy
from services.policies.checks import check_choice_holds, check_no_overlap, check_number_free, find_predecessor
from services.policies.events import PolicyFiled
from services.policies.follow import follow_policies, follow_predecessor
from services.policies.instalments import add_instalments
from services.policies.keys import number_key, object_key, policy_search_text
from services.policies.rules import check_not_too_early, check_parts, check_reason, check_start, check_term
from services.policies.terms import Part
from services.tasks.of_deal import finish_own_task
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePolicy:
    """`issued_early`: it is known to start before the kind's earliest day."""

    deal_id: int
    insurer_id: int
    kind_id: int
    choice_id: int | None = None
    number: str
    object: str
    starts_on: date
    ends_on: date
    premium: Money
    parts: Sequence[Part]
    document_id: int | None = None
    overlap_reason: str | None = None
    issued_early: bool = False
    intent_key: str


@dataclass(frozen=True, slots=True)
class _Filing:
    deal: Deal
    client: Client
    kind: InsuranceKind
    insurer: Insurer
    predecessor_id: int | None


async def file_policy(session: AsyncSession, actor: Actor, command: FilePolicy, *, now: datetime, today: date) -> int:
    """The policy's id."""
    deal = await access_open_deal(session, actor, command.deal_id, right=Right.FILE_POLICIES)
    known = select(Policy.id).where(Policy.intent_key == command.intent_key)
    filed_before = (await session.execute(known)).scalar_one_or_none()
    if filed_before is not None:
        return filed_before
    filing = await _check(session, actor, deal, command, today)
    policy_id = await insert_or_none(session, Policy, _row(actor, command, filing, now), returning=Policy.id)
    if policy_id is None:
        await check_number_free(session, actor, insurer_id=command.insurer_id, number=command.number)
        raise ScreenOutdated
    await add_instalments(session, policy_id, command.parts)
    policy = await session.get_one(Policy, policy_id)
    await _announce(session, actor, policy, filing, command, now)
    await _bring_along(session, actor, policy, filing, now, today)
    return policy_id


async def _check(session: AsyncSession, actor: Actor, deal: Deal, command: FilePolicy, today: date) -> _Filing:
    client = await session.get_one(Client, deal.client_id, with_for_update=True)
    kind, insurer = await find_kind(session, command.kind_id), await find_insurer(session, command.insurer_id)
    check_start(command.starts_on, today=today)
    check_term(command.starts_on, command.ends_on)
    check_parts(command.parts, command.premium, ends_on=command.ends_on)
    if not command.issued_early:
        check_not_too_early(command.starts_on, earliest_start_days=kind.earliest_start_days, today=today)
    await check_choice_holds(session, deal, command.choice_id)
    await _check_document(session, deal, command.document_id)
    await check_number_free(session, actor, insurer_id=insurer.id, number=command.number)
    if command.overlap_reason is None:
        await check_no_overlap(
            session,
            actor,
            client_id=client.id,
            kind_id=kind.id,
            insured=command.object,
            starts_on=command.starts_on,
            ends_on=command.ends_on,
        )
    else:
        check_reason(command.overlap_reason)
    renewed = await find_predecessor(
        session, deal, kind_id=kind.id, insured=command.object, starts_on=command.starts_on
    )
    return _Filing(deal, client, kind, insurer, renewed)


async def _check_document(session: AsyncSession, deal: Deal, document_id: int | None) -> None:
    """It lies in the deal's own folder."""
    if document_id is None:
        return
    of_deal = select(Document.deal_id).where(Document.id == document_id)
    if (await session.execute(of_deal)).scalar_one_or_none() != deal.id:
        raise ScreenOutdated


def _row(actor: Actor, command: FilePolicy, filing: _Filing, now: datetime) -> dict[str, object]:
    words = policy_search_text(filing.client, filing.kind, filing.insurer.name, command.number, command.object)
    return {
        "deal_id": filing.deal.id,
        "client_id": filing.client.id,
        "insurer_id": filing.insurer.id,
        "kind_id": filing.kind.id,
        "choice_id": command.choice_id,
        "predecessor_id": filing.predecessor_id,
        "document_id": command.document_id,
        "number": command.number,
        "number_key": number_key(command.number),
        "object": command.object,
        "object_key": object_key(command.object),
        "starts_on": command.starts_on,
        "ends_on": command.ends_on,
        "premium": command.premium.amount,
        "currency": command.premium.currency,
        "state": PolicyState.ISSUED,
        "overlap_reason": command.overlap_reason,
        "search_text": words,
        "version": 1,
        "intent_key": command.intent_key,
        "created_by": actor.id,
        "created_at": now,
    }


async def _announce(
    session: AsyncSession, actor: Actor, policy: Policy, filing: _Filing, command: FilePolicy, now: datetime
) -> None:
    event = PolicyFiled(
        policy_id=policy.id,
        deal_id=policy.deal_id,
        insurer_id=policy.insurer_id,
        choice_id=policy.choice_id,
        predecessor_id=policy.predecessor_id,
        starts_on=policy.starts_on.isoformat(),
        ends_on=policy.ends_on.isoformat(),
        premium=policy.premium,
        currency=policy.currency,
        instalments=[{**asdict(part), "due_on": part.due_on.isoformat()} for part in command.parts],
    )
    await publish(session, actor, event, now=now)
    await note_system(
        session,
        actor,
        policy.deal_id,
        "jrn-policy-filed",
        now=now,
        kind=Localized(filing.kind.names),
        number=policy.number,
        insurer=filing.insurer.name,
        premium=policy.price,
    )


async def _bring_along(
    session: AsyncSession, actor: Actor, policy: Policy, filing: _Filing, now: datetime, today: date
) -> None:
    deal = filing.deal
    if deal.amount is None:
        await change(session, deal, amount=policy.premium, currency=policy.currency)
    await pass_stages(session, actor, deal, to=DealStage.ISSUING, now=now)
    await finish_own_task(session, actor, deal, TaskKind.ISSUE, now=now)
    await expect_for_policy(session, actor, deal, policy, now=now)
    await follow_policies(session, actor, deal, now=now, today=today)
    await follow_predecessor(session, policy, deal, now=now, today=today)
