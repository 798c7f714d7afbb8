"""What the local model does next, and what it was asked."""

from collections import deque
from enum import StrEnum
from typing import Any

MODEL_PATH = "/openai/v1"
MODEL_KEY = "sk-sandbox-local-key-not-a-secret"
REMEMBERED = 1_000


class Mode(StrEnum):
    """`obedient` does what nobody should: it gives its instructions away; `unasked` adds a field."""

    GOOD = "good"
    SLOW = "slow"
    DROP = "drop"
    RATE_LIMIT = "rate_limit"
    QUOTA = "quota"
    ERROR = "error"
    GARBAGE = "garbage"
    TRUNCATED = "truncated"
    REFUSAL = "refusal"
    NAN = "nan"
    OUT_OF_BOUNDS = "out_of_bounds"
    WRONG_TYPES = "wrong_types"
    SHORT_REASON = "short_reason"
    UNASKED = "unasked"
    HUGE = "huge"
    OBEDIENT = "obedient"


class Twin:
    def __init__(self) -> None:
        self.requests: deque[dict[str, Any]] = deque(maxlen=REMEMBERED)
        self.steer(Mode.GOOD, times=None, seconds=0)

    def steer(self, mode: Mode, *, times: int | None, seconds: float) -> None:
        """For so many requests, then good again; without `times` until it is steered anew. `slow` waits `seconds`."""
        self.mode = mode
        self.seconds = seconds
        self._left = times

    def take(self, request: dict[str, Any]) -> Mode:
        """How this request is answered."""
        self.requests.append(request)
        mode = self.mode
        if self._left == 1:
            self.mode = Mode.GOOD
        self._left = self._left - 1 if self._left else None
        return mode

    def forget(self) -> None:
        self.requests.clear()
        self.steer(Mode.GOOD, times=None, seconds=0)
