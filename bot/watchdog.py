"""Notices when the event loop stands still: nobody is answered meanwhile, and `/health` is not either.

- A thread waits for the loop's beats. After `NOTICED` seconds without one a line tells where the loop stands; after
  `LONGEST` the process begins anew, as it does after a kill: what was in hand is done then, and done once.
- What keeps even threads from running, such as a regular expression without end, is ended by the kernel after so many
  seconds of the processor; whoever supervises the process starts it again.
- A process that was stopped as a whole, or whose machine slept, is not blamed for it.
"""

import asyncio
import faulthandler
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

import structlog

from bot.logs import where_it_stands
from services.health.pulses import Stall
from services.health.tallies import time_stall

log = structlog.get_logger(service="process")

BEAT_SECONDS = 1.0
LOOK_SECONDS = 2.0
NOTICED = 5.0
LONGEST = 30.0
MISSED_LOOKS = 3
STDERR = 2


@dataclass(frozen=True, slots=True)
class Patience:
    """In seconds, as above."""

    beat: float = BEAT_SECONDS
    look: float = LOOK_SECONDS
    noticed: float = NOTICED
    longest: float = LONGEST


def begin_anew() -> None:
    """The same command in the same process: what it held is free, as after a kill."""
    signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    os.execv(sys.executable, sys.orig_argv)  # noqa: S606 - what this process was started as


class Watchdog:
    def __init__(self, patience: Patience | None = None, *, restart: Callable[[], None] = begin_anew) -> None:
        self._patience = patience or Patience()
        self._restart = restart
        self._beaten_at = monotonic()
        self._told = False
        self._ended = threading.Event()
        self._loop_thread = threading.main_thread().ident
        self._last: tuple[float, float] | None = None

    def stall(self) -> Stall | None:
        """The last one that the loop got over."""
        if self._last is None:
            return None
        seconds, ended_at = self._last
        return Stall(seconds, monotonic() - ended_at)

    async def run(self) -> None:
        """Until cancelled; in the main thread."""
        self._loop_thread = threading.get_ident()
        self._beaten_at = monotonic()
        faulthandler.register(signal.SIGVTALRM, file=STDERR, all_threads=False, chain=True)
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()
        try:
            while True:
                self._beat()
                await asyncio.sleep(self._patience.beat)
        finally:
            self._ended.set()
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            faulthandler.unregister(signal.SIGVTALRM)

    def _beat(self) -> None:
        now = monotonic()
        seconds = now - self._beaten_at
        self._beaten_at = now
        signal.setitimer(signal.ITIMER_VIRTUAL, self._patience.longest)
        if seconds >= self._patience.noticed:
            self._last = seconds, now
            self._told = False
            time_stall(seconds)
            log.warning("loop.moves-again", duration=round(seconds, 1))

    def _watch(self) -> None:
        looked_at = stopped_until = monotonic()
        while not self._ended.wait(self._patience.look):
            now = monotonic()
            if now - looked_at > MISSED_LOOKS * self._patience.look:
                stopped_until = now
            self._look(now - max(self._beaten_at, stopped_until))
            looked_at = now

    def _look(self, silence: float) -> None:
        if silence >= self._patience.longest:
            log.error("loop.stalled", status="restarted", duration=round(silence, 1), exception=self._where())
            self._restart()
        elif silence >= self._patience.noticed and not self._told:
            self._told = True
            log.error("loop.stalled", status="noticed", duration=round(silence, 1), exception=self._where())

    def _where(self) -> str:
        frame = sys._current_frames().get(self._loop_thread or 0)  # noqa: SLF001 - the interpreter's documented way
        return where_it_stands(frame)
