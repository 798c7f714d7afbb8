"""From the start of the process to the first answered update, and what the idle process holds and does."""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from pathlib import Path

from sandbox.client import SandboxClient
from sandbox.people import SEEDED
from tests.bench.measure import seconds
from tests.bench.table import Row, plain
from tests.e2e.processes import Installation

ECHO = Path(__file__).parent.parent / "echo_bot.py"
IDLE_SECONDS = 5.0
SETTLED_SECONDS = 10.0
LOOKED_SECONDS = 30.0
PERSON = next(person.id for person in SEEDED if person.role == "seller")


async def measure(rounds: int, folder: Path) -> list[Row]:
    installation = Installation(folder / "installation")
    try:
        await _prepare(installation)
        ratios, note = await _starts(installation, rounds)
        memory, held = await _memory(installation, min(rounds, 3))
        busy = [await _busy(installation) for _ in range(min(rounds, 3))]
    finally:
        await installation.remove()
    return [
        Row("start to the first answer, against `import aiogram`", ratios, most=1.4, aim=0.6, note=note),
        Row("memory of the idle bot, against a bare echo bot", memory, most=1.3, aim=0.7, note=held),
        Row("processor of the idle bot, share of one", [share * 100 for share in busy], most=1, unit="%"),
    ]


async def _prepare(installation: Installation) -> None:
    """Database, sandbox and compiled modules are there."""
    await installation.start()
    await installation.telegram.say(PERSON, "/menu")
    await installation.settle()
    await installation.kill()


async def _starts(installation: Installation, rounds: int) -> tuple[list[float], str]:
    mine, theirs = [], []
    for _ in range(rounds):
        theirs.append(await seconds(lambda: _python("-c", "import aiogram")))
        seen = await _last_call(installation.telegram)
        await installation.telegram.say(PERSON, "/menu")
        mine.append(await seconds(lambda seen=seen: _first_answer(installation, seen)))
        await installation.settle()
        await installation.kill()
    ratios = [one / other for one, other in zip(mine, theirs, strict=True)]
    return ratios, f"{plain(sorted(mine)[len(mine) // 2])} against {plain(sorted(theirs)[len(theirs) // 2])}"


async def _first_answer(installation: Installation, seen: int) -> None:
    starting = asyncio.create_task(installation.start())
    await _called(installation.telegram, "sendMessage", after=seen)
    await starting


async def _called(telegram: SandboxClient, method: str, *, after: int) -> None:
    while not await telegram.calls(after=after, method=method):
        await asyncio.sleep(0.02)


async def _last_call(telegram: SandboxClient) -> int:
    return max((call["seq"] for call in await telegram.calls()), default=0)


async def _memory(installation: Installation, rounds: int) -> tuple[list[float], str]:
    mine, theirs = [], []
    state = await installation.telegram.state()
    for _ in range(rounds):
        seen = await _last_call(installation.telegram)
        echo = await asyncio.create_subprocess_exec(sys.executable, ECHO, installation.url, state["bot"]["token"])
        await _called(installation.telegram, "getMe", after=seen)
        theirs.append(await _idle(echo))
        echo.kill()
        await echo.wait()
        await installation.start()
        assert installation.crm._process is not None
        mine.append(await _idle(installation.crm._process))
        await installation.kill()
    ratios = [one / other for one, other in zip(mine, theirs, strict=True)]
    return ratios, f"{mine[-1]:.0f} MB against {theirs[-1]:.0f} MB"


async def _idle(process: Process) -> float:
    """Megabytes resident once everything that is imported later has been."""
    await asyncio.sleep(IDLE_SECONDS)
    status = await asyncio.to_thread(Path(f"/proc/{process.pid}/status").read_text)
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


async def _busy(installation: Installation) -> float:
    """The share of `LOOKED_SECONDS` for which the process, with nothing to do, held a processor."""
    await installation.start()
    process = installation.crm._process
    assert process is not None
    await asyncio.sleep(SETTLED_SECONDS)
    before = await asyncio.to_thread(_processor_seconds, process.pid)
    await asyncio.sleep(LOOKED_SECONDS)
    used = await asyncio.to_thread(_processor_seconds, process.pid) - before
    await installation.kill()
    return used / LOOKED_SECONDS


def _processor_seconds(pid: int) -> float:
    """Of user and system, from the fields after the name, which may have spaces."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def _python(*arguments: str) -> None:
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments)
    assert await process.wait() == 0
