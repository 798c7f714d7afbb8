"""A person asks for an analysis on the card and sees there what it says, whoever made it."""

from functools import partial
from typing import Any

from models.lead import LeadSource, Recommendation
from services.scoring.answer import ScoreAnswer
from services.scoring.ports import Asked, Scoring
from tests.harness import Play
from tests.people import SELLER
from tests.services.scoring.builders import ScriptedScorer, a_lead

REASON = "Пришёл по рекомендации, <срочно> & сам пишет."


async def opened(play: Play, **columns: Any) -> int:
    build = partial(a_lead, name="Иванов", assignee_id=play.ids[SELLER.telegram_id], **columns)
    lead_id: int = await play.write(build)
    await play.tap_data(SELLER, f"lead.card:{lead_id}")
    return lead_id


async def test_the_card_says_analysing_at_once_and_then_what_the_model_said(play: Play) -> None:
    answer = ScoreAnswer(score=0.82, recommendation=Recommendation.TRANSFER_TO_SALES, reason=REASON)
    scoring = Scoring(ScriptedScorer(Asked(answer=answer, model="m")))
    play.use(scoring=scoring)
    await opened(play)
    waiting = await play.tap(SELLER, "🤖")
    assert REASON not in waiting.text
    await play.run_events()
    shown = play.screen(SELLER)
    assert REASON in shown.text
    assert "0,82" in shown.text
    assert shown.message_id == waiting.message_id


async def test_a_second_tap_is_told_that_it_is_being_analysed(play: Play) -> None:
    lead_id = await opened(play)
    waiting = await play.tap(SELLER, "🤖")
    await play.tap_data(SELLER, f"lead.analyse:{lead_id}", waiting.message_id)
    assert "Уже анализирую" in play.toast(SELLER)
    await play.run_events()
    await play.tap(SELLER, "🤖")
    assert "анализирую…" in play.screen(SELLER).text


async def test_without_a_model_the_card_says_that_rules_have_scored(play: Play) -> None:
    await opened(play, source=LeadSource.REFERRAL)
    await play.tap(SELLER, "🤖")
    await play.run_events()
    shown = play.screen(SELLER).text
    assert "[AI OFFLINE - RULE BASED]" in shown
    assert "пришёл по рекомендации: +0,35" in shown
