"""Refusals about leads."""

from services.errors import AppError, NotFound


class LeadNotFound(NotFound):
    code = "lead-not-found"


class LeadOfOthers(AppError):  # noqa: N818 - reads as the fact it names
    """`assignee` works on it; a manager can hand it over."""

    code = "lead-of-others"
    status = 403


class LeadExists(AppError):  # noqa: N818 - as above
    """Another living lead has this phone or address; `lead_id` leads to the card."""

    code = "lead-exists"
    status = 409


class LeadUnreachable(AppError):  # noqa: N818 - as above
    """Neither a name nor a phone nor an address."""

    code = "lead-unreachable"


class LeadClosed(AppError):  # noqa: N818 - as above
    """Transferred or lost; `stage` says which."""

    code = "lead-closed"
    status = 409


class LeadStillOpen(AppError):  # noqa: N818 - as above
    """Its deal is made by a transfer; `stage` says where it stands."""

    code = "lead-still-open"
    status = 409


class LeadStageRefused(AppError):  # noqa: N818 - as above
    """`expected` is the stage that comes next."""

    code = "lead-stage-refused"
    status = 409


class RollBackRefused(AppError):  # noqa: N818 - as above
    """Out of `stage` there is no way back."""

    code = "roll-back-refused"
    status = 409


class LeadReasonTooShort(AppError):  # noqa: N818 - as above
    """`count` characters where at least `least` are needed."""

    code = "lead-reason-too-short"


class LeadNotQualified(AppError):  # noqa: N818 - as above
    """Only a qualified lead is transferred; it stands at `stage`."""

    code = "lead-not-qualified"
    status = 409


class LeadScoreTooLow(AppError):  # noqa: N818 - as above
    """`score` of 0 to 1, where `least` is needed; a lead that was never analysed has none."""

    code = "lead-score-too-low"
    status = 409


class LeadNotScored(AppError):  # noqa: N818 - as above
    code = "lead-not-scored"
    status = 409


class LeadDomainNeeded(AppError):  # noqa: N818 - as above
    code = "lead-domain-needed"
    status = 409


class LeadLimitReached(AppError):  # noqa: N818 - as above
    """`limit` of `what` (a Text); the next one goes through at `at` (a Moment)."""

    code = "lead-limit-reached"
    status = 429


class CapacityReached(AppError):  # noqa: N818 - as above
    """`name` has `count` open leads, as many as he takes on."""

    code = "lead-capacity-reached"
    status = 409


class NobodyFree(AppError):  # noqa: N818 - as above
    """Everybody who works on leads is away or has as many as he takes on."""

    code = "nobody-free"
    status = 409


class WrongLeadAssignee(AppError):  # noqa: N818 - as above
    """Not an enabled user who works on leads."""

    code = "wrong-lead-assignee"


class TooManyLeads(AppError):  # noqa: N818 - as above
    """`count` chosen, where `most` are done at once."""

    code = "too-many-leads"


class NoLeadsChosen(AppError):  # noqa: N818 - as above
    code = "no-leads-chosen"


class LeadChangedMeanwhile(AppError):  # noqa: N818 - as above
    """Somebody else has changed the lead since the actor saw it."""

    code = "lead-changed-meanwhile"
    status = 409


class NotAnAttachment(AppError):  # noqa: N818 - as above
    """A voice, a video or another thing that no lead takes."""

    code = "not-an-attachment"


class AttachmentOfOthers(AppError):  # noqa: N818 - as above
    """Who attached it takes it away, and those who lead."""

    code = "attachment-of-others"
    status = 403
