"""Refusals about policies and what clients pay for them."""

from services.errors import AppError, NotFound


class PolicyNotFound(NotFound):
    code = "policy-not-found"


class PaymentNotFound(NotFound):
    code = "payment-not-found"


class NumberWithoutDigits(AppError):  # noqa: N818 - reads as the fact it names, like all refusals
    code = "number-without-digits"


class PolicyNumberTaken(AppError):  # noqa: N818 - as above
    """`whose` says which deal has it, or who leads a deal that the actor may not see."""

    code = "policy-number-taken"
    status = 409


class PolicyOverlaps(AppError):  # noqa: N818 - as above
    """Another one of this kind and object runs from `starts` to `ends`; `whose` as above."""

    code = "policy-overlaps"
    status = 409


class PolicyDatesReversed(AppError):  # noqa: N818 - as above
    code = "policy-dates-reversed"


class PolicyStartUnlikely(AppError):  # noqa: N818 - as above
    code = "policy-start-unlikely"


class PolicyTermTooLong(AppError):  # noqa: N818 - as above
    code = "policy-term-too-long"


class PolicyStartsTooEarly(AppError):  # noqa: N818 - as above
    """`earliest` is the first day that the kind allows when bought today."""

    code = "policy-starts-too-early"


class InstalmentsDoNotFit(AppError):  # noqa: N818 - as above
    """They don't add up to the premium, are out of order or due after the last day."""

    code = "instalments-do-not-fit"


class ChoiceReplaced(AppError):  # noqa: N818 - as above
    """The client has chosen another offer meanwhile."""

    code = "choice-replaced"
    status = 409


class PolicyEnded(AppError):  # noqa: N818 - as above
    """`state` is how."""

    code = "policy-ended"
    status = 409


class PolicyNotRunning(AppError):  # noqa: N818 - as above
    """What is asked for needs another state; `state` is what it is in."""

    code = "policy-not-running"
    status = 409


class AlreadyPaid(AppError):  # noqa: N818 - as above
    """Somebody, by `name`, recorded a payment at `at`; `rest` is still owed."""

    code = "already-paid"
    status = 409


class NothingOwed(AppError):  # noqa: N818 - as above
    code = "nothing-owed"
    status = 409


class MoreThanOwed(AppError):  # noqa: N818 - as above
    """`rest` is all that is owed."""

    code = "more-than-owed"


class PaidInTheFuture(AppError):  # noqa: N818 - as above
    code = "paid-in-the-future"


class PaymentTakenBack(AppError):  # noqa: N818 - as above
    """It was reversed or refunded before, or takes another back itself."""

    code = "payment-taken-back"
    status = 409


class MoreThanPaid(AppError):  # noqa: N818 - as above
    """`paid` is all that the client has paid."""

    code = "more-than-paid"


class ReturnTooLarge(AppError):  # noqa: N818 - as above
    """`premium` is the whole of it: then it is a cancellation."""

    code = "return-too-large"


class EndOutsideTerm(AppError):  # noqa: N818 - as above
    code = "end-outside-term"


class RefundNotFound(NotFound):
    code = "refund-not-found"


class NothingToRefund(AppError):  # noqa: N818 - as above
    code = "nothing-to-refund"
    status = 409


class AlreadyRefunded(AppError):  # noqa: N818 - as above
    """Somebody, by `name`, recorded a refund at `at`; `rest` is still to be given back."""

    code = "already-refunded"
    status = 409


class MoreThanToRefund(AppError):  # noqa: N818 - as above
    """`rest` is all that is to be given back."""

    code = "more-than-to-refund"


class RefundedInTheFuture(AppError):  # noqa: N818 - as above
    code = "refunded-in-the-future"


class RefundTakenBack(AppError):  # noqa: N818 - as above
    """It was reversed before, or takes another back itself."""

    code = "refund-taken-back"
    status = 409
