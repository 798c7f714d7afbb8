"""The one way to write a lead's row and a line of its history."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import case, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadAction, LeadContact, LeadHistory
from services.access import Actor
from services.change import change
from services.events.rows import note_change
from services.search.normalise import search_text

FOUND_BY = ("name", "company", "object", "campaign", "tax_number")
_INSERT_HISTORY = insert(LeadHistory)
_CONTACTS = select(LeadContact.value).order_by(LeadContact.id)


def lead_search_text(values: dict[str, Any], contacts: list[str]) -> str:
    """`values` are columns of the row by name."""
    return search_text(*(values.get(name) for name in FOUND_BY), *contacts)


async def change_lead(session: AsyncSession, lead: Lead, *, now: datetime | None = None, **values: Any) -> None:
    """The caller holds the row. With `now` a human act is what changes it."""
    if now is not None:
        values["last_activity_at"] = now
    await change(session, lead, **values)


async def change_leads(
    session: AsyncSession, lead_ids: Sequence[int], *, now: datetime | None = None, **values: Any
) -> None:
    """The same of several at once; a mapping holds a value for each. Objects in hand are not brought up to date."""
    if now is not None:
        values["last_activity_at"] = now
    before = select(Lead.id, *(getattr(Lead, name) for name in values)).where(Lead.id.in_(lead_ids))
    for lead_id, *columns in (await session.execute(before)).all():
        changes = zip(values.items(), columns, strict=True)
        pairs = {name: (was, value[lead_id] if isinstance(value, Mapping) else value) for (name, value), was in changes}
        note_change(session, Lead, lead_id, pairs)
    written = {
        name: case(dict(value), value=Lead.id) if isinstance(value, Mapping) else value
        for name, value in values.items()
    }
    changed = update(Lead).where(Lead.id.in_(lead_ids)).values(version=Lead.version + 1, **written)
    await session.execute(changed.execution_options(synchronize_session=False))


async def reword_lead(session: AsyncSession, lead: Lead) -> None:
    """After what it is found by has changed."""
    contacts = list((await session.execute(_CONTACTS.where(LeadContact.lead_id == lead.id))).scalars())
    words = lead_search_text({name: getattr(lead, name) for name in FOUND_BY}, contacts)
    if words != lead.search_text:
        await change(session, lead, search_text=words)


async def add_history(
    session: AsyncSession, actor: Actor, lead_id: int, action: LeadAction, *, now: datetime, **columns: Any
) -> None:
    """Part of a use case, which has authorised. `columns` are the other columns of `LeadHistory`."""
    await add_histories(session, actor, action, [{"lead_id": lead_id, **columns}], now=now)


async def add_system_history(
    session: AsyncSession, lead_id: int, action: LeadAction, *, now: datetime, correlation_id: str
) -> None:
    """Of what nobody did."""
    row = {"lead_id": lead_id, "action": action, "source": "system", "correlation_id": correlation_id}
    await session.execute(_INSERT_HISTORY, [{**row, "created_at": now}])


async def add_histories(
    session: AsyncSession, actor: Actor, action: LeadAction, rows: Sequence[dict[str, Any]], *, now: datetime
) -> None:
    """The same of several: `rows` have the same columns each. Part of a use case, which has authorised."""
    shared = {
        "action": action,
        "actor_id": actor.id or None,
        "source": actor.source,
        "correlation_id": actor.correlation_id,
        "created_at": now,
    }
    await session.execute(_INSERT_HISTORY, [{**shared, **row} for row in rows])
