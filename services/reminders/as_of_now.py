"""What a reminder is about as it stands now, or why nobody has to hear of it any more."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, TypeAlias

from sqlalchemy import ScalarSelect, Select, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import Client
from models.deal import Deal, DealStage, NextEvent
from models.insurance_kind import InsuranceKind
from models.money import Money
from models.policy import Instalment, Policy
from models.reminder import Reminder, ReminderSubject, StopReason
from models.task import Task
from services.day.at_risk import AT_RISK
from services.day.give_back import Source
from services.day.queries import DayLine
from services.deals.next_event import last_safe_day
from services.policies.successors import has_successor
from services.reminders.plan import RUNNING

_Renewal = aliased(Deal)


@dataclass(frozen=True, slots=True)
class Matter:
    """`on` is the day that its ladder is counted from now, if it is counted at all, `user_id` who hears of it; while he
    is away `giver_id` does, if he gave it to him.

    With a `reason` nobody does; while it `waits` for somebody else nobody does yet. `since`: when it came to be.
    """

    line: DayLine
    on: date | None
    user_id: int
    reason: StopReason | None = None
    waits: bool = False
    giver_id: int | None = None
    since: datetime | None = None


Matters: TypeAlias = dict[tuple[ReminderSubject, int], Matter]


async def find_matters(session: AsyncSession, rows: Sequence[Reminder], *, today: date) -> Matters:
    """By subject and its id; what is not there any more is missing."""
    matters: Matters = {}
    for subject, find in _FINDERS.items():
        ids = {row.subject_id for row in rows if row.subject is subject}
        if ids:
            found = await find(session, ids, today)
            matters |= {(subject, subject_id): matter for subject_id, matter in found.items()}
    return matters


def _with_deal(*columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(Deal, InsuranceKind, Client.name, *columns)
        .select_from(Deal)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .where(Deal.deleted_at.is_(None))
    )


def _declined() -> ScalarSelect[bool]:
    """Its renewal was opened and came to nothing, and no other one is open."""
    still_open = func.max(case((_Renewal.stage == DealStage.LOST, 0), else_=1))
    return (
        select(still_open == 0)
        .where(_Renewal.renews_id == Policy.id)
        .where(_Renewal.deleted_at.is_(None))
        .correlate(Policy)
        .scalar_subquery()
    )


async def _policies(session: AsyncSession, ids: set[int], today: date) -> Mapping[int, Matter]:
    Kind = aliased(InsuranceKind)  # noqa: N806 - a table under another name
    found = (
        _with_deal(Policy, has_successor(), _declined(), Kind.earliest_start_days)
        .join(Policy, Policy.deal_id == Deal.id)
        .join(Kind, Kind.id == Policy.kind_id)
        .where(Policy.id.in_(ids))
    )
    matters: dict[int, Matter] = {}
    for deal, kind, client, policy, renewed, declined, earliest in (await session.execute(found)).all():
        on = last_safe_day(policy.ends_on, earliest)
        line = _line(deal, kind, client, Source.POLICY, policy.id, NextEvent.RENEWAL, on, policy.price)
        reason = _why_not_renew(policy, today, renewed=renewed, declined=bool(declined))
        matters[policy.id] = Matter(line, on, deal.seller_id, reason)
    return matters


def _why_not_renew(policy: Policy, today: date, *, renewed: bool, declined: bool) -> StopReason | None:
    if policy.state not in RUNNING:
        return StopReason.ENDED
    if renewed:
        return StopReason.RENEWED
    if policy.ends_on < today:
        return StopReason.TOO_LATE
    return StopReason.DECLINED if declined else None


async def _instalments(session: AsyncSession, ids: set[int], _today: date) -> Mapping[int, Matter]:
    found = (
        _with_deal(Policy, Instalment)
        .join(Policy, Policy.deal_id == Deal.id)
        .join(Instalment, Instalment.policy_id == Policy.id)
        .where(Instalment.id.in_(ids))
    )
    matters: dict[int, Matter] = {}
    for deal, kind, client, policy, part in (await session.execute(found)).all():
        rest = Money(part.rest, policy.currency)
        line = _line(deal, kind, client, Source.POLICY, policy.id, NextEvent.INSTALMENT, part.due_on, rest)
        reason = StopReason.ENDED if policy.state not in RUNNING else None if part.rest else StopReason.DONE
        matters[part.id] = Matter(line, part.due_on, deal.seller_id, reason)
    return matters


async def _tasks(session: AsyncSession, ids: set[int], _today: date) -> Mapping[int, Matter]:
    found = (
        _with_deal(Task, AT_RISK).join(Task, Task.deal_id == Deal.id).where(Task.id.in_(ids), Task.due_on.is_not(None))
    )
    matters: dict[int, Matter] = {}
    for deal, kind, client, task, amount in (await session.execute(found)).all():
        at_risk = None if amount is None else Money(int(amount), deal.currency)
        line = _line(deal, kind, client, Source.TASK, task.id, task.kind, task.due_on, at_risk, task.due_time)
        reason = None if task.open else StopReason.DONE
        who = task.to_user_id or task.from_user_id
        matters[task.id] = Matter(line, task.due_on, who, reason, task.asked, task.from_user_id, task.created_at)
    return matters


async def _deals(session: AsyncSession, ids: set[int], _today: date) -> Mapping[int, Matter]:
    found = _with_deal(AT_RISK).where(Deal.id.in_(ids), Deal.next_event_on.is_not(None))
    matters: dict[int, Matter] = {}
    for deal, kind, client, amount in (await session.execute(found)).all():
        at_risk = None if amount is None else Money(int(amount), deal.currency)
        on = deal.next_event_on
        line = _line(deal, kind, client, Source.DEAL, deal.id, deal.next_event, on, at_risk)
        done = deal.asleep or deal.stage is DealStage.LOST
        matters[deal.id] = Matter(line, None, deal.seller_id, StopReason.DONE if done else None)
    return matters


def _line(
    deal: Deal,
    kind: InsuranceKind,
    client_name: str,
    source: Source,
    row_id: int,
    what: str,
    due_on: date,
    at_risk: Money | None,
    due_time: time | None = None,
) -> DayLine:
    return DayLine(
        source=source,
        id=row_id,
        what=what,
        due_on=due_on,
        due_time=due_time,
        deal_id=deal.id,
        kind_names=kind.names,
        client_name=client_name,
        at_risk=at_risk,
    )


_FINDERS: Mapping[ReminderSubject, Callable[[AsyncSession, set[int], date], Awaitable[Mapping[int, Matter]]]] = {
    ReminderSubject.POLICY: _policies,
    ReminderSubject.INSTALMENT: _instalments,
    ReminderSubject.TASK: _tasks,
    ReminderSubject.DEAL: _deals,
}
