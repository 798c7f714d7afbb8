"""A line and a count for each event that a commit has made true."""

from collections.abc import Sequence

import structlog

from services.events.event import Published
from services.health.counting import count_published

log = structlog.get_logger(service="events")


def tell_published(published: Sequence[Published]) -> None:
    for one in published:
        event = one.event
        count_published(event)
        log.info(
            "event.published",
            event_id=one.id,
            event_name=event.name,
            entity=f"{event.aggregate}:{event.aggregate_id}",
            correlation_id=one.correlation_id,
            caused_by=one.caused_by,
            status="published",
        )
