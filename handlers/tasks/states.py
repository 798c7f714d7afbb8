"""Dialogues about tasks."""

from aiogram.fsm.state import State, StatesGroup


class SetTaskFlow(StatesGroup):
    kind = State()
    person = State()
    due = State()
    note = State()
    confirm = State()


class FinishTaskFlow(StatesGroup):
    """Where nothing has come of the task, and what came of a call."""

    confirm = State()
    outcome = State()


class EndTaskFlow(StatesGroup):
    reason = State()


class AskAboutTaskFlow(StatesGroup):
    question = State()
