"""How a task is told: its line in a list, its deadline and why it was returned."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from models.task import TaskKind
from services.conversation.numbers import number_rows
from services.conversation.values import Button, Deadline, Localized, Style, Text, text
from services.tasks.queries import TaskLine

NUMBERS_A_ROW = 6
_ANSWERS = {
    TaskKind.CALCULATE: ("btn-offers-answer", "offers.enter"),
    TaskKind.ISSUE: ("btn-policy-file", "policy.file"),
}
USUAL_REASONS = frozenset(
    [
        *("return-documents", "return-data", "return-number", "return-not-mine"),
        *("cancel-not-needed", "cancel-mistake", "deal-lost"),
    ]
)


class CallOutcome(StrEnum):
    """The usual ones; any other is kept as typed."""

    AGREED = "agreed"
    THINKS = "thinks"
    LATER = "later"
    NO_ANSWER = "no-answer"
    REFUSED = "refused"


OFFERS_EXPIRED = "offers-expired:"
"""What a note begins with that names the insurers whose offers do not hold any more."""


def note_words(note: str) -> Text:
    """As somebody typed it, else why the CRM asks."""
    if note.startswith(OFFERS_EXPIRED):
        return text("task-note-expired", insurers=note.removeprefix(OFFERS_EXPIRED))
    return text("ntf-task-note", note=note)


def reason_words(reason: str) -> Text:
    """One of the usual reasons by its code, any other as it was typed."""
    if reason in USUAL_REASONS:
        return text(f"task-reason-{reason}")
    return text("task-reason-typed", words=reason)


def outcome_words(outcome: str) -> Text:
    """In the same way."""
    if outcome in set(CallOutcome):
        return text(f"task-outcome-{outcome}")
    return text("task-reason-typed", words=outcome)


def answer_buttons(kind: TaskKind, deal_id: int, style: Style = Style.PLAIN) -> list[Button]:
    """What a task of this kind ends with, where the deal has a button for it."""
    if kind not in _ANSWERS:
        return []
    label, verb = _ANSWERS[kind]
    return [Button(text(label), verb, deal_id, style)]


def waits_for(task: TaskLine) -> Deadline | Text:
    return text("task-waits-for-answer") if task.asked else task.deadline


def task_rows(tasks: Sequence[TaskLine]) -> list[list[Button]]:
    """The numbers under their lines."""
    return number_rows("task.card", [task.id for task in tasks], a_row=NUMBERS_A_ROW)


def task_line(number: int, task: TaskLine) -> Text:
    return text(
        "task-line" if task.premium is None else "task-line-money",
        mark=text("pressing-asked") if task.asked else replace(task.deadline, urgent=task.urgent, as_mark=True),
        number=str(number),
        what=text(f"task-kind-{task.kind}"),
        deal=str(task.deal_id),
        kind=Localized(task.kind_names),
        object=task.object,
        due=waits_for(task),
        **({} if task.premium is None else {"amount": task.premium}),
    )
