"""Dialogues about the ledger."""

from aiogram.fsm.state import State, StatesGroup


class SettleFlow(StatesGroup):
    amount = State()
    rest = State()
    reason = State()
    day = State()


class ReverseFlow(StatesGroup):
    reason = State()


class ExpenseFlow(StatesGroup):
    category = State()
    amount = State()
    payee = State()
    paid = State()
    day = State()


class RuleFlow(StatesGroup):
    category = State()
    rate = State()
    payee = State()


class OverrideFlow(StatesGroup):
    rate = State()
    reason = State()


class RatesFlow(StatesGroup):
    insurer = State()
    kind = State()


class AddRateFlow(StatesGroup):
    rate = State()
    since = State()
    until = State()
