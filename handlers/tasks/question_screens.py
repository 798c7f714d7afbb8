"""Questions about tasks."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from enum import StrEnum
from typing import Any

from handlers.common.days import deadline_rows
from models.task import TaskKind
from models.user import User
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Deadline, Screen, Style, Text, text
from services.tasks.queries import TaskLine
from services.tasks.words import CallOutcome, answer_buttons

POOL, NO_DAY, SKIP, PLAIN, URGENT = "pool", "none", "skip", "plain", "urgent"


def kind(deal_id: int, *, may_issue: bool) -> Screen:
    """Only what the client chose is issued."""
    kinds = [kind for kind in TaskKind if kind is not TaskKind.ISSUE or may_issue]
    chips = [Chip(text(f"btn-task-kind-{kind}"), kind.value) for kind in kinds]
    return Screen([text("ask-task-kind", number=str(deal_id))], in_rows(chips))


def kind_problem(typed: str) -> Text:
    return text("err-task-kind-not-understood", typed=typed[:60])


def person(what: TaskKind, people: Sequence[User], me: int) -> Screen:
    rows = [[Chip(_person(one, me), str(one.id))] for one in people]
    rows.append([Chip(text("btn-task-to-pool"), POOL)])
    return Screen([text("ask-task-person", what=text(f"task-kind-{what}"))], rows)


def _person(one: User, me: int) -> Text:
    if one.id == me:
        return text("btn-task-to-me")
    return text("btn-person", name=one.name, role=text(f"role-{one.role}"))


def due(view: str | None, today: date) -> Screen:
    rows = deadline_rows(view, today=today)
    return Screen([text("ask-task-due")], [*rows, [Chip(text("btn-task-no-day"), NO_DAY)]])


def note() -> Screen:
    return Screen([text("ask-task-note")], [[Chip(text("btn-skip"), SKIP)]])


def confirm(values: Mapping[str, Any]) -> Screen:
    lines = [
        text("ask-task-confirm"),
        text("scr-task-what", what=text(f"task-kind-{values['kind']}")),
        text("scr-task-for", name=values["name"] or text("who-pool")),
        text("scr-task-until", due=deadline(values["day"], values["time"])),
        text("ntf-task-note", note=values["note"]) if values["note"] else None,
    ]
    chips = [
        Chip(text("btn-task-set"), PLAIN, Style.SUCCESS),
        Chip(text("btn-task-set-urgent"), URGENT, Style.DANGER),
    ]
    return Screen(lines, [chips])


def deadline(day: str | None, at: str | None) -> Deadline:
    """From a draft's ISO day and time."""
    return Deadline(date.fromisoformat(day) if day else None, time.fromisoformat(at) if at else None)


def fruitless(task: TaskLine) -> Screen:
    """Nothing has come of it since it was set."""
    folder = Button(text("btn-open-folder"), "deal.folder", task.deal_id, Style.PRIMARY)
    enter = answer_buttons(task.kind, task.deal_id, Style.PRIMARY) or [folder]
    return Screen([text(f"ask-task-fruitless-{task.kind}", deal=str(task.deal_id))], [enter, [_all_the_same()]])


def _all_the_same() -> Chip:
    return Chip(text("btn-task-done-all-the-same"), "yes")


class End(StrEnum):
    """How a task ends without being done."""

    RETURN = "return"
    CANCEL = "cancel"


def end_reasons(kind: TaskKind, end: End) -> Sequence[str]:
    if end is End.CANCEL:
        return ("not-needed", "mistake")
    return ("number", "data", "not-mine") if kind is TaskKind.CALL else ("documents", "data", "not-mine")


def end_reason(task: TaskLine, end: End) -> Screen:
    rows = [[Chip(text(f"task-reason-{end}-{code}"), code)] for code in end_reasons(task.kind, end)]
    return Screen([text(f"ask-task-{end}", what=text(f"task-kind-{task.kind}"), deal=str(task.deal_id))], rows)


def outcome(task: TaskLine) -> Screen:
    chips = [Chip(text(f"task-outcome-{code}"), code) for code in CallOutcome]
    return Screen([text("ask-task-outcome", deal=str(task.deal_id), client=task.client_name)], in_rows(chips))


def question(task: TaskLine) -> Screen:
    return Screen([text("ask-task-question", giver=task.giver, deal=str(task.deal_id))])


def asked() -> Text:
    return text("scr-task-question-asked")


def now_set(name: str | None) -> Text:
    return text("scr-task-now-set", name=name or text("who-pool"))
