"""Dialogues about leads."""

from aiogram.fsm.state import State, StatesGroup


class CaptureLeadFlow(StatesGroup):
    line = State()
    name = State()
    contact = State()
    source = State()
    kinds = State()
    object = State()
    domain = State()
    confirm = State()


class MoveLeadFlow(StatesGroup):
    confirm = State()


class RollBackLeadFlow(StatesGroup):
    reason = State()


class LoseLeadFlow(StatesGroup):
    reason = State()
    confirm = State()


class NoteLeadFlow(StatesGroup):
    words = State()
    confirm = State()


class AttachLeadFlow(StatesGroup):
    file = State()


class AssignLeadFlow(StatesGroup):
    person = State()


class EditLeadFlow(StatesGroup):
    field = State()
    value = State()
    contact = State()


class TransferLeadFlow(StatesGroup):
    domain = State()
    kind = State()
    object = State()
    confirm = State()


class FindLeadsFlow(StatesGroup):
    words = State()


class HandleLeadsFlow(StatesGroup):
    person = State()
    stage = State()
    reason = State()
    confirm = State()


class DeleteLeadFlow(StatesGroup):
    confirm = State()
