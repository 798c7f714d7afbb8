"""Where a dialogue about rules may stand. Each state of RuleFlow but the last asks what its name says."""

from aiogram.fsm.state import State, StatesGroup


class RuleFlow(StatesGroup):
    template = State()
    stage = State()
    to = State()
    source = State()
    tier = State()
    score_from = State()
    kind_id = State()
    other_kind_id = State()
    amount_from = State()
    hours = State()
    channel = State()
    user_id = State()
    role = State()
    chat_id = State()
    url = State()
    email = State()
    delay = State()
    name = State()
    confirm = State()


class DeleteRuleFlow(StatesGroup):
    confirm = State()
