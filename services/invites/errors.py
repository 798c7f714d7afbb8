"""Why a link does not let its bearer in."""

from services.errors import AppError, NotFound


class InviteUnknown(NotFound):
    code = "invite-unknown"


class InviteUsed(AppError):  # noqa: N818 - reads as the fact it names
    code = "invite-used"
    status = 409


class InviteExpired(AppError):  # noqa: N818 - as above
    code = "invite-expired"
    status = 409


class InviteRevoked(AppError):  # noqa: N818 - as above
    code = "invite-revoked"
    status = 409


class InviteOwn(AppError):  # noqa: N818 - as above
    """An admin opened the link that he made for somebody else."""

    code = "invite-own"
    status = 409


class AlreadyUser(AppError):  # noqa: N818 - as above
    """Roles are changed by an admin, not by a link; `role` is the one he has, as a Text."""

    code = "already-user"
    status = 409


class TooManyTries(AppError):  # noqa: N818 - as above
    """Unknown links, one after another; `minutes` until the next try."""

    code = "too-many-tries"
    status = 429


class BotUnnamed(AppError):  # noqa: N818 - as above
    """Telegram could not be asked yet how the bot is called, so there is no address for a link."""

    code = "bot-unnamed"
    status = 503
