"""Refusals about deals."""

from services.errors import AppError, NotFound


class DealNotFound(NotFound):
    code = "deal-not-found"


class DealOfOthers(AppError):  # noqa: N818 - reads as the fact it names
    """The actor takes no part in the deal; a manager can hand it over."""

    code = "deal-of-others"
    status = 403


class DealClosed(AppError):  # noqa: N818 - as above
    code = "deal-closed"
    status = 409


class StageRefused(AppError):  # noqa: N818 - as above
    """`expected` names the stage that comes next."""

    code = "stage-refused"
    status = 409


class AmountNeeded(AppError):  # noqa: N818 - as above
    code = "amount-needed"
    status = 409


class ReasonNeeded(AppError):  # noqa: N818 - as above
    code = "reason-needed"


class KindNotFound(NotFound):
    code = "kind-not-found"


class WrongAssignee(AppError):  # noqa: N818 - as above
    """Not an enabled user of the role that the place asks for."""

    code = "wrong-assignee"


class ReviewInThePast(AppError):  # noqa: N818 - as above
    code = "review-in-the-past"


class PolicyRuns(AppError):  # noqa: N818 - as above
    """A deal with a policy is not lost; the policy is cancelled first."""

    code = "policy-runs"
    status = 409
