"""Dialogues about clients."""

from aiogram.fsm.state import State, StatesGroup


class NewClientFlow(StatesGroup):
    kind = State()
    name = State()
    phone = State()
    email = State()
    number = State()
    confirm = State()


class EditClientFlow(StatesGroup):
    kind = State()
    name = State()
    phone = State()
    email = State()
    birth_date = State()
    tax_number = State()
    passport = State()
    notes = State()
    removal = State()


class DeleteClientFlow(StatesGroup):
    confirm = State()


class EraseClientFlow(StatesGroup):
    reason = State()
    name = State()
