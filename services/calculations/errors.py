"""Refusals about calculations."""

from services.errors import AppError, NotFound


class OfferNotFound(NotFound):
    code = "offer-not-found"


class OfferExpired(AppError):  # noqa: N818 - reads as the fact it names
    """`day` is the last it held."""

    code = "offer-expired"
    status = 409


class OfferSettled(AppError):  # noqa: N818 - as above
    """Chosen or declined: it is not changed any more."""

    code = "offer-settled"
    status = 409


class TwoCurrencies(AppError):  # noqa: N818 - as above
    """An offer's amounts are all of one currency."""

    code = "offer-two-currencies"


class PlanNotOffered(AppError):  # noqa: N818 - as above
    code = "plan-not-offered"


class BeingCalculated(AppError):  # noqa: N818 - as above
    code = "being-calculated"
    status = 409


class NothingChosen(AppError):  # noqa: N818 - as above
    """Only what the client chose is issued."""

    code = "nothing-chosen"
    status = 409
