"""How the parts are, as this process finds them, and as an admin reads it."""

from functools import partial
from typing import Any

from bot.checkup import Checkup, Running
from bot.counters import Counters
from models.pulse import Part
from services.documents.ports import StorageUnreachable
from services.health.pulses import State, list_vitals
from services.health.tallies import SendOutcome, count_send
from tests.harness import MemoryStorage, Play
from tests.logged import Logged
from tests.people import ADMIN


class AwayStorage(MemoryStorage):
    async def exists(self, key: str) -> bool:
        raise StorageUnreachable


def checkup(play: Play, storage: Any = None, **running: Any) -> Checkup:
    loops = {"relay": lambda: 1.0, "scheduler": lambda: 1.0, "telegram": lambda: 1.0, "model_rests": None, **running}
    return Checkup(play.database, storage or MemoryStorage(), play.clock, Running(**loops))


async def states(play: Play) -> dict[Part, State]:
    found = await play.read(partial(list_vitals, now=play.clock.now()))
    return {vital.part: vital.state for vital in found}


async def test_all_is_well_and_the_model_is_not_connected(play: Play) -> None:
    await checkup(play).look()
    assert await states(play) == dict.fromkeys(Part, State.FINE) | {Part.MODEL: State.OFF}


async def test_what_fails_is_found(play: Play) -> None:
    found = checkup(play, AwayStorage(), relay=lambda: 31.0, telegram=lambda: 121.0, model_rests=lambda: True)
    await found.look()
    failing = {part for part, state in (await states(play)).items() if state is State.FAILING}
    assert failing == {Part.RELAY, Part.TELEGRAM, Part.MODEL, Part.STORAGE}


async def test_a_process_tells_only_of_what_it_runs(play: Play) -> None:
    await checkup(play, relay=lambda: None, scheduler=lambda: None, telegram=lambda: None).look()
    assert await states(play) == {Part.DATABASE: State.FINE}


async def test_nobody_having_looked_for_long_shows(play: Play) -> None:
    await checkup(play).look()
    play.clock.advance(seconds=91)
    assert set((await states(play)).values()) == {State.SILENT}
    await checkup(play, scheduler=lambda: None).look()
    shown = (await play.say(ADMIN, "/status")).text
    assert "🟡 schedule: no word for 91 s" in shown
    assert "🟢 database: " in shown
    assert "⚪️ AI: not connected" in shown
    assert "Version " in shown


async def test_counters_are_told_when_something_happened_and_only_what(logged: Logged) -> None:
    counters = Counters(60)
    counters.tell()
    assert logged.lines == []
    count_send(SendOutcome.SENT)
    count_send(SendOutcome.SENT)
    counters.tell()
    counters.tell()
    (line,) = logged.lines
    assert '"sends.sent": 2' in line
    assert '"duration": 60' in line
