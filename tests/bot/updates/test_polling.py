"""Polling: nothing is confirmed to Telegram before it is stored, and nothing that Telegram answers ends the loop."""

import asyncio
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from aiogram.exceptions import (
    TelegramConflictError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from sqlalchemy.exc import OperationalError

from bot.clock import SystemClock
from bot.telegram.raw import RawGetUpdates
from bot.updates.intake import Poller
from services.inbox.store import RawUpdate
from tests.virtual_time import run_in_virtual_time

GET = RawGetUpdates()
LOCKED = OperationalError("INSERT", {}, Exception("gone"))


class Telegram:
    """Answers polls from a script and keeps a diary that the database shares."""

    id = 8100000001

    def __init__(self, diary: list[Any], answers: Sequence[Any]) -> None:
        self.diary = diary
        self.answers = list(answers)

    async def __call__(self, method: RawGetUpdates, request_timeout: int) -> list[RawUpdate]:
        now = asyncio.get_running_loop().time()
        self.diary.append((now, "asked", method.offset))
        if not self.answers:
            raise asyncio.CancelledError
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return [{"update_id": number} for number in answer]


class Storage:
    """A database whose writes take a moment and may fail."""

    def __init__(self, diary: list[Any], failures: Sequence[Exception]) -> None:
        self.diary = diary
        self.failures = list(failures)

    async def write(self, work: Any) -> None:
        await asyncio.sleep(0.25)
        if self.failures:
            raise self.failures.pop(0)
        ids = [update["update_id"] for update in work.keywords["updates"]]
        self.diary.append((asyncio.get_running_loop().time(), "stored", ids))


def polled(answers: Sequence[Any], failures: Sequence[Exception] = ()) -> list[Any]:
    diary: list[Any] = []

    async def run() -> None:
        poller = Poller(Telegram(diary, answers), Storage(diary, failures), SystemClock())  # type: ignore[arg-type]  # stand-ins
        with pytest.raises(asyncio.CancelledError):
            await poller.run()

    run_in_virtual_time(run())
    return diary


def test_an_offset_follows_only_what_is_stored() -> None:
    diary = polled([[5, 6], [7], []], failures=[LOCKED])
    assert [(what, value) for _, what, value in diary] == [
        ("asked", None),
        ("asked", None),
        ("stored", [7]),
        ("asked", 8),
        ("asked", None),
    ]


def test_a_batch_is_confirmed_together_after_its_commit() -> None:
    diary = polled([[5, 6, 9]])
    assert diary == [(0, "asked", None), (0.25, "stored", [5, 6, 9]), (0.25, "asked", 10)]


def test_numbers_may_start_over_after_a_silence() -> None:
    """Telegram does so after a week; an old offset above the new numbers would then erase them unseen."""
    diary = polled([[900_000], [], [17]])
    assert [(what, value) for _, what, value in diary] == [
        ("asked", None),
        ("stored", [900_000]),
        ("asked", 900_001),
        ("asked", None),
        ("stored", [17]),
        ("asked", 18),
    ]


@pytest.mark.parametrize(
    ("error", "pause"),
    [
        (TelegramConflictError(GET, "Conflict: terminated by other getUpdates request"), 5),
        (TelegramUnauthorizedError(GET, "Unauthorized"), 30),
        (TelegramRetryAfter(GET, "Too Many Requests: retry after 17", 17), 17),
        (TelegramServerError(GET, "Bad Gateway"), 0.5),
        (TelegramNetworkError(GET, "Connection reset"), 0.5),
        (TimeoutError(), 0.5),
        (ValueError("what Telegram has never said before"), 0.5),
    ],
)
def test_whatever_telegram_answers_is_waited_out(error: Exception, pause: float) -> None:
    diary = polled([error, []])
    assert [at for at, what, _ in diary if what == "asked"][:2] == [0, pause]


def test_pauses_grow_while_telegram_stays_away_and_end_with_it() -> None:
    away = TelegramNetworkError(GET, "Connection refused")
    at = [at for at, _, _ in polled([away] * 9 + [[], away])]
    waits = [late - early for early, late in pairwise(at)]
    assert waits == [0.5, 1, 2, 4, 8, 16, 30, 30, 30, 0, 0.5]


def test_a_telegram_that_has_never_answered_is_silent_since_polling_began() -> None:
    away = TelegramNetworkError(GET, "Connection refused")

    async def run() -> tuple[float | None, float | None]:
        poller = Poller(Telegram([], [away] * 20), Storage([], []), SystemClock())  # type: ignore[arg-type]  # stand-ins
        task = asyncio.create_task(poller.run())
        await asyncio.sleep(125)
        silence = poller.silence()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        return silence, poller.silence()

    assert run_in_virtual_time(run()) == (125, None)
