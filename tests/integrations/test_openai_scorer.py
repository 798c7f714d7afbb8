"""The model's client against the sandbox's model: what it sends, what it takes for an answer, when it gives up."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from integrations.model_access import Api
from integrations.openai_scorer import OpenAiScorer
from models.lead import LeadSource, LeadStage
from models.user import Language
from sandbox.openai_twin.judge import WORDS
from services.scoring.facts import LeadFacts
from services.scoring.features import features_of
from services.scoring.ports import Fault, Question
from services.scoring.prompt import LANGUAGES, compose
from tests.bot.test_doctor import free_port
from tests.harness import NOON
from tests.sandbox.conftest import Telegram, serve
from tests.services.scoring.builders import facts
from tests.services.scoring.models import local_access

Open = Callable[..., OpenAiScorer]


def question(found: LeadFacts | None = None, *, language: Language = Language.RU) -> Question:
    known = found or facts()
    return Question(7, compose(known, features_of(known, now=NOON), language=language, personal=False))


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Telegram]:
    async for found in serve(tmp_path):
        yield found


@pytest.fixture
async def model(telegram: Telegram) -> AsyncIterator[Open]:
    opened: list[OpenAiScorer] = []

    def open_model(**access: Any) -> OpenAiScorer:
        opened.append(OpenAiScorer(local_access(telegram.url, **access)))
        return opened[-1]

    yield open_model
    for scorer in opened:
        await scorer.close()


@pytest.mark.parametrize("api", list(Api))
@pytest.mark.parametrize("language", list(Language))
async def test_a_good_answer_comes_with_its_price(model: Open, api: Api, language: Language) -> None:
    asked = await model(api=api).ask(question(language=language))
    assert asked.fault is None
    assert asked.answer is not None
    assert asked.answer.reason.startswith(WORDS[LANGUAGES[language]]["for"].partition("{")[0])
    assert asked.cost_micros == -(-(asked.input_tokens * 40 + asked.output_tokens * 160) // 100) > 0
    assert asked.latency_ms >= 0


@pytest.mark.parametrize(("api", "messages"), [(Api.RESPONSES, "input"), (Api.CHAT, "messages")])
async def test_the_hash_of_the_audit_is_that_of_what_went_out(
    telegram: Telegram, model: Open, api: Api, messages: str
) -> None:
    asked = question(facts(intent="ДМС «на 30 человек»"))
    await model(api=api).ask(asked)
    (request,) = await telegram.people.model_requests()
    sent = json.dumps(request["body"][messages], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(sent.encode()).hexdigest() == asked.input_hash
    assert request["body"]["store"] is False


@pytest.mark.parametrize("api", list(Api))
@pytest.mark.parametrize(
    ("mode", "fault"),
    [
        ("rate_limit", Fault.RATE_LIMIT),
        ("quota", Fault.QUOTA),
        ("error", Fault.STATUS),
        ("garbage", Fault.INVALID),
        ("truncated", Fault.INCOMPLETE),
        ("refusal", Fault.REFUSAL),
        ("nan", Fault.INVALID),
        ("out_of_bounds", Fault.INVALID),
        ("wrong_types", Fault.INVALID),
        ("short_reason", Fault.INVALID),
        ("unasked", Fault.INVALID),
        ("huge", Fault.INVALID),
        ("obedient", Fault.INVALID),
        ("drop", Fault.CONNECTION),
    ],
)
async def test_each_fault_is_named_and_nothing_is_tried_twice(
    telegram: Telegram, model: Open, api: Api, mode: str, fault: Fault
) -> None:
    await telegram.people.model(mode)
    asked = await model(api=api).ask(question())
    assert (asked.answer, asked.fault, asked.model) == (None, fault, "sandbox")
    assert len(await telegram.people.model_requests()) == 1


async def test_an_answer_that_was_paid_for_and_not_taken_is_paid_for(telegram: Telegram, model: Open) -> None:
    await telegram.people.model("garbage")
    assert (await model().ask(question())).cost_micros > 0


async def test_the_time_limit_holds_for_everything_together(telegram: Telegram, model: Open) -> None:
    scorer = model(timeout=2)
    await scorer.ask(question())
    scorer._access = local_access(telegram.url, timeout=0.3)
    await telegram.people.model("slow", seconds=5)
    begun = asyncio.get_running_loop().time()
    asked = await scorer.ask(question())
    assert asked.fault is Fault.TIMEOUT
    assert asyncio.get_running_loop().time() - begun < 1.5
    assert asked.latency_ms >= 290


async def test_a_wrong_key_is_an_error_of_the_service(model: Open) -> None:
    assert (await model(api_key="sk-wrong").ask(question())).fault is Fault.STATUS


async def test_nobody_at_home_is_no_connection(model: Open) -> None:
    asked = await model(base_url=f"http://127.0.0.1:{free_port()}/v1").ask(question())
    assert asked.fault is Fault.CONNECTION


async def test_a_proxy_of_the_environment_is_not_asked_for_this_machine(
    model: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    assert (await model().ask(question())).fault is None


@pytest.mark.parametrize("source", list(LeadSource))
@pytest.mark.parametrize("stage", [LeadStage.NEW, LeadStage.QUALIFIED])
async def test_the_local_model_judges_every_lead(model: Open, source: LeadSource, stage: LeadStage) -> None:
    asked = await model().ask(question(facts(source=source, stage=stage)))
    assert asked.fault is None


async def test_the_local_model_tells_a_good_lead_from_a_poor_one(model: Open) -> None:
    good = facts(
        source=LeadSource.REFERRAL,
        stage=LeadStage.QUALIFIED,
        message_count=6,
        phone="+79161234567",
        email="a@b.ru",
        company="Ромашка",
        position="директор",
        business_domain="transport",
        last_activity_at=NOON,
    )
    poor = facts(source=LeadSource.MANUAL, message_count=0)
    scorer = model()
    well, badly = [await scorer.ask(question(found)) for found in (good, poor)]
    assert well.answer is not None
    assert badly.answer is not None
    assert well.answer.score >= 0.8
    assert badly.answer.score < 0.3
