"""What a new policy of a deal begins with."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import false, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Choice
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.policy import ENDED, Policy
from services.access import Actor, Right
from services.calculations.queries import find_choice
from services.deals.access import access_open_deal
from services.deals.kinds import find_kind
from services.policies.last_year import LastYear, find_last_year


@dataclass(frozen=True, slots=True)
class Basis:
    """`choice` is the client's, unless a policy has been filed for it; `last_year` of a renewal without one, `follows`
    the day after last year's policy.
    """

    deal: Deal
    kind: InsuranceKind
    choice: Choice | None
    last_year: LastYear | None
    follows: date | None


async def find_basis(session: AsyncSession, actor: Actor, deal_id: int) -> Basis:
    deal = await access_open_deal(session, actor, deal_id, right=Right.FILE_POLICIES)
    choice = await find_choice(session, deal.id)
    if choice is not None:
        filed = select(Policy.id).where(Policy.choice_id == choice.id, Policy.state.not_in(ENDED)).limit(1)
        choice = None if (await session.execute(filed)).first() else choice
    last_year = await find_last_year(session, deal.id) if choice is None else None
    return Basis(deal, await find_kind(session, deal.kind_id), choice, last_year, await _day_after(session, deal))


async def _day_after(session: AsyncSession, deal: Deal) -> date | None:
    if deal.predecessor_id is None:
        return None
    last = (
        select(Policy.ends_on)
        .join(Deal, Deal.predecessor_id == Policy.deal_id)
        .where(Deal.id == deal.id, Policy.kind_id == deal.kind_id, Policy.state.not_in(ENDED))
        .order_by(func.coalesce(Policy.id == Deal.renews_id, false()).desc(), Policy.ends_on.desc())
        .limit(1)
    )
    ends_on: date | None = (await session.execute(last)).scalar_one_or_none()
    return None if ends_on is None else ends_on + timedelta(days=1)
