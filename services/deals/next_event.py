"""What a deal waits for next.

- The nearest of: an unpaid instalment's due day, the last safe day to renew a policy, a promised call-back.
- The last safe day is the policy's last day less the days its kind needs before a first day; a policy with a successor
  waits for nothing. With its renewal opened it is the renewal's deal that waits.
- A deal that is overdue has its next event in the past. A sleeping one wakes on the nearest that is still to come, at
  the hour that a call-back was promised for, else in the morning.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.deal import Deal, DealStage, NextEvent
from models.insurance_kind import InsuranceKind
from models.policy import Instalment, Policy, PolicyState
from models.task import OPEN_TASKS, Task
from services.access import Actor
from services.change import change
from services.deals.events import DealDeferred
from services.deals.words import moment_words
from services.events.publish import publish
from services.journal.note import note_system
from services.live import live
from services.policies.successors import has_successor
from services.tasks.turn import settle_turn

_RUNNING = (PolicyState.ISSUED, PolicyState.SUSPENDED)
_Renewal = aliased(Deal)


def _renewal() -> Select[*tuple[Any, ...]]:
    """Of the policy of a statement."""
    return live(_Renewal).where(_Renewal.renews_id == Policy.id).correlate(Policy)


_DUE = (
    select(func.min(Instalment.due_on), func.min(Instalment.due_on).filter(Instalment.due_on > bindparam("today")))
    .join(Policy, Policy.id == Instalment.policy_id)
    .where(
        Policy.deal_id == bindparam("deal_id"),
        Policy.state.in_(_RUNNING),
        ~Instalment.cancelled,
        Instalment.paid < Instalment.amount,
    )
)


def ends_in(deal_id: int | BindParameter[int], predecessor_id: int | BindParameter[int] | None) -> ColumnElement[bool]:
    """Whether it is this deal that a running policy's renewal is waited for in."""
    own = (Policy.deal_id == deal_id) & ~_renewal().exists()
    renewed_here = (Policy.deal_id == predecessor_id) & _renewal().where(_Renewal.id == deal_id).exists()
    return or_(own, renewed_here) & Policy.state.in_(_RUNNING) & ~has_successor()


_ENDING = (
    select(Policy.ends_on, InsuranceKind.earliest_start_days)
    .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
    .where(ends_in(bindparam("deal_id"), bindparam("predecessor_id")))
)


@dataclass(frozen=True, slots=True, order=True)
class Ahead:
    """A day that a deal waits for; without an hour it begins the day."""

    on: date
    at: time
    what: NextEvent


async def settle_next_event(session: AsyncSession, deal: Deal, *, today: date) -> None:
    """Part of every use case that changes what it follows from; the caller holds the deal."""
    ahead = await _list_ahead(session, deal, today)
    nearest = min(ahead, default=None)
    values: dict[str, object] = {}
    if (nearest and nearest.on) != deal.next_event_on or (nearest and nearest.what) != deal.next_event:
        values = {"next_event_on": nearest and nearest.on, "next_event": nearest and nearest.what}
    if deal.asleep:
        wakes = _wakes(ahead, today, asleep=True)
        if wakes is None:
            values |= {"asleep": False, "review_on": None, "review_time": None}
        elif wakes != (deal.review_on, deal.review_time):
            values |= {"review_on": wakes[0], "review_time": wakes[1]}
    if values:
        await change(session, deal, **values)
        await settle_turn(session, deal)


async def fall_asleep(session: AsyncSession, actor: Actor, deal: Deal, *, today: date, now: datetime) -> None:
    """A paid deal that nobody owes anything sleeps until its next event; does nothing to any other.

    A call-back that was promised for a day up to now has been kept by then. Part of the use case that calls it, which
    holds the deal.
    """
    if deal.stage is not DealStage.PAID or deal.asleep or await _has_open_tasks(session, deal):
        return
    if deal.call_back_on is not None and deal.call_back_on <= today:
        await change(session, deal, call_back_on=None, call_back_time=None)
    ahead = await _list_ahead(session, deal, today)
    wakes = _wakes(ahead, today)
    if wakes is None or min(ahead).on <= today:
        return
    await change(session, deal, asleep=True, review_on=wakes[0], review_time=wakes[1])
    await settle_next_event(session, deal, today=today)
    await settle_turn(session, deal)
    await tell_deferred(session, actor, deal, now=now)


async def tell_deferred(session: AsyncSession, actor: Actor, deal: Deal, *, now: datetime) -> None:
    """Event and journal of a deal that sleeps now; part of the use case that put it to sleep."""
    assert deal.review_on is not None  # noqa: S101 - a sleeping deal has its end
    at = None if deal.review_time is None else deal.review_time.isoformat()
    await publish(
        session, actor, DealDeferred(deal_id=deal.id, review_on=deal.review_on.isoformat(), review_time=at), now=now
    )
    until = moment_words(deal.review_on, deal.review_time)
    await note_system(session, actor, deal.id, "jrn-deal-deferred", now=now, day=until)


def _wakes(ahead: Sequence[Ahead], today: date, *, asleep: bool = False) -> tuple[date, time | None] | None:
    """The nearest after `today` that the deal waits for; asleep into an hour of today it has not reached that yet."""
    still = [each for each in ahead if each.on > today or (asleep and each.on == today and each.at > time.min)]
    nearest = min(still, default=None)
    return (nearest.on, nearest.at if nearest.at > time.min else None) if nearest else None


async def _list_ahead(session: AsyncSession, deal: Deal, today: date) -> list[Ahead]:
    """The nearest of each kind, and of instalments also the nearest that is not due yet."""
    due: Sequence[date | None] = (await session.execute(_DUE, {"deal_id": deal.id, "today": today})).one()
    ahead = [Ahead(on, time.min, NextEvent.INSTALMENT) for on in due if on is not None]
    ending = (await session.execute(_ENDING, {"deal_id": deal.id, "predecessor_id": deal.predecessor_id})).all()
    ahead += [Ahead(last_safe_day(ends_on, earliest), time.min, NextEvent.RENEWAL) for ends_on, earliest in ending]
    if deal.call_back_on is not None:
        ahead.append(Ahead(deal.call_back_on, deal.call_back_time or time.min, NextEvent.CALL_BACK))
    return ahead


def last_safe_day(ends_on: date, earliest_start_days: int) -> date:
    """Until when a policy can be renewed without a gap."""
    return ends_on - timedelta(days=earliest_start_days)


async def _has_open_tasks(session: AsyncSession, deal: Deal) -> bool:
    found = select(Task.id).where(Task.deal_id == deal.id, Task.state.in_(OPEN_TASKS)).limit(1)
    return (await session.execute(found)).first() is not None
