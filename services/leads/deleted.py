"""Deleted leads, the last deleted first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import bindparam, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from models.base import BigId, UtcDateTime
from models.lead import Lead, LeadAction, LeadHistory
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.cursors import Position
from services.leads.contacts import lead_email, lead_phone
from services.leads.errors import LeadNotFound

PAGE_SIZE = 6
LAST = (datetime(9999, 1, 1, tzinfo=UTC), 0)


@dataclass(frozen=True, slots=True)
class DeletedLead:
    """`phone` is E.164; `reason` is read of one alone."""

    id: int
    name: str | None
    company: str | None
    phone: str | None
    email: str | None
    deleted_at: datetime
    deleted_by: str | None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class DeletedPage:
    """`after` is where the page ends, None on the last."""

    lines: Sequence[DeletedLead]
    after: Position | None


_behind = tuple_(Lead.deleted_at, Lead.id) < tuple_(
    bindparam("top", type_=UtcDateTime()), bindparam("top_id", type_=BigId)
)
_DELETED = select(
    *(Lead.id, Lead.name, Lead.company, lead_phone(Lead.id).label("phone"), lead_email(Lead.id).label("email")),
    *(Lead.deleted_at, select(User.name).where(User.id == Lead.deleted_by).scalar_subquery().label("deleted_by")),
).where(Lead.deleted_at.is_not(None))
_LINES = _DELETED.where(_behind).order_by(Lead.deleted_at.desc(), Lead.id.desc()).limit(PAGE_SIZE + 1)
_reason = (
    select(LeadHistory.reason)
    .where(LeadHistory.lead_id == Lead.id, LeadHistory.action == LeadAction.DELETED)
    .order_by(LeadHistory.created_at.desc(), LeadHistory.id.desc())
    .limit(1)
    .scalar_subquery()
    .label("reason")
)
_ONE = _DELETED.add_columns(_reason).where(Lead.id == bindparam("lead_id"))


async def list_deleted_leads(session: AsyncSession, actor: Actor, *, after: Position | None = None) -> DeletedPage:
    """`after` is the `after` of the page before."""
    check_right(actor, Right.MANAGE_LEADS)
    top, top_id = after or LAST
    rows = (await session.execute(_LINES, {"top": top, "top_id": top_id})).mappings()
    lines = [DeletedLead(**row) for row in rows]
    shown = lines[:PAGE_SIZE]
    return DeletedPage(shown, (shown[-1].deleted_at, shown[-1].id) if len(lines) > PAGE_SIZE else None)


async def find_deleted_lead(session: AsyncSession, actor: Actor, lead_id: int) -> DeletedLead:
    check_right(actor, Right.MANAGE_LEADS)
    found = (await session.execute(_ONE, {"lead_id": lead_id})).mappings().one_or_none()
    if found is None:
        raise LeadNotFound(lead=str(lead_id))
    return DeletedLead(**found)
