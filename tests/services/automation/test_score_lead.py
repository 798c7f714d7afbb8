"""The analysis of a lead: by the model, by rules when it does not answer, kept once however often it is delivered."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from bot.scoring import CappedScorer
from integrations.circuit import Circuit, GuardedScorer
from integrations.openai_scorer import OpenAiScorer
from models.client import ContactKind
from models.delivery import Delivery, DeliveryState
from models.event import EventRow
from models.lead import Lead, LeadSource, LeadStage, Recommendation, ScoredBy, Tier, Trend
from models.lead_score import AiCall, LeadScore
from models.user import Language
from services.brokerage import LeadLimits
from services.events.publish import publish
from services.leads.analyse import request_analysis
from services.leads.events import LeadAnalysisRequested
from services.leads.queries import find_lead_card
from services.scoring.answer import ScoreAnswer
from services.scoring.ports import Asked, Fault, Scorer, Scoring
from services.scoring.prompt import INSTRUCTIONS
from services.scoring.words import explain
from tests.harness import BROKERAGE, NOON, Play
from tests.people import EXECUTOR, MANAGER, SELLER, Person
from tests.sandbox.conftest import Telegram, serve
from tests.services.automation.attacks import ATTACKS
from tests.services.scoring.builders import ScriptedScorer, a_lead
from tests.services.scoring.models import local_access

REASON = "Есть телефон и почта, интерес подтверждён."
Open = Callable[..., OpenAiScorer]
MARK = "[AI OFFLINE - RULE BASED]"
USED = {"model": "m", "latency_ms": 900, "input_tokens": 400, "output_tokens": 60, "cost_micros": 256}


def answered(score: float) -> Asked:
    answer = ScoreAnswer(score=score, recommendation=Recommendation.TRANSFER_TO_SALES, reason=REASON)
    return Asked(answer=answer, **USED)


def use(play: Play, scorer: Scorer | None, *, send_personal_data: bool = False) -> None:
    scoring = Scoring(scorer, send_personal_data) if scorer else Scoring()
    play.use(scoring=scoring)


async def ask(play: Play, lead_id: int, *, person: Person = MANAGER, brokerage: Any = BROKERAGE) -> int:
    """The tap; the id of the request's event."""
    request = partial(request_analysis, actor=play.actor(person), lead_id=lead_id, brokerage=brokerage)
    lead: Lead = await play.write(lambda session: request(session, now=play.clock.now()))
    assert lead.analysing_for is not None
    return lead.analysing_for


async def lead_of(play: Play, lead_id: int) -> Lead:
    return (await play.read(lambda session: session.execute(select(Lead).where(Lead.id == lead_id)))).scalar_one()


async def rows(play: Play, table: Any) -> list[Any]:
    found = await play.read(lambda session: session.execute(select(table).order_by(table.event_id)))
    return list(found.scalars())


