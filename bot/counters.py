"""Every so often a log line with what has been counted since the one before; none when nothing has."""

import asyncio

import structlog

from services.health import tallies

log = structlog.get_logger(service="process")


class Counters:
    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._told = count_all()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            await asyncio.sleep(self._seconds)
            self.tell()

    def tell(self) -> None:
        counted = count_all()
        news = {name: count - self._told.get(name, 0) for name, count in counted.items()}
        self._told = counted
        if changed := {name: count for name, count in news.items() if count}:
            log.info("counters", counters=changed, duration=self._seconds)


def count_all() -> dict[str, int]:
    """Since the process began; by outcome, never by person."""
    counted = {f"updates.{outcome}": count for outcome, count in tallies.UPDATES.items()}
    counted |= {f"sends.{outcome}": count for outcome, count in tallies.SENDS.items()}
    counted |= {f"transfers.{outcome}": count for outcome, count in tallies.TRANSFERS.items()}
    counted |= {f"scorings.{result}": count for result, count in tallies.SCORINGS.items()}
    counted |= {f"leads.{source}": count for source, count in tallies.LEADS.items()}
    counted["events"] = sum(tallies.EVENTS.values())
    counted["flood-waits"] = sum(tallies.FLOOD_WAITS.values())
    for (_, outcome), count in list(tallies.CONSUMES.items()):
        counted[f"consumes.{outcome}"] = counted.get(f"consumes.{outcome}", 0) + count
    return counted
