"""What the audit refuses."""

from services.errors import NotFound


class EventNotFound(NotFound):
    code = "event-not-found"
