"""Tells the other people of a deal what happened to it, each with the card's button."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from services.automation.telling import name_of, tell, tell_who_may_have_left
from services.conversation.values import text
from services.deals.events import DealHandedOver, DealStageChanged
from services.deals.words import lost_words
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered


@reacts_to(DealHandedOver)
async def tell_of_handing_over(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """The new one that it is his, the one before him that it is not any more, the third who it is now."""
    event = delivered.event
    assert isinstance(event, DealHandedOver)  # noqa: S101 - what the registry delivers
    by = await name_of(session, delivered.actor_id)
    if event.to_user_id is not None:
        yours = text(f"ntf-you-are-{event.role}", by=by)
        await tell(session, delivered, [event.to_user_id], event.deal_id, [yours], now=now)
    name = await name_of(session, event.to_user_id) if event.to_user_id else text("who-pool")
    deal = await session.get_one(Deal, event.deal_id)
    others = {deal.seller_id, deal.executor_id, event.from_user_id} - {event.to_user_id}
    note = text(f"ntf-{event.role}-is-now", by=by, name=name)
    await tell_who_may_have_left(session, delivered, others, event.deal_id, [note], now=now)
    return Done()


@reacts_to(DealStageChanged)
async def tell_of_stage(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """What a person moved, the deal's other people learn; what moved by itself, nobody is bothered with."""
    event = delivered.event
    assert isinstance(event, DealStageChanged)  # noqa: S101 - what the registry delivers
    if delivered.source == "system" or event.by_itself:
        return Done()
    deal = await session.get_one(Deal, event.deal_id)
    by = await name_of(session, delivered.actor_id)
    note = text("ntf-stage-moved", by=by, stage=text(f"stage-deal-{event.to_stage}"))
    if event.to_stage == DealStage.LOST:
        note = text("ntf-deal-lost", by=by, reason=lost_words(event.reason or ""))
    stopped = set(event.stopped_user_ids or ())
    others = {deal.seller_id, deal.executor_id} - stopped
    await tell(session, delivered, others, event.deal_id, [note], now=now)
    lines = [note, text("ntf-tasks-stopped")]
    await tell_who_may_have_left(session, delivered, stopped, event.deal_id, lines, now=now)
    return Done()
