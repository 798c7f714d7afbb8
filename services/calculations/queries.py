"""Reads of offers: the comparison, one offer, what was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationState, Choice, DeductibleKind, OfferTerms
from models.deal import Deal
from models.insurer import Insurer
from models.money import Money
from models.user import User
from services.access import Actor, Right
from services.calculations.access import access_offer
from services.calculations.plans import AT_ONCE, PaymentPlan
from services.deals.access import access_deal
from services.insurers.names import short_name
from services.ledger.rates import table_rate
from services.money.rates import part_of

MOST_SHOWN = 12
LONGEST_SHORT = 10
"""As many letters of an insurer's name as a table has room for on a phone."""


@dataclass(frozen=True, slots=True)
class OfferTermsView:
    """What is offered, as it is shown; `deductible` as in `OfferTerms`, `commission_rate` only for who may see it."""

    insurer: str
    programme: str | None
    premium: Money
    sum_insured: Money | None
    deductible_kind: DeductibleKind | None
    deductible: int | None
    term_months: int | None
    term_days: int | None
    plans: tuple[PaymentPlan, ...]
    commission_rate: int | None
    valid_until: date | None
    conditions: str | None
    document_id: int | None

    @property
    def deductible_money(self) -> Money | None:
        if self.deductible_kind is not DeductibleKind.AMOUNT or self.deductible is None:
            return None
        return Money(self.deductible, self.premium.currency)

    @property
    def deductible_amount(self) -> int | None:
        """In minor units, to compare by; None where it was not said or can't be counted."""
        match self.deductible_kind:
            case DeductibleKind.NONE:
                return 0
            case DeductibleKind.AMOUNT:
                return self.deductible
            case DeductibleKind.PERCENT if self.sum_insured is not None and self.deductible is not None:
                return part_of(self.sum_insured.amount, self.deductible)
        return None


@dataclass(frozen=True, slots=True)
class OfferLine:
    """`short` is the insurer where there is little room. `usual_rate` of commission is the table's, only for who may
    see it.
    """

    id: int
    deal_id: int
    state: CalculationState
    author: str
    short: str
    terms: OfferTermsView
    usual_rate: int | None = None

    @property
    def live(self) -> bool:
        return self.state not in (CalculationState.EXPIRED, CalculationState.DECLINED)


def terms_view(row: OfferTerms, insurer: str, *, with_commission: bool) -> OfferTermsView:
    return OfferTermsView(
        insurer=insurer,
        programme=row.programme,
        premium=row.price,
        sum_insured=None if row.sum_insured is None else Money(row.sum_insured, row.currency),
        deductible_kind=row.deductible_kind,
        deductible=row.deductible,
        term_months=row.term_months,
        term_days=row.term_days,
        plans=tuple(PaymentPlan.from_json(option) for option in row.payment_options) or (AT_ONCE,),
        commission_rate=row.commission_rate if with_commission else None,
        valid_until=row.valid_until,
        conditions=row.conditions,
        document_id=row.document_id,
    )


_USUAL_RATE = table_rate(Calculation.insurer_id, Deal.kind_id, bindparam("today", type_=Date())).scalar_subquery()
_LINES = (
    select(Calculation, Insurer.name, Insurer.aliases, User.name, _USUAL_RATE)
    .join(Insurer)
    .join(User, User.id == Calculation.author_id)
    .join(Deal, Deal.id == Calculation.deal_id)
)
_OF_DEAL = (
    _LINES.where(Calculation.deal_id == bindparam("deal_id"), Calculation.state != CalculationState.DECLINED)
    .order_by(Calculation.id.desc())
    .limit(MOST_SHOWN)
)
_ONE = _LINES.where(Calculation.id == bindparam("offer_id"))
_CHOICE = select(Choice).where(Choice.deal_id == bindparam("deal_id")).order_by(Choice.id.desc()).limit(1)


async def list_offers(session: AsyncSession, actor: Actor, deal_id: int, *, today: date) -> list[OfferLine]:
    await access_deal(session, actor, deal_id)
    return await offers_of(session, actor, deal_id, today=today)


async def offers_of(session: AsyncSession, actor: Actor, deal_id: int, *, today: date) -> list[OfferLine]:
    """The newest dozen, the cheapest first, the expired ones last. Part of a read of the deal, which has authorised."""
    rows = (await session.execute(_OF_DEAL, {"deal_id": deal_id, "today": today})).all()
    lines = [_line(row, actor, today) for row in rows]
    return sorted(lines, key=lambda line: (not line.live, line.terms.premium.amount, line.id))


async def find_offer(session: AsyncSession, actor: Actor, offer_id: int, *, today: date) -> OfferLine:
    await access_offer(session, actor, offer_id)
    return _line((await session.execute(_ONE, {"offer_id": offer_id, "today": today})).one(), actor, today)


def _line(row: Row[Calculation, str, list[Any], str, int | None], actor: Actor, today: date) -> OfferLine:
    offer, insurer, aliases, author, usual_rate = row
    sees = actor.may(Right.SEE_MARGIN) or offer.author_id == actor.id
    terms = terms_view(offer, insurer, with_commission=sees)
    usual = usual_rate if actor.may(Right.SEE_MARGIN) else None
    short = short_name(insurer, aliases, longest=LONGEST_SHORT)
    return OfferLine(offer.id, offer.deal_id, offer.state_on(today), author, short, terms, usual)


async def find_choice(session: AsyncSession, deal_id: int) -> Choice | None:
    """What holds now, for a reader who has been authorised."""
    return (await session.execute(_CHOICE, {"deal_id": deal_id})).scalar_one_or_none()


def chosen_terms(choice: Choice) -> OfferTermsView:
    """For who issues it: with the plan that the client took, without commission."""
    terms = terms_view(choice, choice.insurer_name, with_commission=False)
    return replace(terms, plans=(PaymentPlan.from_json(choice.payment_option),))


def best_of(lines: Sequence[OfferLine]) -> tuple[int | None, int | None]:
    """The ids of the lowest premium and of the lowest deductible among comparable live offers."""
    live = [line for line in lines if line.live]
    if len(live) < 2 or len({line.terms.premium.currency for line in live}) > 1:
        return None, None
    cheapest = min(live, key=lambda line: line.terms.premium.amount)
    counted = [(line.terms.deductible_amount, line.id) for line in live if line.terms.deductible_amount is not None]
    return cheapest.id, min(counted)[1] if counted else None
