"""Refusals about rules."""

from services.errors import AppError, NotFound


class RuleNotFound(NotFound):
    code = "rule-not-found"


class RuleChangedMeanwhile(AppError):  # noqa: N818 - reads as the fact it names
    """By another admin, since it was shown."""

    code = "rule-changed-meanwhile"
    status = 409


class RuleThereAlready(AppError):  # noqa: N818 - as above
    """Another one says the very same."""

    code = "rule-there-already"
    status = 409


class RuleNameTaken(AppError):  # noqa: N818 - as above
    """Another one is called `name`."""

    code = "rule-name-taken"
    status = 409


class TooManyRules(AppError):  # noqa: N818 - as above
    """`most` is how many an installation keeps."""

    code = "too-many-rules"
    status = 409


class LeadWithoutKind(AppError):  # noqa: N818 - as above
    """It names no kind of insurance, or several, and the rule none for such leads."""

    code = "lead-without-kind"
    status = 409


class NobodyToTell(AppError):  # noqa: N818 - as above
    """Whom the rule names is disabled by now, or there is nobody of that role."""

    code = "nobody-to-tell"
    status = 409


class ChatNotReached(AppError):  # noqa: N818 - as above
    """Telegram takes no message of the bot's in the team's chat that a rule names."""

    code = "chat-not-reached"
    status = 409


class WebhookAddressRefused(AppError):  # noqa: N818 - as above
    """Not an https address that leads out of the brokerage's own network."""

    code = "webhook-address-refused"
