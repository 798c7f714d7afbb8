"""When a backup or a rehearsal is due, what came of it, and who is told.

- A backup is due once a night. What was refused is tried again each hour, three times in all; then admins are told.
- A rehearsal is due when none went well for a week, after that night's backup; admins are told how it went.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.backup_run import BackupRun, RunKind
from models.base import EPOCH
from models.user import Role, User
from services.conversation.outgoing import notify
from services.conversation.values import Moment, Notice, text
from services.users.queries import list_ids_by_role

ATTEMPTS = 3
PAUSE = timedelta(hours=1)
BETWEEN_REHEARSALS = timedelta(days=6, hours=12)
CORRELATION = "backups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """As `BackupRun` keeps it."""

    kind: RunKind
    started_at: datetime
    ended_at: datetime
    backup_at: datetime | None = None
    size: int | None = None
    missing: int = 0
    refusal: str | None = None
    params: Mapping[str, Any]


def night_before(now: datetime, *, zone: ZoneInfo, hour: int) -> datetime:
    """The last moment at which a nightly backup was due."""
    local = now.astimezone(zone)
    tonight = local.replace(hour=hour, minute=0, second=0, microsecond=0)
    return tonight if tonight <= local else tonight - timedelta(days=1)


async def find_due(session: AsyncSession, *, kind: RunKind, now: datetime, zone: ZoneInfo, hour: int) -> bool:
    """An installation whose first person came after the last due moment waits for the next one."""
    night = night_before(now, zone=zone, hour=hour)
    refused, last_refused = await _refused_since(session, kind, night)
    if refused >= ATTEMPTS or (last_refused is not None and last_refused > now - PAUSE):
        return False
    last_backup = await _last_good(session, RunKind.BACKUP)
    if kind is RunKind.BACKUP:
        born: datetime | None = (await session.execute(select(func.min(User.created_at)))).scalar_one()
        return born is not None and max(born, last_backup or EPOCH) < night
    last_rehearsal = await _last_good(session, RunKind.REHEARSAL)
    return last_backup is not None and last_backup >= night and (last_rehearsal or EPOCH) < now - BETWEEN_REHEARSALS


async def record_run(session: AsyncSession, *, run: Run, zone: ZoneInfo, hour: int) -> None:
    await session.execute(insert(BackupRun).values(**asdict(run)))
    night = night_before(run.started_at, zone=zone, hour=hour)
    refused, _ = await _refused_since(session, run.kind, night)
    if run.kind is RunKind.REHEARSAL or refused == ATTEMPTS:
        admins = await list_ids_by_role(session, Role.ADMIN)
        await notify(session, admins, _report(run), now=run.ended_at, correlation_id=CORRELATION)


async def find_last_backup(session: AsyncSession) -> datetime | None:
    """When the last good one was taken."""
    wanted = select(func.max(BackupRun.backup_at)).where(BackupRun.kind == RunKind.BACKUP)
    return (await session.execute(wanted)).scalar_one()


async def _last_good(session: AsyncSession, kind: RunKind) -> datetime | None:
    wanted = select(func.max(BackupRun.started_at)).where(BackupRun.kind == kind, BackupRun.refusal.is_(None))
    return (await session.execute(wanted)).scalar_one()


async def _refused_since(session: AsyncSession, kind: RunKind, since: datetime) -> tuple[int, datetime | None]:
    wanted = select(func.count(), func.max(BackupRun.started_at)).where(
        BackupRun.kind == kind, BackupRun.started_at >= since, BackupRun.refusal.is_not(None)
    )
    refused, last = (await session.execute(wanted)).one()
    return refused, last


def _report(run: Run) -> Notice:
    if run.refusal is not None:
        return Notice([text(f"ntf-{run.kind}-failed", reason=text(f"err-{run.refusal}", **run.params))])
    assert run.backup_at is not None  # noqa: S101 - the table's own check
    seconds = round((run.ended_at - run.started_at).total_seconds())
    megabytes = max(1, round((run.size or 0) / 2**20))
    fine = text("ntf-rehearsal-fine", taken=Moment(run.backup_at), seconds=seconds, megabytes=megabytes)
    return Notice([fine, *([text("ntf-rehearsal-missing", count=run.missing)] if run.missing else [])])
