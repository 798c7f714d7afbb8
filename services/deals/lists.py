"""Lists of deals: mine, my turn, today, asleep, closed, all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.client import Client
from models.deal import CLOSED_STAGES, Deal, DealStage, NextEvent, Turn
from models.insurance_kind import InsuranceKind
from services.access import Actor, Right, check_right
from services.among import among
from services.conversation.paging import Page
from services.deals.access import deals_with_task_of, own_deals, visible_deals
from services.live import live

PAGE_SIZE = 8


class DealFilter(StrEnum):
    MINE = "mine"
    MY_TURN = "my-turn"
    TODAY = "today"
    ASLEEP = "asleep"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class DealLine:
    """`waits_on` and `waits_for` say until when a sleeping deal sleeps and why, or what an awake one owes next."""

    id: int
    icon: str
    kind_names: dict[str, str]
    object: str
    client_name: str
    stage: DealStage
    asleep: bool
    waits_on: date | None
    waits_for: NextEvent | None


LINES = (
    live(Deal)
    .with_only_columns(
        *(Deal.id, Deal.object, Deal.stage, Deal.asleep, Deal.review_on, Deal.next_event_on, Deal.next_event),
        *(InsuranceKind.icon, InsuranceKind.name_ru, InsuranceKind.name_uk, InsuranceKind.name_en),
        Client.name.label("client_name"),
    )
    .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
    .join(Client, Client.id == Deal.client_id)
)
"""The rows that `line_of` reads; whoever asks adds what the actor may see."""


def line_of(deal: Row[*tuple[Any, ...]]) -> DealLine:
    on = deal.review_on if deal.asleep else deal.next_event_on
    return DealLine(
        id=deal.id,
        icon=deal.icon,
        kind_names={"ru": deal.name_ru, "uk": deal.name_uk, "en": deal.name_en},
        object=deal.object,
        client_name=deal.client_name,
        stage=deal.stage,
        asleep=deal.asleep,
        waits_on=on,
        waits_for=deal.next_event if on == deal.next_event_on else None,
    )


async def list_deals(
    session: AsyncSession, actor: Actor, which: DealFilter, *, today: date, before: int | None = None
) -> Page[DealLine]:
    """Newest first, today's and sleeping ones by their day; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    day = _DAYS.get(which)
    order = (day, Deal.id) if day is not None else (Deal.id.desc(),)
    wanted = LINES.where(_visible(actor, which), *_which(actor, which, today)).order_by(*order)
    if before is not None:
        wanted = wanted.where(_after(day, before))
    rows: Iterable[Row[*tuple[Any, ...]]] = await session.execute(wanted.limit(PAGE_SIZE + 1))
    return Page.of([line_of(row) for row in rows], PAGE_SIZE)


_DAYS: dict[DealFilter, InstrumentedAttribute[date | None]] = {
    DealFilter.TODAY: Deal.next_event_on,
    DealFilter.ASLEEP: Deal.review_on,
}


def _after(day: InstrumentedAttribute[date | None] | None, deal_id: int) -> ColumnElement[bool]:
    """Behind that deal in the order of the list."""
    if day is None:
        return Deal.id < deal_id
    reached = select(day).where(Deal.id == deal_id).correlate(None).scalar_subquery()
    return or_(day > reached, and_(day == reached, Deal.id > deal_id))


def _visible(actor: Actor, which: DealFilter) -> ColumnElement[bool]:
    if which is not DealFilter.MINE:
        return visible_deals(actor)
    return own_deals(actor)


def _which(actor: Actor, which: DealFilter, today: date) -> list[ColumnElement[bool]]:
    match which:
        case DealFilter.MINE:
            woken = and_(Deal.stage == DealStage.PAID, Deal.turn == Turn.SELLER)
            return [~Deal.asleep, or_(Deal.stage.not_in(CLOSED_STAGES), woken)]
        case DealFilter.MY_TURN:
            works = or_(Deal.executor_id == actor.id, among(Deal.id, deals_with_task_of(actor)))
            as_executor = and_(Deal.turn == Turn.EXECUTOR, works)
            return [or_(as_executor, and_(Deal.turn == Turn.SELLER, Deal.seller_id == actor.id))]
        case DealFilter.TODAY:
            return [~Deal.asleep, Deal.stage != DealStage.LOST, Deal.next_event_on <= today]
        case DealFilter.ASLEEP:
            return [Deal.asleep.is_(True)]
        case DealFilter.CLOSED:
            over = and_(Deal.stage == DealStage.PAID, ~Deal.asleep, Deal.next_event_on.is_(None))
            return [or_(Deal.stage == DealStage.LOST, over)]
        case DealFilter.ALL:
            return []
