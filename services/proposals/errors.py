"""Refusals about proposals."""

from services.errors import AppError


class NothingToShow(AppError):  # noqa: N818 - reads as the fact it names
    """No offer that holds was picked."""

    code = "nothing-to-show"
    status = 409


class OffersMovedOn(AppError):  # noqa: N818 - as above
    """One that was picked is not on offer any more."""

    code = "offers-moved-on"
    status = 409
