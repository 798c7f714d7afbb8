"""Tasks side by side, one for each key; what comes for a key while its task runs is not forgotten."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

import structlog

from bot.signals import Wakeups
from services.signals import Signal

log = structlog.get_logger(service="process")


class Lanes:
    def __init__(self, wakeups: Wakeups, topic: Signal, work: Callable[[int], Coroutine[Any, Any, None]]) -> None:
        self._wakeups = wakeups
        self._topic = topic
        self._work = work
        self._again: set[int] = set()
        self._crowded = False
        self.tasks: dict[int, asyncio.Task[None]] = {}

    def enter(self, key: int) -> None:
        """Starts the key's task, or has it started anew when the running one has ended."""
        if key in self.tasks:
            self._again.add(key)
            return
        self.tasks[key] = task = asyncio.create_task(self._work(key), name=f"{self._topic} {key}")
        task.add_done_callback(partial(self._left, key))

    def crowd_out(self) -> None:
        """Somebody found no room: the loop must look as soon as there is some."""
        self._crowded = True

    def make_room(self) -> None:
        if self._crowded:
            self._crowded = False
            self._wakeups.look(self._topic)

    def cancel(self) -> None:
        for task in self.tasks.values():
            task.cancel()

    def _left(self, key: int, task: asyncio.Task[None]) -> None:
        del self.tasks[key]
        if not task.cancelled() and (error := task.exception()):
            log.error("lane.failed", reason=type(error).__name__, exc_info=error)
        elif key in self._again:
            self._wakeups.wake({(self._topic, key)})
        self._again.discard(key)
        self.make_room()
