"""What a model may answer. The strict schema that it is sent is made of the same class.

Bounds are checked here and are not part of the schema: the service refuses a schema that names them.
"""

import math
import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from models.lead import SCORE_UNIT, Recommendation
from services.scoring.redact import redact

LONGEST_ANSWER = 50_000
SHORTEST_REASON = 10
LONGEST_REASON = 1_000
QUOTED_WORDS = 12
_WORD = re.compile(r"\w+")


def _between_zero_and_one(score: float) -> float:
    if not 0 <= score <= 1:
        raise ValueError("score is between 0 and 1")
    return score


def _long_enough(reason: str) -> str:
    """One paragraph without contacts, numbers of people and unseen characters, of no more than 1,000 characters."""
    seen = "".join(" " if unicodedata.category(char).startswith("C") else char for char in reason)
    tidy = redact(" ".join(seen.split()))
    if len(tidy) < SHORTEST_REASON:
        raise ValueError(f"reason has at least {SHORTEST_REASON} characters")
    return tidy if len(tidy) <= LONGEST_REASON else tidy[: LONGEST_REASON - 1] + "…"


class ScoreAnswer(BaseModel):
    """How likely the lead is to buy insurance, what to do with it and why."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    score: Annotated[float, AfterValidator(_between_zero_and_one)]
    recommendation: Recommendation
    reason: Annotated[str, AfterValidator(_long_enough)]

    @property
    def thousandths(self) -> int:
        """Rounded down: what is a little below a threshold stays below it."""
        return math.floor(round(self.score * SCORE_UNIT, 6))


ANSWER_NAME = "lead_score"
ANSWER_SCHEMA = ScoreAnswer.model_json_schema()


def read_answer(raw: str, *, instructions: str) -> ScoreAnswer:
    """Raises ValueError for anything that is no answer, and for one that gives the instructions away."""
    if len(raw) > LONGEST_ANSWER:
        raise ValueError("the answer is too long to be one")
    answer = ScoreAnswer.model_validate_json(raw)
    if quotes(answer.reason, instructions):
        raise ValueError("the reason quotes the instructions")
    return answer


def quotes(reason: str, instructions: str) -> bool:
    """Whether so many words in a row are the same."""
    said = " ".join(_WORD.findall(reason.casefold()))
    words = _WORD.findall(instructions.casefold())
    runs = (" ".join(words[at : at + QUOTED_WORDS]) for at in range(len(words) - QUOTED_WORDS + 1))
    return any(run in said for run in runs)
