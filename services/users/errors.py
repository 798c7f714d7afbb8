"""Refusals about users."""

from services.errors import AppError, NotFound


class UserNotFound(NotFound):
    code = "user-not-found"


class LastAdmin(AppError):  # noqa: N818 - reads as the fact it names
    """Without an admin nobody could let anyone in again."""

    code = "last-admin"
    status = 409
