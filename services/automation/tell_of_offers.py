"""Tells the other people of a deal about its offers, with the next step."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation
from models.deal import Deal
from models.insurer import Insurer
from models.task import TaskKind
from services.access import Right, role_may
from services.automation.telling import card_button, name_of, tell
from services.calculations.events import OfferChosen, OffersEntered
from services.calculations.queries import terms_view
from services.calculations.words import terms_words
from services.conversation.values import Button, Style, Text, text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.tasks.cockpit import refresh_cockpits
from services.tasks.queries import find_task_to_issue, list_doers
from services.tasks.words import answer_buttons
from services.users.queries import find_user

MOST_LINES = 6


@reacts_to(OffersEntered)
async def tell_of_entered_offers(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, OffersEntered)  # noqa: S101 - what the registry delivers
    deal = await session.get_one(Deal, event.deal_id)
    key = "ntf-offers-ready" if event.task_done else "ntf-offers-entered"
    first = text(key, by=await name_of(session, delivered.actor_id), count=len(event.offer_ids))
    lines = [first, *await _lines(session, event.offer_ids)]
    for receiver_id in {deal.seller_id, deal.executor_id} - {None}:
        shows = event.task_done and await _may_show(session, receiver_id)
        await tell(session, delivered, [receiver_id], deal.id, lines, _rows(deal.id, shows=shows), now=now)
    return Done()


async def _may_show(session: AsyncSession, user_id: int | None) -> bool:
    return user_id is not None and role_may((await find_user(session, user_id)).role, Right.CHOOSE_OFFER)


def _rows(deal_id: int, *, shows: bool) -> list[list[Button]]:
    look = Button(text("btn-offers-list"), "offers.list", deal_id, Style.PRIMARY)
    if not shows:
        return [[look, card_button(deal_id)]]
    return [[look, Button(text("btn-proposal-again"), "proposal.show", deal_id)], [card_button(deal_id)]]


async def _lines(session: AsyncSession, offer_ids: list[int]) -> list[Text]:
    """The cheapest first, without commission: who reads it may not see what another typed."""
    entered = (
        select(Calculation, Insurer.name)
        .join(Insurer, Insurer.id == Calculation.insurer_id)
        .where(Calculation.id.in_(offer_ids))
        .order_by(Calculation.premium, Calculation.id)
        .limit(MOST_LINES)
    )
    views = [terms_view(row, name, with_commission=False) for row, name in (await session.execute(entered)).all()]
    return [
        text("ntf-offers-line", insurer=view.insurer, premium=view.premium, terms=terms_words(view)) for view in views
    ]


@reacts_to(OfferChosen)
async def tell_of_choice(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Who issues another one already must hear that it is not wanted any more."""
    event = delivered.event
    assert isinstance(event, OfferChosen)  # noqa: S101 - what the registry delivers
    deal = await session.get_one(Deal, event.deal_id)
    offer = await session.get_one(Calculation, event.offer_id)
    insurer = await session.get_one(Insurer, offer.insurer_id)
    task = await find_task_to_issue(session, deal.id)
    changed = task is not None and event.instead_of not in (None, event.offer_id)
    key = "ntf-choice-changed" if changed else "ntf-offer-chosen"
    line = text(key, by=await name_of(session, delivered.actor_id), insurer=insurer.name, amount=offer.price)
    receivers = [deal.seller_id, deal.executor_id, task.doer_id if task else None]
    rows = [[*answer_buttons(TaskKind.ISSUE, deal.id), card_button(deal.id, Style.PRIMARY)]] if changed else []
    await tell(session, delivered, dict.fromkeys(receivers), deal.id, [line], rows, now=now)
    return Done()


@reacts_to(OfferChosen)
async def refresh_queues_of_choice(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """The money of the deal's tasks is another one now."""
    event = delivered.event
    assert isinstance(event, OfferChosen)  # noqa: S101 - what the registry delivers
    doers = await list_doers(session, event.deal_id)
    await refresh_cockpits(session, doers, now=now, correlation_id=delivered.correlation_id)
    return Done()
