"""Leaves an outside service alone for a while after it has failed again and again."""

from collections.abc import Callable
from datetime import datetime, timedelta

from services.scoring.ports import Asked, Fault, Question, Scorer

AFTER = 5
PAUSE = timedelta(minutes=1)


class Circuit:
    """Opens after `after` faults in a row; `pause` later one call is let through, and closes it if it succeeds."""

    def __init__(self, now: Callable[[], datetime], *, after: int = AFTER, pause: timedelta = PAUSE) -> None:
        self._now = now
        self._after = after
        self._pause = pause
        self._faults = 0
        self._opened_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self._opened_at is not None

    def lets_through(self) -> bool:
        """The one call after the pause holds the others back for another pause, or until it is settled."""
        if self._opened_at is None:
            return True
        if self._now() - self._opened_at < self._pause:
            return False
        self._opened_at = self._now()
        return True

    def succeed(self) -> None:
        self._faults, self._opened_at = 0, None

    def fail(self) -> None:
        self._faults += 1
        if self._faults >= self._after:
            self._opened_at = self._now()


class GuardedScorer:
    """A scorer behind a circuit.

    A refusal says something about the lead and nothing about the service. Answers that can't be read cost tokens and
    help nobody, so they count as faults; a lead whose words provoke them holds the others back for one pause at most.
    """

    def __init__(self, scorer: Scorer, circuit: Circuit) -> None:
        self._scorer = scorer
        self._circuit = circuit

    async def ask(self, question: Question) -> Asked:
        if not self._circuit.lets_through():
            return Asked(fault=Fault.CIRCUIT)
        asked = await self._scorer.ask(question)
        if asked.fault in {None, Fault.REFUSAL}:
            self._circuit.succeed()
        elif asked.model is not None:
            self._circuit.fail()
        return asked
