"""What a new policy may collide with."""

from datetime import date

from sqlalchemy import Select, false, func, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.insurer import Insurer
from models.policy import ENDED, Policy, PolicyState
from services.access import Actor, Right, check_right
from services.calculations.queries import find_choice
from services.conversation.values import Text, text
from services.deals.access import takes_part
from services.policies.errors import ChoiceReplaced, PolicyNumberTaken, PolicyOverlaps
from services.policies.keys import number_key, object_code, object_key
from services.policies.rules import check_number


async def check_number_free(session: AsyncSession, actor: Actor, *, insurer_id: int, number: str) -> None:
    """Raises PolicyNumberTaken, NumberWithoutDigits."""
    check_right(actor, Right.FILE_POLICIES)
    check_number(number)
    holder = _others().where(Policy.insurer_id == insurer_id, Policy.number_key == number_key(number))
    holder = holder.where(Policy.state != PolicyState.ANNULLED)
    row = (await session.execute(holder)).one_or_none()
    if row is not None:
        policy, insurer, deal = row
        raise PolicyNumberTaken(number=policy.number, insurer=insurer, whose=_whose(actor, deal))


async def check_no_overlap(
    session: AsyncSession, actor: Actor, *, client_id: int, kind_id: int, insured: str, starts_on: date, ends_on: date
) -> None:
    """Another of this kind and object, of the same client where only words tell the object. Raises PolicyOverlaps."""
    check_right(actor, Right.FILE_POLICIES)
    same_client = true() if object_code(insured) else Policy.client_id == client_id
    other = (
        _others()
        .where(Policy.object_key == object_key(insured), Policy.kind_id == kind_id, Policy.state.not_in(ENDED))
        .where(same_client, Policy.starts_on <= ends_on, Policy.ends_on >= starts_on)
        .order_by(Policy.id.desc())
        .limit(1)
    )
    row = (await session.execute(other)).one_or_none()
    if row is not None:
        policy, insurer, deal = row
        raise PolicyOverlaps(insurer=insurer, starts=policy.starts_on, ends=policy.ends_on, whose=_whose(actor, deal))


async def check_choice_holds(session: AsyncSession, deal: Deal, choice_id: int | None) -> None:
    """Part of the use case that calls it, which has authorised."""
    if choice_id is None:
        return
    choice = await find_choice(session, deal.id)
    if choice is None or choice.id != choice_id:
        raise ChoiceReplaced


async def find_predecessor(
    session: AsyncSession, deal: Deal, *, kind_id: int, insured: str, starts_on: date
) -> int | None:
    """The policy that this one renews: of last year's deal, or an ended one of this deal.

    That which the deal was opened for comes first, then the same object.
    """
    key = object_key(insured)
    renewed = (
        select(Policy.id)
        .outerjoin(Deal, Deal.id == deal.id)
        .where(
            Policy.kind_id == kind_id,
            Policy.state.not_in(ENDED),
            Policy.starts_on < starts_on,
            or_(
                Policy.deal_id == deal.predecessor_id,
                (Policy.deal_id == deal.id) & (Policy.object_key == key) & (Policy.ends_on < starts_on),
            ),
            Policy.id.not_in(select(Policy.predecessor_id).where(Policy.predecessor_id.is_not(None))),
        )
        .order_by(func.coalesce(Policy.id == Deal.renews_id, false()).desc())
        .order_by((Policy.object_key == key).desc(), Policy.ends_on.desc(), Policy.id.desc())
        .limit(1)
    )
    return (await session.execute(renewed)).scalar_one_or_none()


def _others() -> Select[Policy, str, Deal]:
    return (
        select(Policy, Insurer.name, Deal)
        .join(Insurer, Insurer.id == Policy.insurer_id)
        .join(Deal, Deal.id == Policy.deal_id)
    )


def _whose(actor: Actor, deal: Deal) -> Text:
    """A deal that the actor takes no part in stays unnamed, and so does its seller."""
    if takes_part(actor, deal.seller_id, deal.executor_id):
        return text("policy-of-deal", number=str(deal.id))
    return text("policy-of-others")
