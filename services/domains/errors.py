"""Refusals about business domains."""

from services.errors import AppError, NotFound


class DomainNotFound(NotFound):
    code = "domain-not-found"


class TooManyDomains(AppError):  # noqa: N818 - reads as the fact it names
    """`limit` of them fit on one screen."""

    code = "too-many-domains"
    status = 409


class DomainNameTaken(AppError):  # noqa: N818 - as above
    """Another domain has this very name in the same language, in use or not."""

    code = "domain-name-taken"
    status = 409
