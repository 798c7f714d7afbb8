"""Tells the other people of a deal what happened to it, each with the card's button."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.user import User
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.describe import describe_deal, others_in
from services.deals.events import DealHandedOver, DealStageChanged, DealWoke
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered


@reacts_to(DealHandedOver)
async def tell_of_handing_over(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """The new one that it is his, the one before him that it is not any more, the third who it is now."""
    event = delivered.event
    assert isinstance(event, DealHandedOver)  # noqa: S101 - what the registry delivers
    by = await _name_of(session, delivered.actor_id)
    if event.to_user_id is not None:
        await _tell(
            session, event.deal_id, [event.to_user_id], text(f"ntf-you-are-{event.role}", by=by), delivered, now
        )
    name = await _name_of(session, event.to_user_id) if event.to_user_id else text("who-pool")
    deal = await session.get_one(Deal, event.deal_id)
    others = {deal.seller_id, deal.executor_id, event.from_user_id} - {event.to_user_id, None}
    note = text(f"ntf-{event.role}-is-now", by=by, name=name)
    await _tell(session, event.deal_id, [who for who in others if who is not None], note, delivered, now)
    return Done()


@reacts_to(DealStageChanged)
async def tell_of_stage(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """What a person moved, the deal's other people learn; what moved by itself, nobody is bothered with."""
    event = delivered.event
    assert isinstance(event, DealStageChanged)  # noqa: S101 - what the registry delivers
    if delivered.source == "system" or event.by_itself:
        return Done()
    deal = await session.get_one(Deal, event.deal_id)
    key = "ntf-deal-lost" if event.to_stage == DealStage.LOST else "ntf-stage-moved"
    by = await _name_of(session, delivered.actor_id)
    note = text(key, by=by, stage=text(f"stage-deal-{event.to_stage}"))
    await _tell(session, event.deal_id, others_in(deal, None), note, delivered, now)
    return Done()


@reacts_to(DealWoke)
async def tell_of_waking(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Only when it woke by itself: whoever wakes it by hand knows."""
    event = delivered.event
    assert isinstance(event, DealWoke)  # noqa: S101 - what the registry delivers
    if delivered.actor_id is None:
        deal = await session.get_one(Deal, event.deal_id)
        await _tell(session, event.deal_id, others_in(deal, None), text("ntf-deal-woke"), delivered, now)
    return Done()


async def _tell(
    session: AsyncSession, deal_id: int, user_ids: list[int], note: Text, delivered: Delivered, now: datetime
) -> None:
    told = [who for who in user_ids if who != delivered.actor_id]
    if not told:
        return
    notice = Notice(
        [note, await describe_deal(session, deal_id)],
        [[Button(text("btn-open-card"), "deal.card", deal_id, Style.PRIMARY)]],
        subject=f"deal:{deal_id}",
    )
    await notify(session, told, notice, now=now, correlation_id=delivered.correlation_id)


async def _name_of(session: AsyncSession, user_id: int | None) -> str | Text:
    if user_id is None:
        return text("who-system")
    return (await session.execute(select(User.name).where(User.id == user_id))).scalar_one()
