"""What waits for a person today.

- His tasks that are due, his deals that woke for a renewal or a call-back, the instalments of his deals that are owed:
  the most money at risk first, whatever its currency. So does what is to be given back, to clients and, where he may
  know of it, to insurers; that is money, but none at risk.
- Money at risk of one deal counts once: what is owed of it, or the premium that a task or a renewal is about.
- Managers see besides the overdue tasks of others, and whose clients owe overdue instalments or are to get money back.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Row, Select, String, case, func, literal, null, or_, select, text
from sqlalchemy import type_coerce as as_type
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal, DealStage, NextEvent
from models.insurance_kind import InsuranceKind
from models.money import Currency, Money
from models.policy import ENDED, Instalment, Policy
from models.task import OPEN_TASKS, Task
from models.user import User
from services.access import Actor, Right, check_right
from services.day.at_risk import AT_RISK
from services.day.give_back import Source, commission_back_of, refunds_owed
from services.live import live
from services.users.queries import find_user

MOST_SHOWN = 12
MOST_LATE = 6
UNPAID = text("NOT instalments.cancelled AND instalments.paid < instalments.amount")
"""Word for word the condition of the index on what is owed."""


@dataclass(frozen=True, slots=True)
class DayLine:
    """`what` is a TaskKind of a task, else a NextEvent or a ToGiveBack, with the money that it is about."""

    source: Source
    id: int
    what: str
    due_on: date
    due_time: time | None
    deal_id: int
    kind_names: dict[str, str]
    client_name: str
    at_risk: Money | None


@dataclass(frozen=True, slots=True)
class LateTask:
    """Without `doer` it lies in the pool."""

    line: DayLine
    doer: str | None


@dataclass(frozen=True, slots=True)
class Owing:
    """What is overdue of the clients of one seller, or owed to them, in one currency; `what` as of a line."""

    user_id: int
    name: str
    what: str
    count: int
    amount: Money
    oldest_on: date


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes next, for a day on which nothing waits; `what` is as of a line."""

    source: Source
    what: str
    on: date
    deal_id: int


@dataclass(frozen=True, slots=True)
class Day:
    """`count` and `at_risk` are of everything, also of what is not shown; what is `…_more` is not shown either."""

    lines: Sequence[DayLine]
    count: int
    at_risk: Sequence[Money]
    ahead: Ahead | None
    late: Sequence[LateTask]
    late_more: int
    owing: Sequence[Owing]
    owing_more: int


async def find_day(session: AsyncSession, actor: Actor, *, today: date) -> Day:
    check_right(actor, Right.SEE_DEALS)
    mine = Deal.seller_id == actor.id
    due = _tasks_of(actor.id, today).union_all(
        _woken(actor.id, today),
        _owed(mine, Instalment.due_on <= today),
        refunds_owed(mine),
        *([commission_back_of(actor.id)] if actor.may(Right.SEE_MARGIN) else []),
    )
    count, at_risk = await _sums(session, due)
    leads = actor.may(Right.SEE_ALL_DEALS)
    late, tasks = await _list_late(session, actor, today) if leads else ([], 0)
    owing, groups = await _list_owing(session, actor, today) if leads else ([], 0)
    return Day(
        lines=await _list_lines(session, due) if count else [],
        count=count,
        at_risk=at_risk,
        ahead=None if count else await _find_ahead(session, actor, today),
        late=late,
        late_more=tasks - len(late),
        owing=owing,
        owing_more=groups - len(owing),
    )


async def list_overdue_of(
    session: AsyncSession, actor: Actor, user_id: int, *, today: date
) -> tuple[str, Sequence[DayLine]]:
    """The seller's name and a dozen of overdue instalments and owed refunds of his clients, the largest first."""
    check_right(actor, Right.SEE_ALL_DEALS)
    overdue = _overdue(Deal.seller_id == user_id, today)
    return (await find_user(session, user_id)).name, await _list_lines(session, overdue)


def _tasks_of(user_id: int, today: date) -> Select[*tuple[Any, ...]]:
    """Those that wait for an answer are not his to act upon."""
    return _tasks().where(Task.to_user_id == user_id, ~Task.asked, Task.due_on <= today)


def _tasks() -> Select[*tuple[Any, ...]]:
    return (
        live(Deal)
        .with_only_columns(
            *(literal(Source.TASK.value).label("source"), Task.id.label("id"), Task.deal_id.label("deal_id")),
            *(as_type(Task.kind, String).label("what"), Task.due_on.label("due_on"), Task.due_time.label("due_time")),
            *(AT_RISK.label("amount"), as_type(Deal.currency, String).label("currency")),
        )
        .select_from(Deal)
        .join(Task, Task.deal_id == Deal.id)
        .where(Task.state.in_(OPEN_TASKS))
    )


def _woken(user_id: int, today: date) -> Select[*tuple[Any, ...]]:
    """For instalments there are lines of their own."""
    hour = case((Deal.next_event == NextEvent.CALL_BACK, Deal.call_back_time))
    return (
        live(Deal)
        .with_only_columns(
            *(literal(Source.DEAL.value), Deal.id, Deal.id.label("deal_id"), as_type(Deal.next_event, String)),
            *(Deal.next_event_on, hour, AT_RISK, as_type(Deal.currency, String)),
        )
        .where(Deal.seller_id == user_id, ~Deal.asleep, Deal.stage != DealStage.LOST)
        .where(Deal.next_event_on <= today, Deal.next_event != NextEvent.INSTALMENT)
    )


def _overdue(whose: ColumnElement[bool], today: date) -> CompoundSelect[*tuple[Any, ...]]:
    return _owed(whose, Instalment.due_on < today).union_all(refunds_owed(whose))


