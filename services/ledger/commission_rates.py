"""The table of commission rates: insurer x kind x days.

- No day is told two things: a rate without an end gives way to whatever begins later, one with an end does not.
- What a policy was counted with stays, whatever becomes of the table.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.insurer import Insurer
from models.ledger import CommissionRate
from services.access import Actor, Right, check_right
from services.conversation.values import Text, text
from services.errors import NotFound
from services.events.publish import publish
from services.ledger.errors import DatesReversed, RateNotFound, RatesOverlap
from services.ledger.events import CommissionRateAdded, CommissionRateRemoved
from services.ledger.rates import check_rate
from services.money.rates import as_percent
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRate:
    """`rate` in hundredths of a per cent; `until_on` is its last day."""

    insurer_id: int
    kind_id: int
    rate: int
    from_on: date
    until_on: date | None = None


async def access_rate(session: AsyncSession, actor: Actor, rate_id: int) -> CommissionRate:
    check_right(actor, Right.EDIT_REFERENCE)
    rate = await session.get(CommissionRate, rate_id)
    if rate is None:
        raise RateNotFound
    return rate


async def add_rate(session: AsyncSession, actor: Actor, command: AddRate, *, now: datetime) -> None:
    """The very same again changes nothing."""
    check_right(actor, Right.EDIT_REFERENCE)
    check_rate(command.rate)
    if command.until_on is not None and command.until_on < command.from_on:
        raise DatesReversed
    await _hold_insurer(session, command.insurer_id)
    other = await _find_overlapping(session, command)
    if other is None:
        await _insert(session, actor, command, now)
    elif (other.from_on, other.until_on, other.rate) != (command.from_on, command.until_on, command.rate):
        raise RatesOverlap(rate=as_percent(other.rate), days=days_words(other.from_on, other.until_on))


async def remove_rate(session: AsyncSession, actor: Actor, rate_id: int, *, now: datetime) -> None:
    rate = await access_rate(session, actor, rate_id)
    await session.execute(delete(CommissionRate).where(CommissionRate.id == rate.id))
    event = CommissionRateRemoved(insurer_id=rate.insurer_id, kind_id=rate.kind_id, rate=rate.rate)
    await publish(session, actor, event, now=now)


def days_words(since: date, until: date | None) -> Text:
    return text("rate-days", since=since, until=until) if until else text("rate-days-open", since=since)


async def _hold_insurer(session: AsyncSession, insurer_id: int) -> None:
    """Two people at once add one after the other."""
    held = select(Insurer.id).where(Insurer.id == insurer_id).with_for_update()
    if (await session.execute(held)).first() is None:
        raise NotFound


async def _find_overlapping(session: AsyncSession, command: AddRate) -> CommissionRate | None:
    found = select(CommissionRate).where(
        CommissionRate.insurer_id == command.insurer_id,
        CommissionRate.kind_id == command.kind_id,
        or_(
            CommissionRate.from_on == command.from_on,
            and_(CommissionRate.from_on < command.from_on, CommissionRate.until_on >= command.from_on),
            *_begins_within(command),
        ),
    )
    return (await session.execute(found.order_by(CommissionRate.from_on).limit(1))).scalar_one_or_none()


def _begins_within(command: AddRate) -> list[ColumnElement[bool]]:
    if command.until_on is None:
        return []
    return [and_(CommissionRate.from_on > command.from_on, CommissionRate.from_on <= command.until_on)]


async def _insert(session: AsyncSession, actor: Actor, command: AddRate, now: datetime) -> None:
    row = {
        "insurer_id": command.insurer_id,
        "kind_id": command.kind_id,
        "rate": command.rate,
        "from_on": command.from_on,
        "until_on": command.until_on,
        "created_by": actor.id,
        "created_at": now,
    }
    await insert_or_none(session, CommissionRate, row, returning=CommissionRate.id)
    event = CommissionRateAdded(
        insurer_id=command.insurer_id,
        kind_id=command.kind_id,
        rate=command.rate,
        from_on=command.from_on.isoformat(),
        until_on=command.until_on.isoformat() if command.until_on else None,
    )
    await publish(session, actor, event, now=now)
