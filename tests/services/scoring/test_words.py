"""An analysis is explained in the reader's language, and who made it is said."""

import itertools
from datetime import UTC, datetime

import pytest

from bot.render import Renderer, Translator
from models.lead import LeadSource, LeadStage, Recommendation, ScoredBy
from models.user import Language
from services.leads.past import LastScore
from services.scoring.rules import score_by_rules
from services.scoring.words import explain
from tests.harness import BROKERAGE, NOON
from tests.services.scoring.builders import features

AT = datetime(2026, 11, 23, tzinfo=UTC)
RENDERER = Renderer(Translator(), BROKERAGE)


def said(score: LastScore, language: Language) -> list[str]:
    return [RENDERER.plain(line, language, BROKERAGE.today(NOON)) for line in explain(score)]


@pytest.mark.parametrize("language", list(Language))
def test_every_factor_has_words(language: Language) -> None:
    for source, stage, count in itertools.product(LeadSource, LeadStage, (0, 2, 5, 10)):
        ruled = score_by_rules(features(source=source, stage=stage, message_count=count, business_domain="it"))
        lines = said(LastScore(None, ruled.factors, ruled.recommendation, ScoredBy.FALLBACK, AT), language)
        assert lines[0].startswith("[AI OFFLINE - RULE BASED] ")
        assert len(lines) == 1 + len(ruled.factors)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (Language.RU, "• пришёл по рекомендации: +0,35"),
        (Language.UK, "• прийшов за рекомендацією: +0,35"),
        (Language.EN, "• came by recommendation: +0.35"),
    ],
)
def test_points_are_written_as_people_write_them(language: Language, line: str) -> None:
    score = LastScore(None, [("source-referral", 350)], Recommendation.LOST, ScoredBy.FALLBACK, AT)
    assert said(score, language)[1] == line


def test_the_advice_of_the_rules_is_said_beside_their_marker() -> None:
    score = LastScore(None, [("source-referral", 350)], Recommendation.CONTINUE_NURTURING, ScoredBy.FALLBACK, AT)
    assert "[AI OFFLINE - RULE BASED]" in said(score, Language.RU)[0]
    assert "Совет: работать дальше" in said(score, Language.RU)[0]


def test_markup_in_the_models_words_stays_text() -> None:
    reason = "<b>bold</b> & <script>alert(1)</script>"
    score = LastScore(reason, [], Recommendation.LOST, ScoredBy.OPENAI, AT)
    assert said(score, Language.EN) == [f"🤖 Advice: lost. Why: {reason}"]
    from services.conversation.values import Screen

    shown = RENDERER.screen(Screen(explain(score)), Language.EN, now=NOON)["text"]
    assert "<" not in shown
