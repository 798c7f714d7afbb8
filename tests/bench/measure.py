"""Measures two things in turns, one run of each at a time.

Turns let a busy neighbour disturb both alike, and single runs find the processor's caches as cold as a person's tap
does; runs of one thing back to back would flatter whichever touches less code.
"""

import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import TypeAlias

from tests.bench.table import plain

Work: TypeAlias = Callable[[], Awaitable[object]]
Timer: TypeAlias = Callable[[], float]

cpu: Timer = time.process_time
wall: Timer = time.perf_counter


async def seconds(work: Work, timer: Timer = wall) -> float:
    begun = timer()
    await work()
    return timer() - begun


async def compare(
    measured: Work, baseline: Work, *, rounds: int, times: int, timer: Timer = cpu
) -> tuple[list[float], str]:
    """The ratio of the medians of each round, and what one run takes in words; the first round only warms up."""
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(rounds + 1):
        turns = [(await seconds(measured, timer), await seconds(baseline, timer)) for _ in range(times)]
        mine.append(median(turn[0] for turn in turns))
        theirs.append(median(turn[1] for turn in turns))
    ratios = [one / other for one, other in zip(mine[1:], theirs[1:], strict=True)]
    return ratios, f"{plain(median(mine[1:]))} against {plain(median(theirs[1:]))}"
