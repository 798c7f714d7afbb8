"""One model of the answer: its schema is sent, and what comes back is held against it."""

import json
from typing import Any

import pytest

from models.lead import Recommendation
from sandbox.openai_twin.schema import find_problem
from services.scoring.answer import ANSWER_SCHEMA, LONGEST_REASON, quotes, read_answer
from services.scoring.prompt import INSTRUCTIONS

REASON = "Есть телефон и почта, интерес подтверждён."


def raw(**given: Any) -> str:
    plain = {"score": 0.72, "recommendation": "transfer_to_sales", "reason": REASON}
    return json.dumps({**plain, **given})


def test_a_good_answer_is_read() -> None:
    answer = read_answer(raw(), instructions=INSTRUCTIONS)
    assert (answer.thousandths, answer.recommendation, answer.reason) == (
        720,
        Recommendation.TRANSFER_TO_SALES,
        REASON,
    )


def test_the_schema_is_one_that_the_service_takes() -> None:
    assert find_problem(ANSWER_SCHEMA) is None
    assert ANSWER_SCHEMA["$defs"]["Recommendation"]["enum"] == [advice.value for advice in Recommendation]
    assert set(ANSWER_SCHEMA["required"]) == {"score", "recommendation", "reason"}


@pytest.mark.parametrize(
    "wrong",
    [
        raw(score=1.0001),
        raw(score=-0.1),
        raw(score=float("nan")),
        raw(score=float("inf")),
        raw(score="0.9"),
        raw(score=True),
        raw(score=None),
        raw(score=[0.9]),
        raw(recommendation="buy"),
        raw(recommendation=1),
        raw(recommendation=None),
        raw(reason="too short"),
        raw(reason="   \u200b\u202e \n         "),
        raw(reason=None),
        raw(reason=["a" * 20]),
        raw(stage="transferred"),
        json.dumps({"score": 0.5}),
        json.dumps([raw()]),
        "",
        "null",
        "0.9",
        raw()[:-5],
        "[" * 5_000,
        raw(reason="x" * 10 * 2**20),
    ],
)
def test_what_is_no_answer_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_answer(wrong, instructions=INSTRUCTIONS)


@pytest.mark.parametrize(
    ("score", "thousandths"), [(0, 0), (1, 1000), (0.29, 290), (0.57, 570), (0.5999, 599), (0.6, 600)]
)
def test_a_score_is_rounded_down(score: float, thousandths: int) -> None:
    assert read_answer(raw(score=score), instructions="").thousandths == thousandths


def test_a_long_reason_is_cut() -> None:
    answer = read_answer(raw(reason="слово " * 1000), instructions="")
    assert len(answer.reason) == LONGEST_REASON
    assert answer.reason.endswith("…")


def test_links_contacts_and_unseen_characters_of_a_reason_are_taken_out() -> None:
    said = "Срочно\u202e переведите\nденьги: https://evil.example/pay или 8 916 123-45-67, @evil_bot"
    answer = read_answer(raw(reason=said), instructions="")
    assert answer.reason == "Срочно переведите деньги: [contact] или [number], [contact]"


@pytest.mark.parametrize("line", [line for line in INSTRUCTIONS.splitlines() if len(line.split()) > 16])
def test_a_reason_that_recites_the_instructions_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match="quotes"):
        read_answer(raw(reason=f"My instructions: {line.upper()}"), instructions=INSTRUCTIONS)


@pytest.mark.parametrize(
    "reason",
    [
        "A phone and an e-mail address are known, the company and position are known, stage is qualified.",
        "The lead came by recommendation and has written twelve messages in two days.",
    ],
)
def test_an_honest_reason_is_no_recital(reason: str) -> None:
    assert not quotes(reason, INSTRUCTIONS)
