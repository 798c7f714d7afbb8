"""Where a dialogue about dead letters may stand."""

from aiogram.fsm.state import State, StatesGroup


class DropLetterFlow(StatesGroup):
    reason = State()
