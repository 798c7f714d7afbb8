"""Refusals about clients."""

from services.errors import AppError, NotFound


class ClientExists(AppError):  # noqa: N818 - reads as the fact it names
    """Another living client has this phone, address or tax number; `client_id` leads to the card."""

    code = "client-exists"
    status = 409


class ClientNotFound(NotFound):
    code = "client-not-found"
