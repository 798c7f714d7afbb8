"""Reads of deals: the card and the lists."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import Client, ClientContact, ContactKind
from models.deal import CLOSED_STAGES, EXECUTOR_STAGES, Deal, DealStage, Turn
from models.document import Document, DocumentState
from models.insurance_kind import InsuranceKind
from models.money import Money
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.deals.access import access_deal
from services.journal.queries import JournalLine, find_last_entry
from services.live import live

Seller = aliased(User)
Executor = aliased(User)


@dataclass(frozen=True, slots=True)
class DealCard:
    id: int
    kind_names: dict[str, str]
    icon: str
    object: str
    stage: DealStage
    turn: Turn
    premium: Money | None
    client_id: int
    client_name: str
    client_phone: str | None
    seller_id: int
    seller: str
    executor: str | None
    review_on: date | None
    asleep: bool
    lost_reason: str | None
    documents: int
    fetching: int
    last_entry: JournalLine | None


async def find_deal_card(session: AsyncSession, actor: Actor, deal_id: int) -> DealCard:
    deal = await access_deal(session, actor, deal_id)
    phone = (
        select(func.min(ClientContact.value))
        .where(ClientContact.client_id == deal.client_id, ClientContact.kind == ContactKind.PHONE)
        .scalar_subquery()
    )
    around = (
        await session.execute(
            select(InsuranceKind, Client.name, phone.label("phone"), Seller.name, Executor.name)
            .select_from(Deal)
            .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
            .join(Client, Client.id == Deal.client_id)
            .join(Seller, Seller.id == Deal.seller_id)
            .outerjoin(Executor, Executor.id == Deal.executor_id)
            .where(Deal.id == deal_id)
        )
    ).one()
    kind, client_name, client_phone, seller, executor = around
    documents, fetching = await _count_documents(session, deal_id)
    return DealCard(
        id=deal.id,
        kind_names=kind.names,
        icon=kind.icon,
        object=deal.object,
        stage=deal.stage,
        turn=deal.turn,
        premium=deal.premium,
        client_id=deal.client_id,
        client_name=client_name,
        client_phone=client_phone,
        seller_id=deal.seller_id,
        seller=seller,
        executor=executor,
        review_on=deal.review_on,
        asleep=deal.asleep,
        lost_reason=deal.lost_reason,
        documents=documents,
        fetching=fetching,
        last_entry=await find_last_entry(session, deal_id),
    )


async def _count_documents(session: AsyncSession, deal_id: int) -> tuple[int, int]:
    counted = (
        live(Document)
        .with_only_columns(Document.state, func.count())
        .where(Document.deal_id == deal_id, Document.state != DocumentState.REFUSED)
        .group_by(Document.state)
    )
    by_state = dict((await session.execute(counted)).all())
    fetching = by_state.get(DocumentState.FETCHING, 0)
    return by_state.get(DocumentState.FILED, 0) + fetching, fetching


class DealFilter(StrEnum):
    MINE = "mine"
    MY_TURN = "my-turn"
    ASLEEP = "asleep"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class DealLine:
    id: int
    icon: str
    kind_names: dict[str, str]
    object: str
    client_name: str
    stage: DealStage
    turn: Turn
    review_on: date | None


PAGE_SIZE = 8


async def list_deals(
    session: AsyncSession, actor: Actor, which: DealFilter, *, before: int | None = None
) -> Page[DealLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_DEALS)
    wanted = (
        live(Deal)
        .with_only_columns(Deal, InsuranceKind, Client.name)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .where(*_visible(actor, which), *_which(actor, which))
        .order_by(Deal.id.desc())
        .limit(PAGE_SIZE + 1)
    )
    if before is not None:
        wanted = wanted.where(Deal.id < before)
    lines = [
        DealLine(deal.id, kind.icon, kind.names, deal.object, name, deal.stage, deal.turn, deal.review_on)
        for deal, kind, name in (await session.execute(wanted)).all()
    ]
    return Page.of(lines, PAGE_SIZE)


def _visible(actor: Actor, which: DealFilter) -> list[ColumnElement[bool]]:
    if which is not DealFilter.MINE and actor.may(Right.SEE_ALL_DEALS):
        return []
    return [or_(Deal.seller_id == actor.id, Deal.executor_id == actor.id)]


def _which(actor: Actor, which: DealFilter) -> list[ColumnElement[bool]]:
    open_ = Deal.stage.not_in(CLOSED_STAGES)
    executors = Deal.stage.in_(EXECUTOR_STAGES)
    match which:
        case DealFilter.MINE:
            return [open_, ~Deal.asleep]
        case DealFilter.MY_TURN:
            mine = or_(and_(executors, Deal.executor_id == actor.id), and_(~executors, Deal.seller_id == actor.id))
            return [open_, ~Deal.asleep, mine]
        case DealFilter.ASLEEP:
            return [Deal.asleep.is_(True)]
        case DealFilter.CLOSED:
            return [Deal.stage.in_(CLOSED_STAGES)]
        case DealFilter.ALL:
            return []
