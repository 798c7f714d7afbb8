"""Lists of leads, newest first."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import CLOSED_LEAD_STAGES, Lead, LeadSource, LeadStage, Tier
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.leads.access import visible_leads
from services.leads.contacts import lead_email, lead_phone
from services.live import live

PAGE_SIZE = 6


@dataclass(frozen=True, slots=True)
class LeadLine:
    """A lead in a list; `score` counts thousandths, `phone` is E.164."""

    id: int
    stage: LeadStage
    source: LeadSource
    name: str | None
    company: str | None
    phone: str | None
    email: str | None
    object: str | None
    score: int | None
    tier: Tier | None
    assignee: str | None


_assignee = select(User.name).where(User.id == Lead.assignee_id).scalar_subquery().label("assignee")
_LINES = (
    live(Lead)
    .with_only_columns(
        *(Lead.id, Lead.stage, Lead.source, Lead.name, Lead.company),
        *(lead_phone(Lead.id).label("phone"), lead_email(Lead.id).label("email"), Lead.object),
        *(Lead.score, Lead.tier, _assignee),
    )
    .order_by(Lead.created_at.desc(), Lead.id.desc())
)


async def list_leads(session: AsyncSession, actor: Actor, *, before: int | None = None) -> Page[LeadLine]:
    """The open ones that the actor may see; `before` is the id of the last one on the page before."""
    check_right(actor, Right.SEE_LEADS)
    wanted = _LINES.where(visible_leads(actor), Lead.stage.not_in(CLOSED_LEAD_STAGES)).limit(PAGE_SIZE + 1)
    if before is not None:
        wanted = wanted.where(Lead.id < before)
    return Page.of([LeadLine(**row) for row in (await session.execute(wanted)).mappings()], PAGE_SIZE)
