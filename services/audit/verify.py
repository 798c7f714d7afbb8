"""Goes through the sealed events from the first on and names the first place where the chain does not hold.

The end of the chain can be cut off together with its events: compare the last seal with one that was noted elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.audit_seal import AuditSeal
from models.event import EventPersonal, EventRow
from services.access import Actor, Right, check_right
from services.audit.digests import COVERED, GENESIS, digest_event, digest_personal, digest_seal

BATCH = 100
BEFORE_ALL = -(2**63)


class Fault(StrEnum):
    """`SEAL`: the seal itself; the others are of one event."""

    SEAL = "seal"
    CHANGED = "changed"
    MISSING = "missing"
    INSERTED = "inserted"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Broken:
    """`seal` counts from 1; without `event_id` it is the seal's own row that is wrong, or gone."""

    fault: Fault
    seal: int
    event_id: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`erased` are events whose personal values were deleted; `head` is the last seal's digest."""

    broken: Broken | None
    seals: int = 0
    events: int = 0
    erased: int = 0
    head: str = GENESIS


_EVENTS = select(
    *(getattr(EventRow, name) for name in COVERED), EventPersonal.values.label("values"), EventPersonal.salt
).outerjoin(EventPersonal, EventPersonal.event_id == EventRow.id)


async def verify_chain(
    session: AsyncSession, actor: Actor, verified: Verdict | None = None, *, seals: int = BATCH
) -> tuple[Verdict, bool]:
    """Of so many seals more, and whether others follow. What has been `verified` before goes into the count."""
    check_right(actor, Right.SEE_AUDIT)
    so_far = verified or Verdict(None)
    last_event_id = await _last_event_id(session, so_far.seals)
    wanted = select(AuditSeal).where(AuditSeal.id > so_far.seals).order_by(AuditSeal.id).limit(seals)
    found = (await session.execute(wanted)).scalars().all()
    for seal in found:
        so_far, last_event_id = await _verify_seal(session, so_far, seal, last_event_id)
        if so_far.broken:
            return so_far, False
    return so_far, len(found) == seals


async def knows_seal(session: AsyncSession, actor: Actor, number: int, digest: str) -> bool:
    """The beginning, before the first seal, is known too."""
    check_right(actor, Right.SEE_AUDIT)
    if number == 0:
        return digest == GENESIS
    found = select(AuditSeal.id).where(AuditSeal.id == number, AuditSeal.digest == digest)
    return (await session.execute(found)).scalar_one_or_none() is not None


async def count_unsealed(session: AsyncSession, actor: Actor) -> int:
    """Events after the last seal: nobody could tell whether these were changed."""
    check_right(actor, Right.SEE_AUDIT)
    last = select(func.max(AuditSeal.last_event_id)).scalar_subquery()
    newer = select(func.count()).select_from(EventRow).where(EventRow.id > func.coalesce(last, BEFORE_ALL))
    return (await session.execute(newer)).scalar_one()


async def _last_event_id(session: AsyncSession, number: int) -> int:
    found = select(AuditSeal.last_event_id).where(AuditSeal.id == number)
    known: int | None = (await session.execute(found)).scalar_one_or_none()
    return BEFORE_ALL if known is None else known


async def _verify_seal(session: AsyncSession, so_far: Verdict, seal: AuditSeal, after: int) -> tuple[Verdict, int]:
    number = so_far.seals + 1
    whole = (
        seal.id == number
        and seal.previous == so_far.head
        and seal.digest == digest_seal(number, seal.previous, seal.leaves)
        and seal.leaves
        and seal.last_event_id == seal.leaves[-1][0]
    )
    if not whole:
        return _with(so_far, Broken(Fault.SEAL, number)), after
    between = _EVENTS.where(EventRow.id > after, EventRow.id <= seal.last_event_id).order_by(EventRow.id)
    rows = (await session.execute(between)).mappings().all()
    broken = _compare(number, seal.leaves, [dict(row) for row in rows])
    erased = sum(row["personal_digest"] is not None and row["values"] is None for row in rows)
    done = Verdict(broken, number, so_far.events + len(rows), so_far.erased + erased, seal.digest)
    return done, seal.last_event_id


def _compare(number: int, leaves: Sequence[Any], rows: Sequence[Mapping[str, Any]]) -> Broken | None:
    """The first event, in the order of ids, that is not as it was sealed."""
    sealed, present = dict(map(tuple, leaves)), {row["id"]: row for row in rows}
    for event_id in sorted(sealed.keys() | present.keys()):
        fault = _fault(sealed.get(event_id), present.get(event_id))
        if fault is not None:
            return Broken(fault, number, event_id)
    return None


def _fault(sealed: str | None, row: Mapping[str, Any] | None) -> Fault | None:
    if row is None:
        return Fault.MISSING
    if sealed is None:
        return Fault.INSERTED
    if digest_event(row) != sealed:
        return Fault.CHANGED
    if row["values"] is not None and digest_personal(row["salt"], row["values"]) != row["personal_digest"]:
        return Fault.PERSONAL
    return None


def _with(so_far: Verdict, broken: Broken) -> Verdict:
    return Verdict(broken, so_far.seals, so_far.events, so_far.erased, so_far.head)
