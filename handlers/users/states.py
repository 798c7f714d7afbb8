"""Where a dialogue about people may stand."""

from aiogram.fsm.state import State, StatesGroup


class InviteFlow(StatesGroup):
    role = State()


class ChangeRoleFlow(StatesGroup):
    role = State()
    confirm = State()


class DisableFlow(StatesGroup):
    confirm = State()


class CapacityFlow(StatesGroup):
    count = State()


class AwayFlow(StatesGroup):
    until = State()
