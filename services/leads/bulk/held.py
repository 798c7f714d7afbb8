"""What every bulk shares: the leads held in the order of their ids, and why some of them are left out.

- A refusal of one does not undo the others: what can't be done is known before anything is written.
- People's rows are held before leads' rows, as everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadStage
from models.user import User
from services.access import Actor, Right, check_right
from services.errors import AppError
from services.events.publish import publish
from services.leads.access import works_on
from services.leads.errors import LeadNotFound, LeadOfOthers, NoLeadsChosen, TooManyLeads
from services.leads.events import LeadsHandledTogether
from services.leads.rules import check_open
from services.live import live

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class HeldLead:
    id: int
    stage: LeadStage
    assignee_id: int | None
    analysing: bool


@dataclass(frozen=True, slots=True)
class BulkResult:
    """`refused` says of each why not."""

    done: Sequence[int]
    refused: Mapping[int, AppError]

    @property
    def within_reach(self) -> list[int]:
        """Those refused that the actor still works on, and may try again."""
        return [lead_id for lead_id, why in self.refused.items() if not isinstance(why, LeadNotFound | LeadOfOthers)]


def check_number(lead_ids: Sequence[int]) -> None:
    if not lead_ids:
        raise NoLeadsChosen
    if len(lead_ids) > MOST_AT_ONCE:
        raise TooManyLeads(count=len(lead_ids), most=MOST_AT_ONCE)


async def hold_leads(
    session: AsyncSession, actor: Actor, lead_ids: Sequence[int], *, right: Right, closed: bool = False
) -> tuple[list[HeldLead], dict[int, AppError]]:
    """Those that the actor works on, with `closed` those too; and the refusals of the others."""
    check_right(actor, right)
    assignee = select(User.name).where(User.id == Lead.assignee_id).scalar_subquery()
    wanted = (
        live(Lead)
        .with_only_columns(Lead.id, Lead.stage, Lead.assignee_id, Lead.analysing_for, assignee.label("assignee"))
        .where(Lead.id.in_(lead_ids))
        .order_by(Lead.id)
        .with_for_update(of=Lead)
    )
    rows = (await session.execute(wanted)).all()
    found = {row.id for row in rows}
    refused: dict[int, AppError] = {one: LeadNotFound(lead=str(one)) for one in lead_ids if one not in found}
    held = []
    for row in rows:
        if not works_on(actor, row.assignee_id):
            refused[row.id] = LeadOfOthers(lead=str(row.id), assignee=row.assignee)
            continue
        try:
            if not closed:
                check_open(row.stage)
        except AppError as refusal:
            refused[row.id] = refusal
            continue
        held.append(HeldLead(row.id, row.stage, row.assignee_id, row.analysing_for is not None))
    return held, refused


async def tell_together(
    session: AsyncSession,
    actor: Actor,
    what: str,
    people: Mapping[int, int | None],
    *,
    now: datetime,
    stage: LeadStage | None = None,
    reason: str | None = None,
) -> None:
    """`people` are those to tell, by lead. Part of a use case, which has authorised."""
    leads_of: dict[int, list[int]] = {}
    for lead_id, user_id in people.items():
        if user_id is not None and user_id != actor.id:
            leads_of.setdefault(user_id, []).append(lead_id)
    if not leads_of:
        return
    whose = [[user_id, *lead_ids] for user_id, lead_ids in sorted(leads_of.items())]
    event = LeadsHandledTogether(user_id=actor.id, what=what, stage=stage, reason=reason, whose=whose)
    await publish(session, actor, event, now=now)
