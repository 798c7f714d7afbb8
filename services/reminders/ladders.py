"""On which days a ladder reminds, as pure values."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from models.deal import Deal
from models.reminder import Reminder, ReminderSubject
from models.task import Task
from services.reminders.hours import MORNING, Wall

HEAD_START = timedelta(hours=1)
DUE, OVERDUE = 0, -1
Key: TypeAlias = tuple[ReminderSubject, int, int, date]


@dataclass(frozen=True, slots=True)
class Planned:
    """One step of the ladder of one thing, and who hears of it."""

    key: Key
    due: Wall
    deal_id: int | None
    user_id: int | None

    def is_ahead(self, today: date) -> bool:
        """With an hour of its own it may still be told today."""
        on, at = self.due
        return on > today or (on == today and at != MORNING)


def key_of(row: Reminder) -> Key:
    return row.subject, row.subject_id, row.step, row.occurrence


@dataclass(frozen=True, slots=True)
class Ladder:
    """`steps` count days before the day, below zero after it."""

    subject: ReminderSubject
    subject_id: int
    on: date
    steps: Collection[int]

    def planned(self, deal: Deal) -> list[Planned]:
        """The deal's seller hears of it."""
        return [
            Planned(
                (self.subject, self.subject_id, step, self.on),
                (self.on - timedelta(days=step), MORNING),
                deal.id,
                deal.seller_id,
            )
            for step in sorted(set(self.steps), reverse=True)
        ]


def task_steps(task: Task) -> list[Planned]:
    """DUE an hour before its clock time, else in the morning of its day; OVERDUE when that is over.

    As long as nobody has taken it, who gave it hears of it.
    """
    if task.due_on is None:
        return []
    subject, who = ReminderSubject.TASK, task.to_user_id or task.from_user_id
    return [
        Planned((subject, task.id, step, task.due_on), due, task.deal_id, who)
        for step, due in _task_moments(task.due_on, task.due_time)
    ]


def _task_moments(on: date, at: time | None) -> list[tuple[int, Wall]]:
    if at is None:
        return [(DUE, (on, MORNING)), (OVERDUE, (on + timedelta(days=1), MORNING))]
    before = max(datetime.combine(on, at) - HEAD_START, datetime.combine(on, time.min))
    return [(DUE, (on, before.time())), (OVERDUE, (on, at))]
