"""Refusals about dead letters."""

from services.errors import AppError


class UpdateErased(AppError):  # noqa: N818 - reads as the fact it names
    """Its text is kept for some days only: nothing is left to be tried again."""

    code = "update-erased"
    status = 409
