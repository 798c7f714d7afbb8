"""The end of a unit of work: changes of rows that none of its events carries get one."""

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from services.deals.events import DealSettled
from services.events.event import Event
from services.events.publish import context_of, publish
from services.events.rows import noted_of
from services.leads.events import LeadSettled

log = structlog.get_logger(service="events")


async def settle_rows(session: AsyncSession) -> None:
    """Said by whoever the unit's last event is of, as what follows from it.

    A unit without any event is a mistake of ours, which must not undo a person's work: `crm replay` shows it too.
    """
    left = list(noted_of(session).rows)
    if not left:
        return
    context = context_of(session)
    if context is None:
        log.error("row.unexplained", count=len(left), entity=f"{left[0][0]}:{left[0][1]}")
        return
    for aggregate, row_id in left:
        await publish(session, context.actor, _settled(aggregate, row_id), **context.rest)


def _settled(aggregate: str, row_id: int) -> Event:
    return DealSettled(deal_id=row_id) if aggregate == DealSettled.aggregate else LeadSettled(lead_id=row_id)
