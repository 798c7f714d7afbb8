"""Follows the sandbox's clock: when a person moves it, the ticks run until nothing is due."""

import asyncio
from datetime import timedelta

import aiohttp
import structlog

from bot.clock import ShiftedClock
from bot.ticks import Ticker

log = structlog.get_logger(service="process")

WAIT_SECONDS = 25


async def follow_clock(url: str, clock: ShiftedClock, ticker: Ticker) -> None:
    """Until cancelled; a sandbox that is away keeps the last offset."""
    version: int | None = None
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=WAIT_SECONDS + 10)) as http:
        while True:
            params = {} if version is None else {"version": str(version), "wait": str(WAIT_SECONDS)}
            try:
                async with http.get(f"{url}/sim/clock", params=params) as response:
                    said = await response.json()
            except (aiohttp.ClientError, OSError, TimeoutError):
                await asyncio.sleep(0.5)
                continue
            moved = said["version"] != version and version is not None
            version, clock.offset = said["version"], timedelta(seconds=said["offset_seconds"])
            if moved:
                await ticker.catch_up()
