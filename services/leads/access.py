"""Loads a lead and authorises in one go."""

from sqlalchemy import ColumnElement, or_, select, true
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead
from models.user import User
from services.access import Actor, Right, check_right
from services.leads.errors import LeadNotFound, LeadOfOthers
from services.leads.rules import check_open
from services.live import live


def visible_leads(actor: Actor) -> ColumnElement[bool]:
    """Managers and admins reach every lead, sellers their own and the pool's."""
    if actor.may(Right.SEE_ALL_LEADS):
        return true()
    return or_(Lead.assignee_id == actor.id, Lead.assignee_id.is_(None))


def works_on(actor: Actor, assignee_id: int | None) -> bool:
    """The same of one lead."""
    return actor.may(Right.SEE_ALL_LEADS) or assignee_id in (actor.id, None)


async def access_lead(
    session: AsyncSession, actor: Actor, lead_id: int, *, right: Right = Right.SEE_LEADS, lock: bool = False
) -> Lead:
    """With `lock` the row is held until the transaction ends, which is what every change asks for.

    Whoever also holds users' rows holds those first.
    """
    check_right(actor, right)
    wanted = live(Lead).where(Lead.id == lead_id)
    if lock:
        wanted = wanted.with_for_update().execution_options(populate_existing=True)
    lead = (await session.execute(wanted)).scalar_one_or_none()
    if lead is None:
        raise LeadNotFound(lead=str(lead_id))
    if not works_on(actor, lead.assignee_id):
        raise LeadOfOthers(lead=str(lead_id), assignee=await _name_of(session, lead.assignee_id))
    return lead


async def access_open_lead(
    session: AsyncSession, actor: Actor, lead_id: int, *, right: Right = Right.WORK_LEADS
) -> Lead:
    """For changes: locked, and refused when the lead is transferred or lost."""
    lead = await access_lead(session, actor, lead_id, right=right, lock=True)
    check_open(lead.stage)
    return lead


async def _name_of(session: AsyncSession, user_id: int | None) -> str:
    return (await session.execute(select(User.name).where(User.id == user_id))).scalar_one()
