"""Closes a deal as lost, from any open stage, with the reason in words; not while a policy of it runs."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.policy import ENDED, Policy
from services.access import Actor, Right
from services.change import change
from services.deals.access import access_open_deal
from services.deals.errors import DealClosed, PolicyRuns, ReasonNeeded
from services.deals.events import DealStageChanged
from services.deals.words import lost_words
from services.events.publish import publish
from services.journal.note import note_system
from services.tasks.of_deal import close_tasks

SHORTEST_REASON = 3
_RUNNING = select(Policy.id).where(Policy.deal_id == bindparam("deal_id"), Policy.state.not_in(ENDED)).limit(1)


def check_reason(reason: str) -> None:
    if len(reason.strip()) < SHORTEST_REASON:
        raise ReasonNeeded


async def lose_deal(session: AsyncSession, actor: Actor, deal_id: int, *, reason: str, now: datetime) -> Deal:
    check_reason(reason)
    deal = await access_open_deal(session, actor, deal_id, right=Right.LOSE_DEAL)
    if deal.closed:
        raise DealClosed(deal=str(deal_id))
    if (await session.execute(_RUNNING, {"deal_id": deal.id})).first() is not None:
        raise PolicyRuns(deal=str(deal_id))
    before = deal.stage
    await change(
        session,
        deal,
        stage=DealStage.LOST,
        lost_reason=reason.strip(),
        closed_at=now,
        asleep=False,
        review_on=None,
        review_time=None,
    )
    stopped = await close_tasks(session, actor, deal, reason="deal-lost", now=now)
    event = DealStageChanged(
        deal_id=deal.id,
        from_stage=before,
        to_stage=DealStage.LOST,
        reason=reason.strip(),
        amount=deal.amount,
        stopped_user_ids=stopped,
    )
    await publish(session, actor, event, now=now)
    await note_system(session, actor, deal.id, "jrn-deal-lost", now=now, reason=lost_words(reason.strip()))
    return deal
