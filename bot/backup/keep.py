"""How long backups are kept, and which is the last one."""

import shutil
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.backup.manifest import MANIFEST
from bot.backup.take import BACKUPS, NAME


def list_backups(folder: Path) -> Sequence[Path]:
    """Finished ones, the oldest first."""
    return sorted(place for place in folder.glob(BACKUPS) if (place / MANIFEST).is_file() and _taken_at(place))


def drop_old(folder: Path, *, now: datetime, keep: timedelta) -> int:
    """How many were older than `keep`; the newest stays however old it is."""
    old = [place for place in list_backups(folder)[:-1] if (_taken_at(place) or now) < now - keep]
    for place in old:
        (place / MANIFEST).unlink()
        shutil.rmtree(place)
    return len(old)


def _taken_at(place: Path) -> datetime | None:
    try:
        return datetime.strptime(place.name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
