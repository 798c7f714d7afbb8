"""Dialogues about deals."""

from aiogram.fsm.state import State, StatesGroup


class OpenDealFlow(StatesGroup):
    client = State()
    client_name = State()
    phone = State()
    kind = State()
    object = State()
    confirm = State()


class MoveStageFlow(StatesGroup):
    to = State()
    amount = State()


class LoseDealFlow(StatesGroup):
    reason = State()
    confirm = State()


class HandOverFlow(StatesGroup):
    person = State()


class DeferDealFlow(StatesGroup):
    day = State()
