"""What is asked about offers."""

from aiogram.fsm.state import State, StatesGroup


class OffersFlow(StatesGroup):
    """Some at once as lines of text, or one question by question; both end in the review."""

    lines = State()
    premium = State()
    review = State()


class OfferFormFlow(StatesGroup):
    """One offer field by field."""

    offer = State()
    field = State()


class ChooseFlow(StatesGroup):
    plan = State()
    confirm = State()
