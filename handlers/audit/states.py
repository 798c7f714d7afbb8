"""Where a dialogue about the audit may stand."""

from aiogram.fsm.state import State, StatesGroup


class AuditFlow(StatesGroup):
    what = State()
