"""Refusals about the journal."""

from services.errors import AppError, NotFound


class EntryEmpty(AppError):  # noqa: N818 - reads as the fact it names
    """Nothing in it can be seen."""

    code = "entry-empty"


class EntryTooLong(AppError):  # noqa: N818 - as above
    """`count` characters where `limit` fit."""

    code = "entry-too-long"


class EntryNotFound(NotFound):
    code = "entry-not-found"
