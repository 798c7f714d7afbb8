"""Changes a kind of insurance; one that deals name can be put out of use, never deleted."""

from datetime import datetime
from typing import Any, TypedDict

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor
from services.change import differing
from services.events.publish import publish
from services.kinds.events import KindChanged
from services.kinds.queries import access_kind
from services.reminders.replan import ask_for_plans

LADDERS = frozenset({"renewal_ladder", "instalment_ladder", "earliest_start_days"})


class KindValues(TypedDict, total=False):
    """Columns of InsuranceKind and what they become."""

    name_ru: str
    name_uk: str
    name_en: str
    enabled: bool
    default_term_months: int | None
    default_term_days: int | None
    earliest_start_days: int
    schedules: list[dict[str, Any]]
    required_documents: list[str]
    proprietor_documents: list[str]
    company_documents: list[str]
    renewal_ladder: list[int]
    instalment_ladder: list[int]
    commission_on_payment: bool


async def edit_kind(session: AsyncSession, actor: Actor, kind_id: int, values: KindValues, *, now: datetime) -> None:
    """Values that are there already leave no trace."""
    kind = await access_kind(session, actor, kind_id, lock=True)
    changed = differing(kind, values)
    if not changed:
        return
    for column, value in values.items():
        setattr(kind, column, value)
    if LADDERS & changed.keys():
        await session.flush()
        await ask_for_plans(session, kind_id)
    await publish(session, actor, KindChanged(kind_id=kind_id, changed=changed), now=now)
