"""Reads of deals: the card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import Row, bindparam
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import Client
from models.deal import Deal, DealStage, NextEvent, Turn
from models.document_kind import DocumentKind
from models.insurance_kind import InsuranceKind
from models.money import Money
from models.user import User
from services.access import Actor, Right, check_right
from services.calculations.queries import OfferTermsView
from services.clients.contacts import main_phone
from services.deals.access import refuse_outsider, takes_part, works_for
from services.deals.errors import DealNotFound
from services.deals.sums import (
    MarginSummary,
    OffersSummary,
    PoliciesSummary,
    margin_of,
    missing_of,
    offers_of,
    policies_of,
    sums,
)
from services.documents.missing import required_documents
from services.journal.queries import JournalLine, find_last_entry
from services.ledger.queries import list_margins
from services.live import live
from services.policies.last_year import find_last_year
from services.tasks.queries import TaskLine, find_first_task

Seller = aliased(User)
Executor = aliased(User)


@dataclass(frozen=True, slots=True)
class DealCard:
    """`last_year` while a renewal has no policy of its own. `margins`, one for each currency, only for who may see
    them; none too while the ledger is empty.
    """

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
    review_time: time | None
    asleep: bool
    lost_reason: str | None
    documents: int
    fetching: int
    last_entry: JournalLine | None
    first_task: TaskLine | None
    tasks: int
    offers: OffersSummary
    policies: PoliciesSummary
    sees_margin: bool
    margins: Sequence[MarginSummary]
    missing: Sequence[DocumentKind]
    last_year: OfferTermsView | None
    next_event: NextEvent | None
    next_event_on: date | None
    next_event_time: time | None


_CARD = (
    live(Deal)
    .with_only_columns(
        *(
            Deal.id,
            Deal.object,
            Deal.stage,
            Deal.turn,
            Deal.asleep,
            *(Deal.review_on, Deal.review_time),
            Deal.call_back_time,
            *(Deal.lost_reason, Deal.predecessor_id),
            Deal.next_event,
            Deal.next_event_on,
            Deal.amount,
            Deal.currency,
        ),
        *(Deal.client_id, Client.name.label("client_name"), main_phone(Deal.client_id).label("client_phone")),
        *(Deal.seller_id, Seller.name.label("seller"), Deal.executor_id, Executor.name.label("executor")),
        *(InsuranceKind.icon, InsuranceKind.name_ru, InsuranceKind.name_uk, InsuranceKind.name_en),
        required_documents().label("required_documents"),
        *sums(),
    )
    .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
    .join(Client, Client.id == Deal.client_id)
    .join(Seller, Seller.id == Deal.seller_id)
    .outerjoin(Executor, Executor.id == Deal.executor_id)
    .where(Deal.id == bindparam("deal_id"))
)


_AS_READ = [
    *("id", "icon", "object", "stage", "turn", "client_id", "client_name", "client_phone", "seller_id", "seller"),
    *("executor", "review_on", "review_time", "asleep", "lost_reason", "documents", "fetching", "tasks"),
    *("next_event", "next_event_on"),
]


async def find_deal_card(session: AsyncSession, actor: Actor, deal_id: int, *, today: date) -> DealCard:
    check_right(actor, Right.SEE_DEALS)
    deal = (await session.execute(_CARD, {"deal_id": deal_id, "today": today})).one_or_none()
    if deal is None:
        raise DealNotFound(deal=str(deal_id))
    mine = takes_part(actor, deal.seller_id, deal.executor_id)
    if not mine and not await works_for(session, actor, deal_id, Right.SEE_DEALS):
        await refuse_outsider(session, actor, deal_id, deal.seller_id)
    sees_margin = mine and actor.may(Right.SEE_MARGIN)
    return DealCard(
        **{name: getattr(deal, name) for name in _AS_READ},
        kind_names={"ru": deal.name_ru, "uk": deal.name_uk, "en": deal.name_en},
        premium=None if deal.amount is None else Money(deal.amount, deal.currency),
        last_entry=await find_last_entry(session, deal_id),
        first_task=await find_first_task(session, deal_id) if deal.tasks else None,
        offers=offers_of(deal),
        policies=policies_of(deal),
        sees_margin=sees_margin,
        margins=await _list_margins(session, deal) if sees_margin else [],
        missing=missing_of(deal),
        last_year=await _find_last_year(session, deal),
        next_event_time=deal.call_back_time if deal.next_event is NextEvent.CALL_BACK else None,
    )


async def _list_margins(session: AsyncSession, deal: Row[*tuple[Any, ...]]) -> list[MarginSummary]:
    """The deal's own currency first; the others are asked for where there are any."""
    own = margin_of(deal)
    margins = [own] if own else []
    if deal.lines_in_others:
        found = await list_margins(session, deal.id)
        margins += [MarginSummary(each.planned, each.settled) for each in found if each.currency is not deal.currency]
    return margins


async def _find_last_year(session: AsyncSession, deal: Row[*tuple[Any, ...]]) -> OfferTermsView | None:
    if deal.predecessor_id is None or deal.policies:
        return None
    found = await find_last_year(session, deal.id)
    return None if found is None else found.terms
