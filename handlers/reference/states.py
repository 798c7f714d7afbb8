"""Dialogues about the reference books."""

from aiogram.fsm.state import State, StatesGroup


class InsurerFlow(StatesGroup):
    """A new insurer from its name on, more aliases of one that is there from `aliases` on."""

    name = State()
    aliases = State()
    shared = State()


class RenameInsurerFlow(StatesGroup):
    name = State()


class ForgetAliasFlow(StatesGroup):
    alias = State()


class NewDomainFlow(StatesGroup):
    """Its name in each language."""

    ru = State()
    uk = State()
    en = State()


class RenameDomainFlow(StatesGroup):
    language = State()
    name = State()


class KindFlow(StatesGroup):
    """`value` is one answer, `choice` a list to tick."""

    language = State()
    value = State()
    choice = State()
