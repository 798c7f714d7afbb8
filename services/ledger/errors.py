"""Refusals about the brokerage's own money."""

from services.errors import AppError, NotFound


class EntryNotFound(NotFound):
    code = "ledger-entry-not-found"


class RuleNotFound(NotFound):
    code = "expense-rule-not-found"


class RateNotFound(NotFound):
    code = "commission-rate-not-found"


class NothingOutstanding(AppError):  # noqa: N818 - reads as the fact it names
    """`name` settled the last of it, on `day`."""

    code = "ledger-nothing-outstanding"
    status = 409


class MoreThanOutstanding(AppError):  # noqa: N818 - as above
    """`rest` is what is left; more than that needs a reason."""

    code = "ledger-more-than-outstanding"
    status = 409


class WrongDirection(AppError):  # noqa: N818 - as above
    """Money came in where some has to be given back, or the other way round; zero is neither."""

    code = "ledger-wrong-direction"


class SettledInTheFuture(AppError):  # noqa: N818 - as above
    code = "ledger-day-in-the-future"


class LedgerReasonNeeded(AppError):  # noqa: N818 - as above
    code = "ledger-reason-needed"


class AlreadyReversed(AppError):  # noqa: N818 - as above
    """`name` did it, on `day`."""

    code = "ledger-already-reversed"
    status = 409


class ReversalStands(AppError):  # noqa: N818 - as above
    """A line that takes another back can't be taken back itself."""

    code = "ledger-reversal-stands"
    status = 409


class LaterLinesStand(AppError):  # noqa: N818 - as above
    """What came after an expectation has to be taken back first."""

    code = "ledger-later-lines-stand"
    status = 409


class WrongRate(AppError):  # noqa: N818 - as above
    """Not between 0 and 100 per cent, or nothing where nothing makes no sense."""

    code = "rate-out-of-range"


class WrongAmount(AppError):  # noqa: N818 - as above
    code = "ledger-amount-not-positive"


class SameRate(AppError):  # noqa: N818 - as above
    """The policy is counted with this `rate` already."""

    code = "ledger-same-rate"
    status = 409


class SameRuleStands(AppError):  # noqa: N818 - as above
    code = "expense-rule-stands"
    status = 409


class RatesOverlap(AppError):  # noqa: N818 - as above
    """The other one: `rate` in per cent, `since` and `until`."""

    code = "commission-rates-overlap"
    status = 409


class DatesReversed(AppError):  # noqa: N818 - as above
    code = "commission-rate-dates-reversed"
