"""The end of a unit of work: changes of rows that none of its events carries get one."""

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from services.deals.events import DealSettled
from services.events.publish import Context, context_of, publish
from services.events.rows import noted_of
from services.leads.events import LeadSettled

log = structlog.get_logger(service="events")

_SETTLED = {"deal": lambda row_id: DealSettled(deal_id=row_id), "lead": lambda row_id: LeadSettled(lead_id=row_id)}


async def settle_rows(session: AsyncSession) -> None:
    """Said by whoever the unit's last event is of, as what follows from it.

    A unit without any event is a mistake of ours, which must not undo a person's work: `crm replay` shows it too.
    """
    left = list(noted_of(session).rows)
    if not left:
        return
    context: Context | None = context_of(session)
    if context is None:
        log.error("row.unexplained", count=len(left), entity=f"{left[0][0]}:{left[0][1]}")
        return
    for aggregate, row_id in left:
        await publish(session, context.actor, _SETTLED[aggregate](row_id), **context.rest)
