"""Dialogues about the journal."""

from aiogram.fsm.state import State, StatesGroup


class WriteEntryFlow(StatesGroup):
    entry = State()
    confirm = State()
