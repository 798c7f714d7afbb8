"""Reads of tasks: the card, a person's queue, the pool."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.client import Client
from models.deal import Deal
from models.insurance_kind import InsuranceKind
from models.money import Money
from models.task import OPEN_TASKS, Task, TaskKind, TaskState
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.values import Deadline
from services.live import live
from services.tasks.access import access_task
from services.tasks.turn import BY_DEADLINE, FIRST_DUE

Giver = aliased(User)
Doer = aliased(User)
MOST_SHOWN = 12
BY_DEADLINE_AND_MONEY = (*BY_DEADLINE, Deal.amount.is_(None), Deal.amount.desc(), Task.id)


@dataclass(frozen=True, slots=True)
class TaskLine:
    """`premium` is the money at stake, where it is known."""

    id: int
    deal_id: int
    kind: TaskKind
    state: TaskState
    giver_id: int
    giver: str
    doer_id: int | None
    doer: str | None
    deadline: Deadline
    urgent: bool
    asked: bool
    note: str | None
    reason: str | None
    outcome: str | None
    choice_id: int | None
    icon: str
    kind_names: dict[str, str]
    object: str
    client_name: str
    premium: Money | None

    @property
    def open(self) -> bool:
        return self.state in OPEN_TASKS


def _lines() -> Select[*tuple[Any, ...]]:
    return (
        live(Deal)
        .with_only_columns(
            Task, Giver.name, Doer.name, Deal.object, Deal.amount, Deal.currency, InsuranceKind, Client.name
        )
        .join(Task, Task.deal_id == Deal.id)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .join(Giver, Giver.id == Task.from_user_id)
        .outerjoin(Doer, Doer.id == Task.to_user_id)
    )


_ONE = _lines().where(Task.id == bindparam("task_id"))
_QUEUE = (
    _lines()
    .where(Task.to_user_id == bindparam("user_id"), Task.state.in_(OPEN_TASKS))
    .order_by(*BY_DEADLINE_AND_MONEY)
    .limit(MOST_SHOWN)
)
_POOL = (
    _lines()
    .where(Task.to_user_id.is_(None), Task.state.in_(OPEN_TASKS))
    .order_by(*BY_DEADLINE_AND_MONEY)
    .limit(MOST_SHOWN)
)
_OF_DEAL = (
    _lines()
    .where(Task.deal_id == bindparam("deal_id"), Task.state.in_(OPEN_TASKS))
    .order_by(*FIRST_DUE)
    .limit(MOST_SHOWN)
)
_FIRST_OF_DEAL = _OF_DEAL.limit(1)
_TO_ISSUE = _OF_DEAL.where(Task.kind == TaskKind.ISSUE).limit(1)


@dataclass(frozen=True, slots=True)
class Queue:
    """What a person has to do, the first due first; `count` and `in_pool` count all, also those not shown."""

    lines: list[TaskLine]
    count: int
    urgent: int
    in_pool: int


async def find_task_card(session: AsyncSession, actor: Actor, task_id: int) -> TaskLine:
    await access_task(session, actor, task_id)
    return await find_task_line(session, task_id)


async def find_task_line(session: AsyncSession, task_id: int) -> TaskLine:
    """For who is told of it."""
    return _line((await session.execute(_ONE, {"task_id": task_id})).one())


async def find_queue(session: AsyncSession, user_id: int) -> Queue:
    """Of anybody: for his own screen, which is also brought up to date when nobody acts."""
    lines = [_line(row) for row in (await session.execute(_QUEUE, {"user_id": user_id})).all()]
    mine = select(func.count(), func.count().filter(Task.urgent)).where(
        Task.to_user_id == user_id, Task.state.in_(OPEN_TASKS)
    )
    count, urgent = (await session.execute(mine)).one()
    pool = select(func.count()).where(Task.to_user_id.is_(None), Task.state.in_(OPEN_TASKS))
    return Queue(lines, count, urgent, (await session.execute(pool)).scalar_one())


async def list_pool(session: AsyncSession, actor: Actor) -> list[TaskLine]:
    check_right(actor, Right.TAKE_TASKS)
    return [_line(row) for row in (await session.execute(_POOL)).all()]


async def find_first_task(session: AsyncSession, deal_id: int) -> TaskLine | None:
    """The one that the deal's turn follows, for a card whose reader has been authorised."""
    row = (await session.execute(_FIRST_OF_DEAL, {"deal_id": deal_id})).one_or_none()
    return _line(row) if row else None


async def find_task_to_issue(session: AsyncSession, deal_id: int) -> TaskLine | None:
    """For a reader who has been authorised."""
    row = (await session.execute(_TO_ISSUE, {"deal_id": deal_id})).one_or_none()
    return _line(row) if row else None


async def list_tasks_of(session: AsyncSession, deal_id: int) -> list[TaskLine]:
    """The open ones, for a card whose reader has been authorised."""
    return [_line(row) for row in (await session.execute(_OF_DEAL, {"deal_id": deal_id})).all()]


async def list_askers(session: AsyncSession, deal_id: int, *, but_not: int) -> list[str]:
    """Whose questions wait in the deal, for a writer of its journal, whose words answer them."""
    asking = (
        select(Doer.name)
        .join(Task, Task.to_user_id == Doer.id)
        .where(Task.deal_id == deal_id, Task.asked, Task.state.in_(OPEN_TASKS), Doer.id != but_not)
        .distinct()
        .order_by(Doer.name)
        .limit(MOST_SHOWN)
    )
    return list((await session.execute(asking)).scalars())


async def list_doers(session: AsyncSession, deal_id: int) -> list[int]:
    """Who has an open task of the deal."""
    doing = (
        select(Task.to_user_id)
        .where(Task.deal_id == deal_id, Task.state.in_(OPEN_TASKS), Task.to_user_id.is_not(None))
        .distinct()
        .order_by(Task.to_user_id)
        .limit(MOST_SHOWN)
    )
    return [who for who in (await session.execute(doing)).scalars() if who is not None]


def _line(row: Row[*tuple[Any, ...]]) -> TaskLine:
    task, giver, doer, insured, amount, currency, kind, client = row
    return TaskLine(
        id=task.id,
        deal_id=task.deal_id,
        kind=task.kind,
        state=task.state,
        giver_id=task.from_user_id,
        giver=giver,
        doer_id=task.to_user_id,
        doer=doer,
        deadline=Deadline(task.due_on, task.due_time),
        urgent=task.urgent,
        asked=task.asked,
        note=task.note,
        reason=task.reason,
        outcome=task.outcome,
        choice_id=task.choice_id,
        icon=kind.icon,
        kind_names=kind.names,
        object=insured,
        client_name=client,
        premium=None if amount is None else Money(amount, currency),
    )
