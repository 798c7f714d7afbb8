"""The model as the services see it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from models.user import Language
from services.scoring.answer import ScoreAnswer


class Fault(StrEnum):
    """Why the rules scored: nothing is configured, not asked on purpose, or what went wrong."""

    OFF = "off"
    CAP = "cap"
    CIRCUIT = "circuit"
    CONNECTION = "connection"
    TIMEOUT = "timeout"
    RATE_LIMIT = "rate_limit"
    QUOTA = "quota"
    STATUS = "status"
    REFUSAL = "refusal"
    INCOMPLETE = "incomplete"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Question:
    """`messages` are exactly what the model is sent; `event_id` is the request that it belongs to."""

    event_id: int
    messages: Sequence[Mapping[str, str]]

    @property
    def input_hash(self) -> str:
        sent = json.dumps(self.messages, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(sent.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Asked:
    """`answer` or `fault`; without `model` none was called. Latency in milliseconds, cost in millionths of a dollar."""

    answer: ScoreAnswer | None = None
    fault: Fault | None = None
    model: str | None = None
    latency_ms: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_micros: int = 0


class Scorer(Protocol):
    async def ask(self, question: Question) -> Asked:
        """Within its time limit; what goes wrong is a fault, never an exception."""
        ...


class NoScorer:
    """Nothing is configured: the rules score at once."""

    async def ask(self, question: Question) -> Asked:  # noqa: ARG002 - the port's shape
        return Asked(fault=Fault.OFF)


@dataclass(frozen=True, slots=True)
class Scoring:
    """`language` is that of the explanation where no person has asked."""

    scorer: Scorer = field(default_factory=NoScorer)
    send_personal_data: bool = False
    language: Language = Language.RU
