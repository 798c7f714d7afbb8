"""Reads of deals: the card and the lists."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, ScalarSelect, and_, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import Client
from models.deal import CLOSED_STAGES, Deal, DealStage, Turn
from models.document import Document, DocumentState
from models.insurance_kind import InsuranceKind
from models.money import Money
from models.task import OPEN_TASKS, Task
from models.user import User
from services.access import Actor, Right, check_right
from services.clients.contacts import main_phone
from services.conversation.paging import Page
from services.deals.access import takes_part
from services.deals.errors import DealNotFound, DealOfOthers
from services.journal.queries import JournalLine, find_last_entry
from services.live import live
from services.tasks.queries import TaskLine, find_first_task

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
    first_task: TaskLine | None
    tasks: int


def _documents_in(*states: DocumentState) -> ScalarSelect[int]:
    counted = live(Document).with_only_columns(func.count())
    return counted.where(Document.deal_id == Deal.id, Document.state.in_(states)).scalar_subquery()


_OPEN_TASKS = (
    select(func.count()).where(Task.deal_id == Deal.id, Task.state.in_(OPEN_TASKS)).correlate(Deal).scalar_subquery()
)

_CARD = (
    live(Deal)
    .with_only_columns(
        *(
            Deal.id,
            Deal.object,
            Deal.stage,
            Deal.turn,
            Deal.asleep,
            Deal.review_on,
            Deal.lost_reason,
            Deal.amount,
            Deal.currency,
        ),
        *(Deal.client_id, Client.name.label("client_name"), main_phone(Deal.client_id).label("client_phone")),
        *(Deal.seller_id, Seller.name.label("seller"), Deal.executor_id, Executor.name.label("executor")),
        *(InsuranceKind.icon, InsuranceKind.name_ru, InsuranceKind.name_uk, InsuranceKind.name_en),
        _documents_in(DocumentState.FILED, DocumentState.FETCHING).label("documents"),
        _documents_in(DocumentState.FETCHING).label("fetching"),
        _OPEN_TASKS.label("tasks"),
    )
    .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
    .join(Client, Client.id == Deal.client_id)
    .join(Seller, Seller.id == Deal.seller_id)
    .outerjoin(Executor, Executor.id == Deal.executor_id)
    .where(Deal.id == bindparam("deal_id"))
)


async def find_deal_card(session: AsyncSession, actor: Actor, deal_id: int) -> DealCard:
    check_right(actor, Right.SEE_DEALS)
    deal = (await session.execute(_CARD, {"deal_id": deal_id})).one_or_none()
    if deal is None:
        raise DealNotFound(deal=str(deal_id))
    if not takes_part(actor, deal.seller_id, deal.executor_id):
        raise DealOfOthers(deal=str(deal_id), seller=deal.seller)
    return DealCard(
        id=deal.id,
        kind_names={"ru": deal.name_ru, "uk": deal.name_uk, "en": deal.name_en},
        icon=deal.icon,
        object=deal.object,
        stage=deal.stage,
        turn=deal.turn,
        premium=None if deal.amount is None else Money(deal.amount, deal.currency),
        client_id=deal.client_id,
        client_name=deal.client_name,
        client_phone=deal.client_phone,
        seller_id=deal.seller_id,
        seller=deal.seller,
        executor=deal.executor,
        review_on=deal.review_on,
        asleep=deal.asleep,
        lost_reason=deal.lost_reason,
        documents=deal.documents,
        fetching=deal.fetching,
        last_entry=await find_last_entry(session, deal_id),
        first_task=await find_first_task(session, deal_id) if deal.tasks else None,
        tasks=deal.tasks,
    )


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
    match which:
        case DealFilter.MINE:
            return [open_, ~Deal.asleep]
        case DealFilter.MY_TURN:
            as_executor = and_(Deal.turn == Turn.EXECUTOR, Deal.executor_id == actor.id)
            return [or_(as_executor, and_(Deal.turn == Turn.SELLER, Deal.seller_id == actor.id))]
        case DealFilter.ASLEEP:
            return [Deal.asleep.is_(True)]
        case DealFilter.CLOSED:
            return [Deal.stage.in_(CLOSED_STAGES)]
        case DealFilter.ALL:
            return []
