"""A service that fails again and again is left alone for a while."""

import asyncio
from datetime import timedelta

import pytest

from integrations.circuit import Circuit, GuardedScorer
from services.scoring.answer import ScoreAnswer
from services.scoring.ports import Asked, Fault, Question
from tests.harness import StoppedClock
from tests.services.scoring.builders import ScriptedScorer

GOOD = Asked(
    answer=ScoreAnswer.model_validate_json(
        '{"score": 0.5, "recommendation": "continue_nurturing", "reason": "a reason of some length"}'
    ),
    model="m",
)
DOWN = Asked(fault=Fault.STATUS, model="m")
REFUSED = Asked(fault=Fault.REFUSAL, model="m")
CAPPED = Asked(fault=Fault.CAP)
ASKING = Question(1, [])


async def faults(scorer: GuardedScorer, times: int) -> list[Fault | None]:
    return [(await scorer.ask(ASKING)).fault for _ in range(times)]


def guarded(clock: StoppedClock, *answers: Asked) -> tuple[GuardedScorer, ScriptedScorer]:
    scripted = ScriptedScorer(*answers)
    return GuardedScorer(scripted, Circuit(clock.now, after=3, pause=timedelta(seconds=60))), scripted


async def test_it_opens_after_faults_in_a_row_and_asks_no_more() -> None:
    scorer, scripted = guarded(StoppedClock(), DOWN)
    assert await faults(scorer, 6) == [Fault.STATUS] * 3 + [Fault.CIRCUIT] * 3
    assert len(scripted.questions) == 3


async def test_answers_that_are_none_open_it_as_a_broken_line_does() -> None:
    invalid, cut, gone = (
        Asked(fault=fault, model="m") for fault in (Fault.INVALID, Fault.INCOMPLETE, Fault.CONNECTION)
    )
    scorer, _ = guarded(StoppedClock(), invalid, cut, invalid)
    assert (await faults(scorer, 4))[-1] is Fault.CIRCUIT
    scorer, _ = guarded(StoppedClock(), gone, invalid, gone)
    assert (await faults(scorer, 4))[-1] is Fault.CIRCUIT


async def test_an_answer_between_faults_begins_the_count_anew() -> None:
    scorer, _ = guarded(StoppedClock(), DOWN, DOWN, GOOD, DOWN, DOWN, GOOD)
    assert Fault.CIRCUIT not in await faults(scorer, 8)


async def test_after_the_pause_one_call_closes_it() -> None:
    clock = StoppedClock()
    scorer, _ = guarded(clock, DOWN, DOWN, DOWN, GOOD)
    await faults(scorer, 3)
    clock.advance(seconds=59)
    assert await faults(scorer, 1) == [Fault.CIRCUIT]
    clock.advance(seconds=1)
    assert await faults(scorer, 3) == [None] * 3


async def test_after_the_pause_one_more_fault_opens_it_again() -> None:
    clock = StoppedClock()
    scorer, scripted = guarded(clock, DOWN)
    await faults(scorer, 3)
    clock.advance(seconds=60)
    assert await faults(scorer, 2) == [Fault.STATUS, Fault.CIRCUIT]
    clock.advance(seconds=60)
    assert await faults(scorer, 2) == [Fault.STATUS, Fault.CIRCUIT]
    assert len(scripted.questions) == 5


async def test_while_it_is_being_tried_the_others_wait_for_its_outcome() -> None:
    clock = StoppedClock()
    going = asyncio.Event()

    class Slow:
        calls = 0

        async def ask(self, question: Question) -> Asked:
            Slow.calls += 1
            if Slow.calls <= 3:
                return DOWN
            await going.wait()
            return GOOD

    scorer = GuardedScorer(Slow(), Circuit(clock.now, after=3, pause=timedelta(seconds=60)))
    await faults(scorer, 3)
    clock.advance(seconds=60)
    trying = asyncio.create_task(scorer.ask(ASKING))
    await asyncio.sleep(0)
    assert await faults(scorer, 3) == [Fault.CIRCUIT] * 3
    going.set()
    assert (await trying).fault is None
    assert await faults(scorer, 1) == [None]


@pytest.mark.parametrize("harmless", [REFUSED, CAPPED])
async def test_what_says_nothing_about_the_service_does_not_open_it(harmless: Asked) -> None:
    scorer, _ = guarded(StoppedClock(), harmless)
    assert await faults(scorer, 6) == [harmless.fault] * 6


async def test_a_call_that_was_not_made_does_not_close_it() -> None:
    clock = StoppedClock()
    scorer, _ = guarded(clock, DOWN, DOWN, DOWN, CAPPED, DOWN)
    await faults(scorer, 3)
    clock.advance(seconds=60)
    assert await faults(scorer, 2) == [Fault.CAP, Fault.CIRCUIT]
