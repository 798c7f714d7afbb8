"""A deal's offers side by side, with what it takes to tell what each would leave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from models.insurance_kind import InsuranceKind
from models.money import Currency
from services.access import Actor
from services.calculations.queries import OfferLine, offers_of
from services.deals.access import access_deal, sees_margin
from services.ledger.queries import RuleLine, rules_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """`rules` of expenses only for who may see the margin."""

    deal_id: int
    icon: str
    kind_names: Mapping[str, str]
    object: str
    currency: Currency
    lost: bool
    offers: Sequence[OfferLine]
    rules: Sequence[RuleLine] | None


async def find_comparison(session: AsyncSession, actor: Actor, deal_id: int, *, today: date) -> Comparison:
    deal = await access_deal(session, actor, deal_id)
    kind = await session.get_one(InsuranceKind, deal.kind_id)
    return Comparison(
        deal_id=deal.id,
        icon=kind.icon,
        kind_names=kind.names,
        object=deal.object,
        currency=deal.currency,
        lost=deal.lost_reason is not None,
        offers=await offers_of(session, actor, deal.id, today=today),
        rules=await rules_of(session, deal.id) if sees_margin(actor, deal) else None,
    )
