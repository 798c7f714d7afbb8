"""Dialogues about documents."""

from aiogram.fsm.state import State, StatesGroup


class RenameDocumentFlow(StatesGroup):
    name = State()


class DocumentKindFlow(StatesGroup):
    kind = State()
