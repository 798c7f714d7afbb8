"""Dialogues about policies and what clients pay for them."""

from aiogram.fsm.state import State, StatesGroup


class FilePolicyFlow(StatesGroup):
    """Of a chosen offer only number, start and file are asked; `fix` leads to any of the others."""

    insurer = State()
    premium = State()
    number = State()
    start = State()
    early = State()
    file = State()
    confirm = State()
    fix = State()
    ends = State()
    schedule = State()
    object = State()
    kind = State()
    overlap = State()


class AttachPolicyFlow(StatesGroup):
    file = State()


class PayFlow(StatesGroup):
    amount = State()
    day = State()
    confirm = State()


class ReversePaymentFlow(StatesGroup):
    reason = State()


class RefundFlow(StatesGroup):
    amount = State()
    day = State()
    confirm = State()
    reason = State()


class ReverseRefundFlow(StatesGroup):
    reason = State()


class SuspendPolicyFlow(StatesGroup):
    reason = State()


class EndPolicyFlow(StatesGroup):
    """A cancellation asks for its day and the refund first, an annulment only why."""

    day = State()
    refund = State()
    reason = State()
    confirm = State()


class EndorsePolicyFlow(StatesGroup):
    kind = State()
    amount = State()
    day = State()
    words = State()
    confirm = State()
