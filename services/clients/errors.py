"""Refusals about clients."""

from services.errors import AppError, NotFound


class ClientExists(AppError):  # noqa: N818 - reads as the fact it names
    """Another living client has this phone, address or tax number; `client_id` leads to the card."""

    code = "client-exists"
    status = 409


class ClientNotFound(NotFound):
    code = "client-not-found"


class ClientOfOthers(AppError):  # noqa: N818 - as above
    """The actor takes no part in any deal of this client."""

    code = "client-of-others"
    status = 403


class ClientChangedMeanwhile(AppError):  # noqa: N818 - as above
    """Somebody else has changed the client since the actor saw it."""

    code = "client-changed-meanwhile"
    status = 409


class ClientHasDeals(AppError):  # noqa: N818 - as above
    """`count` deals live on and need their client."""

    code = "client-has-deals"
    status = 409


class TaxNumberOfOtherKind(AppError):  # noqa: N818 - as above
    """The number is right in itself, but not one that this kind of client has; `digits` is how many it would have."""

    code = "tax-number-of-other-kind"


class BirthDateImpossible(AppError):  # noqa: N818 - as above
    code = "birth-date-impossible"
