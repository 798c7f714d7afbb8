"""Dialogues about deals."""

from aiogram.fsm.state import State, StatesGroup


class OpenDealFlow(StatesGroup):
    client = State()
    client_name = State()
    phone = State()
    kind = State()
    object = State()
    confirm = State()
