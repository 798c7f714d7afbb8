"""Refusals about reminders."""

from services.errors import AppError


class BriefInQuietHours(AppError):  # noqa: N818 - reads as the fact it names
    """The brief of the evening would be told when nothing is."""

    code = "brief-in-quiet-hours"


class SnoozeInThePast(AppError):  # noqa: N818 - as above
    code = "snooze-in-the-past"
