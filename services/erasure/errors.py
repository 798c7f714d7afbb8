"""Why a client's data stay."""

from services.errors import AppError


class ClientInForce(AppError):  # noqa: N818 - reads as the fact it names, like all refusals
    """Something of his still runs, and no reason was given to erase him all the same."""

    code = "client-in-force"
    status = 409


class NameDiffers(AppError):  # noqa: N818 - as above
    """What was typed is not `name`, so nobody is erased."""

    code = "client-erase-name"
