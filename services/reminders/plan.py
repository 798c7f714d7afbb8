"""Derives the reminders of a deal anew: of its policies, their instalments and its tasks.

- A step whose day has come already is not planned any more; one that waits is left to the moment at which it is told.
- What is not planned any more is stopped, what is planned again waits again. What was told is never told again.
- A policy that was renewed, an instalment that is paid, a task that is closed have no ladder.
"""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.insurance_kind import InsuranceKind
from models.policy import Instalment, Policy, PolicyState
from models.reminder import Reminder, ReminderState, ReminderSubject, StopReason
from models.task import OPEN_TASKS, Task
from services.deals.next_event import last_safe_day
from services.policies.successors import has_successor
from services.reminders.ladders import Key, Ladder, Planned, key_of, task_steps
from services.reminders.rows import put, stop

RUNNING = (PolicyState.ISSUED, PolicyState.SUSPENDED)
OF_POLICIES = (ReminderSubject.POLICY, ReminderSubject.INSTALMENT)


async def plan_deal(session: AsyncSession, deal: Deal, *, now: datetime, today: date) -> None:
    """All of it, for a deal that has none yet or whose kind has other ladders. The caller holds the deal."""
    await plan_policies(session, deal, now=now, today=today)
    open_tasks = select(Task).where(Task.deal_id == deal.id, Task.state.in_(OPEN_TASKS))
    for task in (await session.execute(open_tasks)).scalars():
        await plan_task(session, task, today=today)


async def plan_task(session: AsyncSession, task: Task, *, today: date) -> None:
    """Part of the use case that sets it."""
    await put(session, [step for step in task_steps(task) if step.is_ahead(today)])


async def plan_policies(session: AsyncSession, deal: Deal, *, now: datetime, today: date) -> None:
    """Part of every use case that changes policies or instalments of the deal, which it holds."""
    wanted = [*await _of_policies(session, deal), *await _of_instalments(session, deal)]
    await _settle(session, deal, wanted, now=now, today=today)


async def _of_policies(session: AsyncSession, deal: Deal) -> list[Planned]:
    running = (
        select(Policy.id, Policy.ends_on, InsuranceKind.earliest_start_days, InsuranceKind.renewal_ladder)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .where(Policy.deal_id == deal.id, Policy.state.in_(RUNNING), ~has_successor())
    )
    planned: list[Planned] = []
    for policy_id, ends_on, earliest, steps in (await session.execute(running)).all():
        ladder = Ladder(ReminderSubject.POLICY, policy_id, last_safe_day(ends_on, earliest), steps)
        planned += ladder.planned(deal)
    return planned


async def _of_instalments(session: AsyncSession, deal: Deal) -> list[Planned]:
    owed = (
        select(Instalment.id, Instalment.due_on, InsuranceKind.instalment_ladder)
        .join(Policy, Policy.id == Instalment.policy_id)
        .join(InsuranceKind, InsuranceKind.id == Policy.kind_id)
        .where(Policy.deal_id == deal.id, Policy.state.in_(RUNNING))
        .where(~Instalment.cancelled, Instalment.paid < Instalment.amount)
    )
    planned: list[Planned] = []
    for instalment_id, due_on, steps in (await session.execute(owed)).all():
        planned += Ladder(ReminderSubject.INSTALMENT, instalment_id, due_on, steps).planned(deal)
    return planned


async def _settle(session: AsyncSession, deal: Deal, planned: Iterable[Planned], *, now: datetime, today: date) -> None:
    gone = deal.stage is DealStage.LOST or deal.deleted_at is not None
    wanted = {} if gone else {step.key: step for step in planned}
    known = await _list_known(session, deal)
    ahead = [step for step in wanted.values() if step.is_ahead(today) and _differs(known.get(step.key), step)]
    if ahead:
        await put(session, ahead)
    still = {(subject, subject_id) for subject, subject_id, _, _ in wanted}
    over = [row for key, row in known.items() if row.state is ReminderState.WAITING and key not in wanted]
    for reason, stopped in (
        (StopReason.CHANGED, [row.id for row in over if (row.subject, row.subject_id) in still]),
        (StopReason.DONE, [row.id for row in over if (row.subject, row.subject_id) not in still]),
    ):
        if stopped:
            await stop(session, stopped, reason, now=now)


async def _list_known(session: AsyncSession, deal: Deal) -> dict[Key, Reminder]:
    rows = (
        select(Reminder)
        .where(Reminder.deal_id == deal.id, Reminder.subject.in_(OF_POLICIES))
        .execution_options(populate_existing=True)
    )
    return {key_of(row): row for row in (await session.execute(rows)).scalars()}


def _differs(row: Reminder | None, step: Planned) -> bool:
    if row is None or row.state is ReminderState.STOPPED:
        return True
    as_planned = (row.due_on, row.due_time, row.user_id) == (*step.due, step.user_id)
    return row.state is ReminderState.WAITING and not as_planned