def _owed(whose: ColumnElement[bool], due: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        live(Deal)
        .with_only_columns(
            *(literal(Source.POLICY.value).label("source"), Policy.id.label("id"), Policy.deal_id.label("deal_id")),
            *(literal(NextEvent.INSTALMENT.value).label("what"), Instalment.due_on.label("due_on")),
            *(null().label("due_time"), (Instalment.amount - Instalment.paid).label("amount")),
            as_type(Policy.currency, String).label("currency"),
        )
        .select_from(Deal)
        .join(Policy, Policy.deal_id == Deal.id)
        .join(Instalment, Instalment.policy_id == Policy.id)
        .where(whose, Policy.state.not_in(ENDED), UNPAID, due)
    )


Due = Select[*tuple[Any, ...]] | CompoundSelect[*tuple[Any, ...]]


async def _list_lines(session: AsyncSession, due: Due) -> list[DayLine]:
    each = due.subquery("due").c
    wanted = (
        select(each.source, each.id, each.what, each.due_on, each.due_time, each.deal_id, InsuranceKind, Client.name)
        .add_columns(each.amount, each.currency)
        .join(Deal, Deal.id == each.deal_id)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .order_by(func.coalesce(each.amount, 0).desc(), each.due_on, each.deal_id, each.source, each.id)
        .limit(MOST_SHOWN)
    )
    rows: Iterable[Row[*tuple[Any, ...]]] = await session.execute(wanted)
    return [_line(row) for row in rows]


def _line(row: Row[*tuple[Any, ...]]) -> DayLine:
    return DayLine(
        source=Source(row.source),
        id=row.id,
        what=row.what,
        due_on=row.due_on,
        due_time=row.due_time,
        deal_id=row.deal_id,
        kind_names=row.InsuranceKind.names,
        client_name=row.name,
        at_risk=None if row.amount is None else Money(int(row.amount), Currency(row.currency)),
    )


async def _sums(session: AsyncSession, due: Due) -> tuple[int, list[Money]]:
    """How many things, and the money at risk per currency."""
    each = due.subquery("due").c
    owed = func.sum(case((each.what == NextEvent.INSTALMENT.value, each.amount)))
    about = func.max(case((each.source.in_((Source.TASK.value, Source.DEAL.value)), each.amount)))
    deals = (
        select(each.currency, func.count().label("count"), func.coalesce(owed, about, 0).label("amount"))
        .group_by(each.deal_id, each.currency)
        .subquery()
        .c
    )
    found = select(deals.currency, func.sum(deals.count), func.sum(deals.amount)).group_by(deals.currency)
    rows = (await session.execute(found)).all()
    money = [Money(int(amount), Currency(code)) for code, _, amount in rows if amount]
    return sum(int(count) for _, count, _ in rows), sorted(money, key=lambda sum_: -sum_.amount)


async def _list_late(session: AsyncSession, actor: Actor, today: date) -> tuple[list[LateTask], int]:
    """Of others and of the pool, those with the most money at risk first; and how many there are in all."""
    others = or_(Task.to_user_id.is_(None), Task.to_user_id != actor.id)
    wanted = (
        _tasks()
        .add_columns(InsuranceKind, Client.name, User.name.label("doer"), func.count().over())
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .outerjoin(User, User.id == Task.to_user_id)
        .where(Task.due_on < today, others)
        .order_by(func.coalesce(AT_RISK, 0).desc(), Task.due_on, Task.id)
        .limit(MOST_LATE)
    )
    rows = (await session.execute(wanted)).all()
    return [LateTask(_line(row), row.doer) for row in rows], rows[0][-1] if rows else 0


async def _list_owing(session: AsyncSession, actor: Actor, today: date) -> tuple[list[Owing], int]:
    """By seller, currency and what it is, the largest sum first; and how many such groups there are in all."""
    each = _overdue(Deal.seller_id != actor.id, today).subquery("overdue").c
    rest = func.sum(each.amount)
    wanted = (
        select(User.id, User.name, each.what, func.count(), rest, each.currency, func.min(each.due_on))
        .add_columns(func.count().over())
        .join(Deal, Deal.id == each.deal_id)
        .join(User, User.id == Deal.seller_id)
        .group_by(User.id, User.name, each.what, each.currency)
        .order_by(rest.desc(), User.id, each.what)
        .limit(MOST_SHOWN)
    )
    rows = (await session.execute(wanted)).all()
    owing = [
        Owing(user_id, name, what, count, Money(int(amount), Currency(currency)), oldest)
        for user_id, name, what, count, amount, currency, oldest, _ in rows
    ]
    return owing, rows[0][-1] if rows else 0


async def _find_ahead(session: AsyncSession, actor: Actor, today: date) -> Ahead | None:
    tasks = (
        live(Deal)
        .with_only_columns(literal(Source.TASK.value), as_type(Task.kind, String), Task.due_on.label("due_on"), Deal.id)
        .select_from(Deal)
        .join(Task, Task.deal_id == Deal.id)
        .where(Task.to_user_id == actor.id, Task.state.in_(OPEN_TASKS), Task.due_on > today)
    )
    deals = (
        live(Deal)
        .with_only_columns(literal(Source.DEAL.value), as_type(Deal.next_event, String), Deal.next_event_on, Deal.id)
        .where(Deal.seller_id == actor.id, Deal.stage != DealStage.LOST, Deal.next_event_on > today)
    )
    nearest = tasks.union_all(deals).order_by("due_on").limit(1)
    row: Row[*tuple[Any, ...]] | None = (await session.execute(nearest)).one_or_none()
    return Ahead(Source(row[0]), *row[1:]) if row else None
