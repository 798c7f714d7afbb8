"""What the admins see of the machinery."""

from datetime import datetime, timedelta

from services.conversation.values import Button, Screen, Text, text
from services.health.backlog import Queue
from services.health.status import Status


def status(found: Status, *, now: datetime) -> Screen:
    lines = [
        text("scr-status-title"),
        _queue("scr-status-inbox", found.backlog.inbox),
        _queue("scr-status-outgoing", found.backlog.outgoing),
        text("scr-status-dead-updates", count=found.dead_updates),
        text("scr-status-dead-events", count=found.dead_deliveries),
        _backup(found.backup_at, now),
    ]
    dead = [[Button(text("btn-dead-sort"), "dead.groups")]] if found.dead_updates or found.dead_deliveries else []
    return Screen(lines, [*dead, [Button(text("btn-refresh"), "status"), Button(text("btn-menu"), "menu")]])


def _queue(key: str, queue: Queue) -> Text:
    return text(key, count=queue.depth, seconds=round(queue.age))


def _backup(taken_at: datetime | None, now: datetime) -> Text:
    if taken_at is None:
        return text("scr-status-no-backup")
    return text("scr-status-backup", hours=(now - taken_at) // timedelta(hours=1))
