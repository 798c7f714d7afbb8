"""Dialogues about reminders."""

from aiogram.fsm.state import State, StatesGroup


class BriefHourFlow(StatesGroup):
    hour = State()


class QuietHoursFlow(StatesGroup):
    hours = State()


class PauseFlow(StatesGroup):
    day = State()


class SnoozeLeadFlow(StatesGroup):
    day = State()
