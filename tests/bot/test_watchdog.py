"""An event loop that stands still is noticed, told of, and begun anew."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bot.watchdog import Patience, Watchdog
from tests.logged import Logged

ROOT = Path(__file__).parents[2]
QUICK = Patience(beat=0.01, look=0.05, noticed=0.2, longest=0.6)
PROCESS = """
import asyncio, os, re, sys, time
from bot.watchdog import Patience, Watchdog

def stand_still(how):
    if how == "sleep":
        time.sleep(30)
    re.match("(a+)+$", "a" * 64 + "b")

async def main(how, been_here):
    print("began", flush=True)
    watching = asyncio.create_task(Watchdog(Patience(beat=0.01, look=0.05, noticed=0.2, longest=0.6)).run())
    await asyncio.sleep(0.5)
    if how != "go" and not os.path.exists(been_here):
        open(been_here, "w").close()
        stand_still(how)
    print("well", flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


async def stalled(watchdog: Watchdog, seconds: float) -> None:
    task = asyncio.create_task(watchdog.run())
    await asyncio.sleep(0.1)
    time.sleep(seconds)  # noqa: ASYNC251 - the very thing
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_a_loop_that_moves_is_not_talked_of(logged: Logged) -> None:
    restarts: list[int] = []
    watchdog = Watchdog(QUICK, restart=lambda: restarts.append(1))
    await stalled(watchdog, 0.05)
    assert (watchdog.stall(), restarts, logged.lines) == (None, [], [])


async def test_a_stall_is_told_once_with_its_place_and_when_it_is_over(logged: Logged) -> None:
    restarts: list[int] = []
    watchdog = Watchdog(QUICK, restart=lambda: restarts.append(1))
    await stalled(watchdog, 0.45)
    noticed, over = logged.lines
    assert '"event": "loop.stalled"' in noticed
    assert '"status": "noticed"' in noticed
    assert "test_watchdog.py" in noticed
    assert '"event": "loop.moves-again"' in over
    stall = watchdog.stall()
    assert stall is not None
    assert 0.4 < stall.seconds < 1
    assert stall.ago < 1
    assert restarts == []


async def test_a_long_stall_begins_the_process_anew(logged: Logged) -> None:
    restarts: list[int] = []
    await stalled(Watchdog(QUICK, restart=lambda: restarts.append(1)), 0.75)
    assert restarts
    assert any('"status": "restarted"' in line for line in logged.lines)


async def run(tmp_path: Path, how: str, *, stop: bool = False) -> tuple[int, list[str]]:
    """Its code and what it said beside log lines; when it has begun it is stopped as a whole for a while."""
    command = [sys.executable, "-c", PROCESS, how, str(tmp_path / "been-here")]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    said = await process.stdout.readline()
    if stop:
        process.send_signal(signal.SIGSTOP)
        await asyncio.sleep(1.5)
        process.send_signal(signal.SIGCONT)
    rest, _ = await asyncio.wait_for(process.communicate(), 20)
    assert process.returncode is not None
    return process.returncode, [line for line in (said + rest).decode().splitlines() if line in {"began", "well"}]


@pytest.mark.process
async def test_a_process_that_waits_in_its_loop_begins_anew_by_itself(tmp_path: Path) -> None:
    assert await run(tmp_path, "sleep") == (0, ["began", "began", "well"])


@pytest.mark.process
async def test_a_process_that_calculates_without_end_is_ended(tmp_path: Path) -> None:
    """No thread of it gets a turn; the kernel counts."""
    assert await run(tmp_path, "pattern") == (-signal.SIGVTALRM, ["began"])


@pytest.mark.process
async def test_a_process_that_was_stopped_as_a_whole_goes_on(tmp_path: Path) -> None:
    assert await run(tmp_path, "go", stop=True) == (0, ["began", "well"])
