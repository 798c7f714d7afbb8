"""What the admins see of the machinery."""

from datetime import datetime, timedelta

from services.conversation.values import Button, Screen, Text, text
from services.health.backlog import Queue
from services.health.pulses import State, Vital
from services.health.status import Status


def status(found: Status, *, now: datetime) -> Screen:
    lines = [
        text("scr-status-title"),
        _queue("scr-status-inbox", found.backlog.inbox),
        _queue("scr-status-outgoing", found.backlog.outgoing),
        _queue("scr-status-events", found.backlog.events),
        text("scr-status-dead-updates", count=found.dead_updates),
        text("scr-status-dead-events", count=found.dead_deliveries),
        text("scr-status-dead-reminders", count=found.dead_reminders) if found.dead_reminders else None,
        _backup(found.backup_at, now),
        *[_part(vital) for vital in found.vitals],
        text("scr-status-version", version=found.version),
    ]
    anything = found.dead_updates or found.dead_deliveries or found.dead_reminders
    dead = [[Button(text("btn-dead-sort"), "dead.groups")]] if anything else []
    look = [Button(text("btn-refresh"), "status"), Button(text("btn-audit"), "audit")]
    return Screen(lines, [*dead, look, [Button(text("btn-menu"), "menu")]])


def _part(vital: Vital) -> Text:
    part = text(f"status-part-{vital.part}")
    if vital.state is State.FINE and vital.latency_ms is not None:
        return text("scr-status-part-fine-ms", part=part, latency=vital.latency_ms)
    return text(f"scr-status-part-{vital.state}", part=part, seconds=round(vital.age))


def _queue(key: str, queue: Queue) -> Text:
    return text(key, count=queue.depth, seconds=round(queue.age))


def _backup(taken_at: datetime | None, now: datetime) -> Text:
    if taken_at is None:
        return text("scr-status-no-backup")
    return text("scr-status-backup", hours=(now - taken_at) // timedelta(hours=1))
