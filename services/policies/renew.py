"""Opens the deal in which a policy is renewed.

- Client, kind, object and executor are last year's, and so is the seller unless he has left; so are the documents that
  do not expire. What last year's policy was stands in the journal and, as what to begin with, in `last_year`. It is
  this deal that waits for the last safe day from now on.
- One open renewal of a policy at a time: a second request leads to it. Another policy of the same object that still
  counts has its own.
- The policy that is filed there becomes the successor, see `services/policies/file.py`.
"""

from datetime import date, datetime

from sqlalchemy import func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.insurer import Insurer
from models.policy import ENDED, Policy
from models.user import User
from services.access import Actor, Right, check_right
from services.change import change
from services.conversation.values import FullDay
from services.deals.next_event import settle_next_event
from services.deals.open import OpenDeal, open_deal
from services.documents.carry_over import carry_documents
from services.events.publish import publish
from services.journal.note import note_system
from services.live import live
from services.policies.access import access_running_policy
from services.policies.events import RenewalOpened
from services.policies.keys import renewal_key
from services.policies.successors import successors_of


async def renew_policy(session: AsyncSession, actor: Actor, policy_id: int, *, now: datetime, today: date) -> int:
    """The id of the renewal's deal, opened now or before."""
    check_right(actor, Right.OPEN_DEAL)
    policy, deal = await access_running_policy(session, actor, policy_id, right=Right.OPEN_DEAL)
    successor = (await session.execute(successors_of(policy.id))).scalar_one_or_none()
    if successor is not None:
        return successor.deal_id
    opened = await _find_open(session, policy)
    if opened is not None:
        return opened
    command = OpenDeal(
        client_id=policy.client_id,
        kind_id=policy.kind_id,
        object=policy.object,
        currency=policy.currency,
        intent_key=renewal_key(policy.id, await _count_before(session, policy)),
    )
    deal_id = await open_deal(session, actor, command, now=now)
    renewal = await session.get_one(Deal, deal_id, with_for_update=True, populate_existing=True)
    seller = await session.get_one(User, deal.seller_id)
    seller_id = actor.id if seller.disabled_at else seller.id
    await change(
        session, renewal, predecessor_id=deal.id, renews_id=policy.id, seller_id=seller_id, executor_id=deal.executor_id
    )
    for waiting in (renewal, deal):
        await settle_next_event(session, waiting, today=today)
    await _announce(session, actor, policy, deal, deal_id, now)
    await carry_documents(session, actor, come_from=deal, to=renewal, now=now)
    return deal_id


async def _find_open(session: AsyncSession, policy: Policy) -> int | None:
    another = select(Policy.id).where(
        Policy.deal_id == policy.deal_id, Policy.id != policy.id, Policy.state.not_in(ENDED)
    )
    renewals = (
        live(Deal)
        .with_only_columns(Deal.id)
        .where(
            Deal.predecessor_id == policy.deal_id,
            Deal.kind_id == policy.kind_id,
            Deal.object == policy.object,
            Deal.stage.not_in((DealStage.LOST, DealStage.PAID)),
            or_(Deal.renews_id.is_(None), Deal.renews_id.not_in(another)),
        )
        .order_by(Deal.id.desc())
        .limit(1)
    )
    return (await session.execute(renewals)).scalar_one_or_none()


async def _count_before(session: AsyncSession, policy: Policy) -> int:
    """Of renewals that came to nothing: the last deal's own key can't be used again."""
    lost = select(func.count()).where(Deal.predecessor_id == policy.deal_id)
    return int((await session.execute(lost)).scalar_one())


async def _announce(
    session: AsyncSession, actor: Actor, policy: Policy, deal: Deal, deal_id: int, now: datetime
) -> None:
    insurer = await session.get_one(Insurer, policy.insurer_id)
    await note_system(
        session,
        actor,
        deal_id,
        "jrn-renewal-of",
        now=now,
        deal=str(deal.id),
        number=policy.number,
        insurer=insurer.name,
        premium=policy.price,
        ends=FullDay(policy.ends_on),
    )
    await note_system(session, actor, deal.id, "jrn-renewal-opened", now=now, number=policy.number, deal=str(deal_id))
    event = RenewalOpened(policy_id=policy.id, deal_id=deal_id, from_deal_id=deal.id)
    await publish(session, actor, event, now=now)
