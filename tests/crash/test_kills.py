"""kill -9 at random moments of many dialogues, with duplicates, refusals and cut connections in the air.

`CRASH_KILLS` says how often, `CRASH_SEED` repeats the same choices.
"""

import asyncio
import math
import os
import random
import secrets
import statistics
import sys
import time
from collections import deque
from collections.abc import AsyncIterator, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sandbox.client import SandboxClient
from tests.crash.dialogue import Player
from tests.crash.invariants import ANSWERED_BY, Witness, accepted, find_broken
from tests.e2e.processes import Installation
from tests.e2e.seats import MANAGER, OTHER_SELLER, SELLER

KILLS = int(os.environ.get("CRASH_KILLS", "15"))
SEED = int(os.environ.get("CRASH_SEED") or secrets.randbelow(10**6))
ON_THE_WAY = """
    SELECT 'update', id FROM inbox WHERE state = 'new'
    UNION ALL SELECT 'message', id FROM outgoing WHERE state = 'pending'
    UNION ALL SELECT 'event', id FROM deliveries WHERE state = 'pending'
    UNION ALL SELECT 'packet', id FROM packets WHERE state <> 'settled'
"""
ADMIN = 7000000001
SELLERS = (SELLER, OTHER_SELLER, MANAGER, ADMIN)
QUIET_SECONDS = 90.0
FIRST_ANSWER_SECONDS = 60.0
FAULTS: tuple[tuple[int | str, dict[str, Any]], ...] = (
    (429, {"retry_after": 1, "probability": 0.03}),
    (502, {"probability": 0.03}),
    ("drop", {"probability": 0.02}),
    ("drop", {"after_accept": True, "probability": 0.06}),
)

pytestmark = [pytest.mark.process, pytest.mark.timeout(600 + 8 * KILLS), pytest.mark.xdist_group("crash")]


class Watch:
    """Follows what the CRM asks of Telegram, and now and then lets Telegram repeat an update."""

    def __init__(self, telegram: SandboxClient, chance: random.Random) -> None:
        self.witness = Witness()
        self.answers: list[float] = []
        self.repeated = 0
        self._telegram = telegram
        self._chance = chance
        self._seen = 0
        self._delivered: deque[dict[str, Any]] = deque(maxlen=10)

    async def run(self, ended: asyncio.Event) -> None:
        while not ended.is_set():
            await self.look()
            if self._delivered and self._chance.random() < 0.3:
                await self._telegram.update(self._chance.choice(self._delivered))
                self.repeated += 1
            await asyncio.sleep(0.2)

    async def wait_for_answer(self) -> None:
        answered = len(self.answers)
        async with asyncio.timeout(FIRST_ANSWER_SECONDS):
            while len(self.answers) == answered:
                await asyncio.sleep(0.05)

    async def look(self) -> None:
        calls = await self._telegram.calls(after=self._seen)
        self._seen = calls[-1]["seq"] if calls else self._seen
        self.witness.take_calls(calls)
        self.answers += [call["time"] for call in calls if accepted(call)]
        for call in calls:
            if call["method"] == "getUpdates":
                self._delivered += call["response"].get("result", [])

    async def finish(self, players: Mapping[int, Player]) -> None:
        await self.look()
        self.witness.confirmed = await self._telegram.confirmed()
        self.witness.papers = [(chat, paper) for chat, player in players.items() for paper in player.papers]


@pytest.fixture
async def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Installation]:
    """In a hurry: neither side holds messages back."""
    monkeypatch.setenv("CHAT_BURST", "100000")
    monkeypatch.setenv("SENDS_PER_SECOND", "100000")
    place = Installation(tmp_path / "var")
    await place.start()
    await place.telegram.limits(enabled=False)
    yield place
    await place.remove()


async def test_kills_at_random_moments_lose_nothing_and_double_nothing(
    installation: Installation, capsys: pytest.CaptureFixture[str]
) -> None:
    chance = _chance("kills")
    players = {chat: Player(installation.telegram, chat, _chance(str(chat)), installation.lived) for chat in SELLERS}
    watch = Watch(installation.telegram, chance)
    await _make_trouble(installation.telegram)
    await _storm(installation, players.values(), watch, chance)
    await installation.telegram.clear_faults()
    await _quiet(installation)
    await watch.finish(players)
    assert await installation.stop() == 0
    with capsys.disabled():
        print(_summary(watch), file=sys.stderr)  # noqa: T201 - the numbers are what the run is for
    broken = find_broken(installation.folder / "crm.sqlite3", watch.witness)
    assert not broken, f"CRASH_SEED={SEED} CRASH_KILLS={KILLS}: {broken}"


def _chance(purpose: str) -> random.Random:
    return random.Random(f"{SEED} {purpose}")  # noqa: S311 - chance that can be repeated, not a secret


async def _make_trouble(telegram: SandboxClient) -> None:
    for method in ANSWERED_BY:
        for code, options in FAULTS:
            await telegram.fault(method, code, **options)


async def _storm(installation: Installation, players: Iterable[Player], watch: Watch, chance: random.Random) -> None:
    """Most lives end at any moment, some not before they have answered, and there is no end before much was done: on a
    slow machine there would be nothing to lose.
    """
    ended = asyncio.Event()
    async with asyncio.TaskGroup() as group:
        for player in players:
            group.create_task(player.play(ended))
        group.create_task(watch.run(ended))
        while (kills := len(watch.witness.kills)) < KILLS or len(watch.witness.opened) <= KILLS // 5:
            if kills % 3 == 0:
                await watch.wait_for_answer()
            await asyncio.sleep(chance.uniform(0.1, 1.5))
            await installation.kill()
            watch.witness.kills.append(time.time())
            await installation.start()
        ended.set()


async def _quiet(installation: Installation) -> None:
    """Until everything that was begun is finished."""
    deadline = time.monotonic() + QUIET_SECONDS
    while left := [*(await _unread(installation.telegram)), *installation.rows(ON_THE_WAY)]:
        assert time.monotonic() < deadline, f"CRASH_SEED={SEED}: on the way after {QUIET_SECONDS} s: {left[:20]}"
        await asyncio.sleep(0.2)


async def _unread(telegram: SandboxClient) -> list[tuple[str, int]]:
    pending = (await telegram.updates())["pending"]
    return [("unread", pending)] if pending else []


def _summary(watch: Watch) -> str:
    kills = watch.witness.kills
    recoveries = _recoveries(kills, watch.answers)
    worst = recoveries[int(0.99 * len(recoveries))]
    return (
        f"\ncrash: seed {SEED}, {len(kills)} kills and restarts, {len(watch.witness.opened)} deals, "
        f"{len(watch.witness.filed)} policies, {len(watch.witness.paid)} payments, "
        f"{len(watch.witness.papers)} papers, {len(watch.witness.confirmed)} updates, {watch.repeated} repeated, "
        f"kill to next answer: median {statistics.median(recoveries):.2f} s, p99 {worst:.2f} s "
        f"({len(kills) - len(recoveries)} killed again before it)"
    )


def _recoveries(kills: list[float], answers: list[float]) -> list[float]:
    """Seconds, shortest first, of the kills that were answered after before the next one came."""
    spans = zip(kills, [*kills[1:], math.inf], strict=True)
    firsts = [(kill, [at for at in answers if kill < at < following]) for kill, following in spans]
    return sorted(min(after) - kill for kill, after in firsts if after)
