"""How the installation is doing, for its admins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import version

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.delivery import Delivery
from models.inbox import InboxUpdate
from models.reminder import Reminder
from services.access import Actor, Right, check_right
from services.backups.runs import find_last_backup
from services.dead_letters.letter import LetterKind
from services.dead_letters.queries import DEAD
from services.health.backlog import Backlog, measure_backlog
from services.health.pulses import Vital, list_vitals


@cache
def product_version() -> str:
    return version("ael-crm")


@dataclass(frozen=True, slots=True)
class Status:
    """`backup_at` is when the last good backup was taken.

    `dead_updates`, `dead_deliveries` and `dead_reminders` were given up, and wait for an admin's word.
    """

    backlog: Backlog
    vitals: Sequence[Vital]
    dead_updates: int
    dead_deliveries: int
    dead_reminders: int
    backup_at: datetime | None
    version: str


async def find_status(session: AsyncSession, actor: Actor, *, now: datetime) -> Status:
    """As of an update of the actor's own, which is not counted."""
    check_right(actor, Right.SEE_STATUS)
    updates = select(func.count()).select_from(InboxUpdate).where(*DEAD[LetterKind.UPDATE])
    deliveries = select(func.count()).select_from(Delivery).where(*DEAD[LetterKind.WORK])
    reminders = select(func.count()).select_from(Reminder).where(*DEAD[LetterKind.REMINDER])
    return Status(
        backlog=await measure_backlog(session, now=now, lane_in_hand=actor.telegram_id),
        vitals=await list_vitals(session, now=now),
        dead_updates=(await session.execute(updates)).scalar_one(),
        dead_deliveries=(await session.execute(deliveries)).scalar_one(),
        dead_reminders=(await session.execute(reminders)).scalar_one(),
        backup_at=await find_last_backup(session),
        version=product_version(),
    )