async def scored_events(play: Play) -> list[dict[str, Any]]:
    wanted = select(EventRow.payload).where(EventRow.name == "lead.scored").order_by(EventRow.id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


async def again(play: Play) -> None:
    """As if the consumer had never settled."""
    fresh = update(Delivery).values(state=DeliveryState.PENDING, done_at=None)
    await play.write(lambda session: session.execute(fresh))
    await play.run_events()


@pytest.fixture
async def sqlite_play(sqlite_database: Database) -> Play:
    """For what does not depend on the database."""
    stage = Play(sqlite_database)
    await stage.seed()
    return stage


@pytest.fixture
async def model(telegram: Telegram) -> AsyncIterator[Open]:
    """Opens the sandbox's model, as `local_access` describes it."""
    opened: list[OpenAiScorer] = []

    def open_model(**access: Any) -> OpenAiScorer:
        opened.append(OpenAiScorer(local_access(telegram.url, **access)))
        return opened[-1]

    yield open_model
    for scorer in opened:
        await scorer.close()


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[Telegram]:
    """With it the local model."""
    async for found in serve(tmp_path / "sandbox"):
        yield found


async def test_the_models_score_stands_on_the_lead_and_in_the_history(play: Play) -> None:
    lead_id = await play.write(partial(a_lead, source=LeadSource.REFERRAL))
    use(play, ScriptedScorer(answered(0.82)))
    event_id = await ask(play, lead_id)
    await play.run_events()
    lead = await lead_of(play, lead_id)
    assert (lead.score, lead.tier, lead.trend, lead.scored_for, lead.analysing_for) == (
        820,
        Tier.HOT,
        None,
        event_id,
        None,
    )
    (score,) = await rows(play, LeadScore)
    assert (score.score, score.scored_by, score.reason, score.factors) == (820, ScoredBy.OPENAI, REASON, [])
    (call,) = await rows(play, AiCall)
    kept = {name: getattr(call, name) for name in USED}
    assert (kept, call.fallback, call.fault, call.user_id) == (USED, False, None, play.ids[MANAGER.telegram_id])
    (event,) = await scored_events(play)
    assert (event["score"], event["scored_by"], event["outdated"]) == (820, "openai", False)
    assert event["watcher_id"] == play.ids[MANAGER.telegram_id]


@pytest.mark.parametrize("fault", list(Fault))
async def test_with_any_fault_the_rules_score_and_say_so(play: Play, fault: Fault) -> None:
    lead_id = await play.write(partial(a_lead, source=LeadSource.REFERRAL, message_count=5, domain="transport"))
    use(play, ScriptedScorer(Asked(fault=fault, model="m", latency_ms=5)))
    await ask(play, lead_id)
    await play.run_events()
    card = await play.read(partial(find_lead_card, actor=play.actor(MANAGER), lead_id=lead_id))
    assert (str(card.score), card.tier, card.analysing) == ("0.75", Tier.WARM, False)
    assert card.last_score.scored_by is ScoredBy.FALLBACK
    assert card.last_score.factors == [("source-referral", 350), ("messages-5", 150), ("business-domain", 250)]
    for language in Language:
        said = [
            play.renderer.plain(line, language, BROKERAGE.today(play.clock.now())) for line in explain(card.last_score)
        ]
        assert said[0].startswith(MARK)
        assert len(said) == 4
    (call,) = await rows(play, AiCall)
    assert (call.fallback, call.fault) == (True, fault.value)


async def test_without_a_model_the_rules_score_at_once(play: Play) -> None:
    lead_id = await play.write(partial(a_lead, source=LeadSource.PARTNER))
    await ask(play, lead_id)
    await play.run_events()
    (call,) = await rows(play, AiCall)
    assert (call.model, call.fault, call.cost_micros) == (None, "off", 0)
    assert (await lead_of(play, lead_id)).score == 300


async def test_what_the_model_said_is_shown_as_it_said_it(play: Play) -> None:
    lead_id = await play.write(a_lead)
    use(play, ScriptedScorer(answered(0.5)))
    await ask(play, lead_id)
    await play.run_events()
    card = await play.read(partial(find_lead_card, actor=play.actor(MANAGER), lead_id=lead_id))
    (line,) = explain(card.last_score)
    assert play.renderer.plain(line, Language.RU, BROKERAGE.today(play.clock.now())).endswith(f"Почему: {REASON}")


@pytest.mark.parametrize("times", [1, 2, 3])
async def test_however_often_it_is_delivered_it_is_scored_once(play: Play, times: int) -> None:
    lead_id = await play.write(a_lead)
    scorer = ScriptedScorer(answered(0.4), answered(0.9))
    use(play, scorer)
    await ask(play, lead_id)
    for _ in range(times):
        await again(play)
    assert len(await rows(play, LeadScore)) == len(await rows(play, AiCall)) == len(await scored_events(play)) == 1
    assert (len(scorer.questions), (await lead_of(play, lead_id)).score) == (1, 400)


async def test_the_trend_follows_the_last_two(play: Play) -> None:
    lead_id = await play.write(a_lead)
    use(play, ScriptedScorer(*map(answered, (0.4, 0.7, 0.7, 0.1))))
    trends = []
    for _ in range(4):
        await ask(play, lead_id)
        await play.run_events()
        trends.append((await lead_of(play, lead_id)).trend)
    assert trends == [None, Trend.RISING, Trend.STABLE, Trend.FALLING]
    assert [score.score for score in await rows(play, LeadScore)] == [400, 700, 700, 100]


async def test_a_late_answer_does_not_overwrite_a_newer_one(play: Play) -> None:
    lead_id = await play.write(a_lead)
    use(play, ScriptedScorer(answered(0.9)))
    event_id = await ask(play, lead_id)
    newer = {"score": 200, "tier": Tier.DEAD, "trend": Trend.FALLING, "scored_for": event_id + 1000}
    await play.write(lambda session: session.execute(update(Lead).values(**newer, analysing_for=event_id + 1000)))
    await play.run_events()
    lead = await lead_of(play, lead_id)
    assert {name: getattr(lead, name) for name in newer} == newer
    assert lead.analysing_for == event_id + 1000
    assert len(await rows(play, LeadScore)) == 1
    assert [event["outdated"] for event in await scored_events(play)] == [True]


@pytest.mark.parametrize(
    "decided",
    [{"stage": LeadStage.LOST, "lost_reason": "silent"}, {"stage": LeadStage.TRANSFERRED}, {"deleted_at": NOON}],
    ids=["lost", "transferred", "deleted"],
)
async def test_a_lead_that_was_closed_in_the_meantime_keeps_its_score(play: Play, decided: dict[str, Any]) -> None:
    known = {"score": 650, "tier": Tier.WARM, "trend": Trend.RISING}
    lead_id = await play.write(partial(a_lead, **known))
    use(play, ScriptedScorer(answered(0.1)))
    await ask(play, lead_id)
    await play.write(lambda session: session.execute(update(Lead).values(**decided)))
    await play.run_events()
    lead = await lead_of(play, lead_id)
    assert ({name: getattr(lead, name) for name in known}, lead.analysing_for) == (known, None)
    assert [score.score for score in await rows(play, LeadScore)] == [100]


async def test_the_explanation_is_asked_for_in_the_watchers_language(play: Play) -> None:
    lead_id = await play.write(a_lead)
    scorer = ScriptedScorer(answered(0.5))
    use(play, scorer)
    for watcher in (MANAGER, EXECUTOR):
        event = LeadAnalysisRequested(lead_id=lead_id, watcher_id=play.ids[watcher.telegram_id])
        await play.write(partial(publish, actor=play.actor(watcher), event=event, now=play.clock.now()))
        await play.run_events()
    nobody = LeadAnalysisRequested(lead_id=lead_id, watcher_id=None)
    await play.write(partial(publish, actor=None, event=nobody, now=play.clock.now(), correlation_id="c"))
    await play.run_events()
    said = [question.messages[1]["content"].split('"')[3] for question in scorer.questions]
    assert said == ["Russian", "Ukrainian", "Russian"]


async def test_the_tap_only_asks(play: Play) -> None:
    """However slow the model is: it is not called before the relay runs."""
    lead_id = await play.write(a_lead)

    class Never:
        async def ask(self, question: Any) -> Asked:
            raise AssertionError("called within the tap")

    use(play, Never())
    await ask(play, lead_id)
    assert (await lead_of(play, lead_id)).analysing_for is not None


async def test_no_personal_data_leave_the_house(play: Play, telegram: Telegram, model: Open) -> None:
    said = "Канарейкина Варвара, 8 916 123-45-67, canary@nest.example, XTA210990Y2765432, Птицеферма"
    build = partial(
        a_lead,
        name="Канарейкина Варвара",
        company="ООО Птицеферма",
        position="главный птичник",
        object=said,
        intent=said,
        pain_points=said,
        notes=(said,),
        contacts=((ContactKind.PHONE, "+79161234567"), (ContactKind.EMAIL, "canary@nest.example")),
    )
    lead_id = await play.write(build)
    use(play, model())
    await ask(play, lead_id)
    await play.run_events()
    (request,) = await telegram.people.model_requests()
    sent = str(request["body"])
    for canary in ("анарейкин", "арвар", "тицеферм", "птичник", "9161234567", "123-45-67", "canary", "nest", "2765432"):
        assert canary not in sent, canary
    assert '"contact_completeness": true' in sent
    (call,) = await rows(play, AiCall)
    assert call.fault is None


@pytest.mark.parametrize("mode", ["good", "obedient"])
async def test_texts_that_attack_the_model_move_nothing_but_the_score(
    sqlite_play: Play, telegram: Telegram, model: Open, mode: str
) -> None:
    """An obedient model gives its instructions away: what it says is not taken."""
    play = sqlite_play
    assert len(ATTACKS) >= 60
    use(play, model())
    await telegram.people.model(mode)
    before = await play.write(_attack)
    await play.run_events()
    scores = await rows(play, LeadScore)
    assert len(scores) == len(ATTACKS)
    for score in scores:
        assert 0 <= score.score <= 1000
        assert not score.reason or INSTRUCTIONS[:60] not in score.reason
        assert score.scored_by is (ScoredBy.OPENAI if mode == "good" else ScoredBy.FALLBACK)
    assert await play.read(_untouched) == before
    names = await play.read(
        lambda session: session.execute(select(EventRow.name, func.count()).group_by(EventRow.name))
    )
    assert dict(names.all()) == {"lead.analysis.requested": len(ATTACKS), "lead.scored": len(ATTACKS)}


async def _attack(session: AsyncSession) -> dict[int, dict[str, Any]]:
    """A lead for each text; what they are before the analysis."""
    for text in ATTACKS:
        typed = {"name": text[:300], "object": text[:300], "intent": text, "pain_points": text, "notes": (text, text)}
        event = LeadAnalysisRequested(lead_id=await a_lead(session, **typed), watcher_id=None)
        await publish(session, None, event, now=NOON, correlation_id="attack")
    return await _untouched(session)


async def _untouched(session: AsyncSession) -> dict[int, dict[str, Any]]:
    """What no analysis may touch."""
    moved = {"score", "tier", "trend", "scored_for", "version", "analysing_for"}
    kept = [column for column in Lead.__table__.columns if column.name not in moved]
    return {row["id"]: dict(row) for row in (await session.execute(select(*kept))).mappings()}


MODES = {
    "rate_limit": Fault.RATE_LIMIT,
    "quota": Fault.QUOTA,
    "error": Fault.STATUS,
    "garbage": Fault.INVALID,
    "truncated": Fault.INCOMPLETE,
    "refusal": Fault.REFUSAL,
    "nan": Fault.INVALID,
    "out_of_bounds": Fault.INVALID,
    "wrong_types": Fault.INVALID,
    "short_reason": Fault.INVALID,
    "unasked": Fault.INVALID,
    "huge": Fault.INVALID,
    "drop": Fault.CONNECTION,
    "slow": Fault.TIMEOUT,
}


@pytest.mark.parametrize(("mode", "fault"), MODES.items())
async def test_whatever_the_service_does_the_lead_is_scored(
    play: Play, telegram: Telegram, model: Open, mode: str, fault: Fault
) -> None:
    lead_id = await play.write(partial(a_lead, source=LeadSource.PARTNER))
    use(play, model(timeout=1 if mode == "slow" else 10))
    await telegram.people.model(mode, seconds=3)
    await ask(play, lead_id)
    await play.run_events()
    (score,), (call,) = await rows(play, LeadScore), await rows(play, AiCall)
    assert (score.score, score.scored_by) == (300, ScoredBy.FALLBACK)
    assert (call.fault, call.model) == (fault.value, "sandbox")
    assert (await lead_of(play, lead_id)).analysing_for is None


async def test_the_days_cap_is_kept_however_many_ask_at_once(play: Play) -> None:
    brokerage = replace(BROKERAGE, lead_limits=LeadLimits(model_calls_a_day=3))
    scorer = ScriptedScorer(answered(0.5))
    use(play, CappedScorer(scorer, play.database, play.clock, brokerage))
    ids = [await play.write(a_lead) for _ in range(8)]
    for lead_id in ids:
        await ask(play, lead_id)
    await play.run_events()
    faults = [call.fault for call in await rows(play, AiCall)]
    assert (faults.count(None), faults.count("cap"), len(scorer.questions)) == (3, 5, 3)
    play.clock.advance(hours=11)
    await ask(play, ids[0])
    await play.run_events()
    assert len(scorer.questions) == 3
    play.clock.advance(hours=2)
    await ask(play, ids[0])
    await play.run_events()
    assert len(scorer.questions) == 4


async def test_after_faults_in_a_row_the_service_is_left_alone_for_a_while(play: Play) -> None:
    down = Asked(fault=Fault.CONNECTION, model="m")
    scorer = ScriptedScorer(*[down] * 3, answered(0.5))
    use(play, GuardedScorer(scorer, Circuit(play.clock.now, after=3, pause=timedelta(minutes=1))))
    lead_id = await play.write(a_lead)
    faults = []
    for pause in (0, 0, 0, 0, 61, 0):
        play.clock.advance(seconds=pause)
        await ask(play, lead_id)
        await play.run_events()
        faults.append((await rows(play, AiCall))[-1].fault)
    assert faults == ["connection", "connection", "connection", "circuit", None, None]
    assert len(scorer.questions) == 5


async def test_a_seller_sees_who_scored_his_lead(play: Play) -> None:
    lead_id = await play.write(partial(a_lead, assignee_id=play.ids[SELLER.telegram_id]))
    await ask(play, lead_id, person=SELLER)
    await play.run_events()
    card = await play.read(partial(find_lead_card, actor=play.actor(SELLER), lead_id=lead_id))
    assert card.last_score.scored_by is ScoredBy.FALLBACK
