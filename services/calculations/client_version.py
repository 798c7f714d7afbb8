"""What the client is shown of a deal's offers: types and reads that know of no commission.

- On offer are those that are ready, sent or chosen and have not expired, the best price first.
- Columns are named one by one: what the brokerage earns is never read.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import EXPIRING, Calculation, CalculationState, DeductibleKind
from models.client import Client
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.money import Currency, Money
from models.user import User
from services.access import Actor, Right
from services.calculations.plans import AT_ONCE, PaymentPlan
from services.deals.access import access_deal

MOST_OFFERS = 12
SHOWABLE = (CalculationState.READY, CalculationState.SENT, CalculationState.CHOSEN)


@dataclass(frozen=True, slots=True)
class ClientOffer:
    """`number` counts the deal's offers from zero and stays; `deductible` as in `OfferTerms`."""

    id: int
    number: int
    insurer: str
    programme: str | None
    premium: Money
    sum_insured: Money | None
    deductible_kind: DeductibleKind | None
    deductible: int | None
    term_months: int | None
    term_days: int | None
    plans: tuple[PaymentPlan, ...]
    valid_until: date | None
    conditions: str | None


@dataclass(frozen=True, slots=True)
class ClientVersion:
    """`kind_names` by language."""

    deal_id: int
    kind_names: dict[str, str]
    object: str
    client: str
    seller: str
    offers: tuple[ClientOffer, ...]
    made_on: date

    @property
    def valid_until(self) -> date | None:
        """The last day on which everything in it holds."""
        return min((offer.valid_until for offer in self.offers if offer.valid_until), default=None)

    @property
    def best_id(self) -> int | None:
        """The offer with the lowest premium, where there is something to compare it with."""
        if len(self.offers) < 2 or len({offer.premium.currency for offer in self.offers}) > 1:
            return None
        return self.offers[0].id

    def only(self, numbers: Collection[int]) -> "ClientVersion":
        return replace(self, offers=tuple(offer for offer in self.offers if offer.number in numbers))


async def find_client_version(session: AsyncSession, actor: Actor, deal_id: int, *, today: date) -> ClientVersion:
    """The newest dozen that are on offer."""
    await access_deal(session, actor, deal_id, right=Right.CHOOSE_OFFER)
    on_offer = (
        _offers(deal_id)
        .where(
            Calculation.state.in_(SHOWABLE),
            Calculation.state.not_in(EXPIRING) | Calculation.valid_until.is_(None) | (Calculation.valid_until >= today),
        )
        .order_by(Calculation.id.desc())
        .limit(MOST_OFFERS)
    )
    return await _read(session, deal_id, on_offer, made_on=today)


async def read_client_version(
    session: AsyncSession, deal_id: int, offer_ids: Collection[int], *, made_on: date
) -> ClientVersion:
    """The offers that were asked for, whatever became of them since. For a reader who has been authorised."""
    return await _read(session, deal_id, _offers(deal_id).where(Calculation.id.in_(offer_ids)), made_on=made_on)


def _offers(deal_id: int) -> Select[*tuple[Any, ...]]:
    counted = (
        select(Calculation.id, (func.row_number().over(order_by=Calculation.id) - 1).label("number"))
        .where(Calculation.deal_id == deal_id)
        .subquery()
    )
    return (
        select(
            Calculation.id,
            counted.c.number,
            Insurer.name.label("insurer"),
            Calculation.programme,
            Calculation.premium,
            Calculation.currency,
            Calculation.sum_insured,
            Calculation.deductible_kind,
            Calculation.deductible,
            Calculation.term_months,
            Calculation.term_days,
            Calculation.payment_options.label("plans"),
            Calculation.valid_until,
            Calculation.conditions,
        )
        .join(counted, counted.c.id == Calculation.id)
        .join(Insurer, Insurer.id == Calculation.insurer_id)
    )


async def _read(
    session: AsyncSession, deal_id: int, offers: Select[*tuple[Any, ...]], *, made_on: date
) -> ClientVersion:
    about = (
        select(InsuranceKind, Deal.object, Client.name, User.name)
        .select_from(Deal)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .join(User, User.id == Deal.seller_id)
        .where(Deal.id == deal_id)
    )
    kind, insured, client, seller = (await session.execute(about)).one()
    found = [_offer(**row) for row in (await session.execute(offers)).mappings()]
    cheapest_first = sorted(found, key=lambda offer: (offer.premium.currency, offer.premium.amount, offer.id))
    return ClientVersion(deal_id, kind.names, insured, client, seller, tuple(cheapest_first), made_on)


def _offer(*, premium: int, currency: Currency, sum_insured: int | None, plans: list[Any], **same: Any) -> ClientOffer:
    return ClientOffer(
        premium=Money(premium, currency),
        sum_insured=None if sum_insured is None else Money(sum_insured, currency),
        plans=tuple(PaymentPlan.from_json(plan) for plan in plans) or (AT_ONCE,),
        **same,
    )
