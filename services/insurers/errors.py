"""Refusals about insurers."""

from services.errors import AppError, NotFound


class InsurerNotFound(NotFound):
    code = "insurer-not-found"


class InsurerNameTaken(AppError):  # noqa: N818 - reads as the fact it names
    """Another insurer of the region has this very name, in use or not."""

    code = "insurer-name-taken"
    status = 409


class TooManyAliases(AppError):  # noqa: N818 - as above
    code = "too-many-aliases"
