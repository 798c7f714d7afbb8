"""A task's card as one message, which keeps itself up to date while it is shown."""

from contextlib import suppress
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.outgoing import Surface
from models.task import TaskState
from models.user import User
from services.access import Actor, Right
from services.conversation.outgoing import notify
from services.conversation.rows import in_rows
from services.conversation.values import Button, Localized, Notice, Style, text
from services.deals.errors import DealOfOthers
from services.errors import NotAllowed, NotFound
from services.tasks.issuing import what_to_issue
from services.tasks.queries import TaskLine, find_task_card
from services.tasks.words import answer_buttons, note_words, outcome_words, reason_words


def surface_of(task_id: int) -> str:
    return f"task-{task_id}"


async def task_card(session: AsyncSession, actor: Actor, task_id: int) -> Notice:
    """What a task to issue is for stands on it too."""
    task = await find_task_card(session, actor, task_id)
    lines = [
        text("scr-task-title", what=text(f"task-kind-{task.kind}"), state=text(f"task-state-{task.state}")),
        text(
            "scr-task-deal",
            icon=task.icon,
            number=str(task.deal_id),
            kind=Localized(task.kind_names),
            object=task.object,
            client=task.client_name,
        ),
        await what_to_issue(session, task),
        text("scr-task-people", giver=task.giver, doer=task.doer or text("who-pool")),
        text("scr-task-until", due=task.deadline),
        text("scr-task-urgent") if task.urgent else None,
        text("scr-task-asked", giver=task.giver) if task.asked else None,
        note_words(task.note) if task.note else None,
        text("scr-task-reason", reason=reason_words(task.reason)) if task.reason else None,
        text("scr-task-outcome", outcome=outcome_words(task.outcome)) if task.outcome else None,
    ]
    return Notice([line for line in lines if line is not None], _rows(task, actor), subject=f"deal:{task.deal_id}")


def leave_row() -> list[Button]:
    return [Button(text("btn-queue"), "task.queue"), Button(text("btn-menu"), "menu")]


def _rows(task: TaskLine, actor: Actor) -> list[list[Button]]:
    doing = _doing(task, actor) if task.open else []
    look = []
    if task.doer_id is not None:
        look = [
            Button(text("btn-open-folder"), "deal.folder", task.deal_id),
            Button(text("btn-open-card"), "deal.card", task.deal_id),
        ]
    return [*in_rows(doing), *([look] if look else []), leave_row()]


def _doing(task: TaskLine, actor: Actor) -> list[Button]:
    """Only what this person may do with the task as it stands, the likely thing first."""
    mine = task.doer_id == actor.id or (task.doer_id is not None and actor.may(Right.SEE_ALL_DEALS))
    buttons = []
    if task.state is TaskState.NEW and task.doer_id in (None, actor.id) and _may_take(task, actor):
        buttons.append(Button(text("btn-task-take"), "task.take", task.id, Style.SUCCESS))
    if mine:
        buttons += doing_buttons(task)
        if task.doer_id != task.giver_id:
            buttons += refusing_buttons(task)
    if actor.may(Right.SET_TASKS) and (task.giver_id == actor.id or actor.may(Right.SEE_ALL_DEALS)):
        buttons.append(Button(text("btn-task-cancel"), "task.cancel", task.id, Style.DANGER))
    return buttons


def _may_take(task: TaskLine, actor: Actor) -> bool:
    return task.doer_id == actor.id or actor.may(Right.TAKE_TASKS)


def doing_buttons(task: TaskLine) -> list[Button]:
    """The work itself, for who does it."""
    begin = [Button(text("btn-task-start"), "task.start", task.id, Style.PRIMARY)]
    return [
        *(begin if task.state is TaskState.ACCEPTED else []),
        *answer_buttons(task.kind, task.deal_id, Style.PRIMARY),
        Button(text("btn-task-done"), "task.done", task.id, Style.SUCCESS),
    ]


def refusing_buttons(task: TaskLine) -> list[Button]:
    """Who can't do it as it is."""
    return [
        Button(text("btn-task-ask"), "task.ask", task.id),
        Button(text("btn-task-return"), "task.return", task.id),
    ]


async def refresh_task_cards(
    session: AsyncSession, task_id: int, *, but_not_of: int | None, now: datetime, correlation_id: str
) -> None:
    """Wherever this very card is on the screen; nobody is sent one that he did not open."""
    watching = (
        select(User)
        .join(Surface, Surface.chat_id == User.telegram_id)
        .where(Surface.surface == surface_of(task_id), User.disabled_at.is_(None))
    )
    for user in (await session.execute(watching)).scalars().all():
        if user.id == but_not_of:
            continue
        actor = Actor(user.id, user.telegram_id, user.name, user.role, user.language, correlation_id, source="system")
        with suppress(DealOfOthers, NotFound, NotAllowed):
            card, surface = await task_card(session, actor, task_id), surface_of(task_id)
            await notify(session, [user.id], card, now=now, correlation_id=correlation_id, surface=surface)
