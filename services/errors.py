"""Refusals that a person is told: a code and parameters, no words (locale key `err-<code>`)."""

from typing import Any, ClassVar


class AppError(Exception):
    """`status` is what the HTTP edge answers with."""

    code: ClassVar[str]
    status: ClassVar[int] = 400

    def __init__(self, **params: Any) -> None:
        super().__init__(self.code)
        self.params = params


class NotAllowed(AppError):  # noqa: N818 - reads as the fact it names, like all refusals
    code = "not-allowed"
    status = 403


class NotFound(AppError):  # noqa: N818 - as above
    code = "not-found"
    status = 404


class ScreenOutdated(AppError):  # noqa: N818 - as above
    """The button belongs to a state that has passed."""

    code = "screen-outdated"
    status = 409


class StrangerRefused(AppError):  # noqa: N818 - as above
    code = "stranger"
    status = 403


class AccountDisabled(AppError):  # noqa: N818 - as above
    code = "account-disabled"
    status = 403
