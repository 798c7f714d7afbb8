"""Every weight and every boundary of the rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.lead import LeadSource, LeadStage, Recommendation, Tier, Trend
from services.leads.rules import tier_of
from services.scoring.rules import recommend, score_by_rules, trend_of
from tests.services.scoring.builders import features

SOURCES = {
    LeadSource.REFERRAL: 350,
    LeadSource.PARTNER: 300,
    LeadSource.WEB: 250,
    LeadSource.SCANNER: 200,
    LeadSource.SOCIAL: 150,
    LeadSource.MANUAL: 100,
    # chosen by us
    LeadSource.CALLBACK: 300,
    LeadSource.REGISTRATION: 250,
    LeadSource.MESSAGE: 200,
    LeadSource.LEAD_MAGNET: 150,
}


@pytest.mark.parametrize("source", list(LeadSource))
def test_each_source_has_its_weight(source: LeadSource) -> None:
    ruled = score_by_rules(features(source=source))
    assert (ruled.score, ruled.factors) == (SOURCES[source], ((f"source-{source}", SOURCES[source]),))


@pytest.mark.parametrize(
    ("count", "points"), [(0, 0), (1, 0), (2, 80), (4, 80), (5, 150), (9, 150), (10, 250), (11, 250), (10**6, 250)]
)
def test_messages_count_in_steps(count: int, points: int) -> None:
    assert score_by_rules(features(message_count=count)).score == 100 + points


@pytest.mark.parametrize(
    ("stage", "points"),
    [
        (LeadStage.NEW, 0),
        (LeadStage.CONTACTED, 100),
        (LeadStage.QUALIFIED, 200),
        (LeadStage.TRANSFERRED, 0),
        (LeadStage.LOST, 0),
    ],
)
def test_each_stage_has_its_weight(stage: LeadStage, points: int) -> None:
    assert score_by_rules(features(stage=stage)).score == 100 + points


def test_a_known_business_domain_counts() -> None:
    assert score_by_rules(features(business_domain="transport")).factors[-1] == ("business-domain", 250)


def test_the_best_lead_is_capped_and_keeps_all_its_factors() -> None:
    best = features(
        source=LeadSource.REFERRAL, stage=LeadStage.QUALIFIED, message_count=10, business_domain="transport"
    )
    ruled = score_by_rules(best)
    assert ruled.score == 1000
    assert ruled.factors == (
        ("source-referral", 350),
        ("messages-10", 250),
        ("business-domain", 250),
        ("stage-qualified", 200),
    )


@pytest.mark.parametrize(
    ("score", "advice"),
    [
        (0, Recommendation.LOST),
        (299, Recommendation.LOST),
        (300, Recommendation.CONTINUE_NURTURING),
        (599, Recommendation.CONTINUE_NURTURING),
        (600, Recommendation.TRANSFER_TO_SALES),
        (1000, Recommendation.TRANSFER_TO_SALES),
    ],
)
def test_the_advice_follows_the_score(score: int, advice: Recommendation) -> None:
    assert recommend(score) is advice


@pytest.mark.parametrize(
    ("score", "tier"),
    [(0, Tier.DEAD), (299, Tier.DEAD), (300, Tier.COLD), (600, Tier.WARM), (799, Tier.WARM), (800, Tier.HOT)],
)
def test_the_tier_follows_the_score(score: int, tier: Tier) -> None:
    assert tier_of(score) is tier


@pytest.mark.parametrize(
    ("before", "now", "trend"),
    [
        (None, 500, None),
        (500, 500, Trend.STABLE),
        (499, 500, Trend.RISING),
        (501, 500, Trend.FALLING),
    ],
)
def test_the_trend_is_that_of_the_last_two(before: int | None, now: int, trend: Trend | None) -> None:
    assert trend_of(before, now) is trend


@given(
    st.sampled_from(list(LeadSource)),
    st.sampled_from(list(LeadStage)),
    st.integers(min_value=0, max_value=10**9),
    st.none() | st.text(),
)
def test_any_lead_has_a_score_that_its_factors_add_up_to(
    source: LeadSource, stage: LeadStage, count: int, domain: str | None
) -> None:
    ruled = score_by_rules(features(source=source, stage=stage, message_count=count, business_domain=domain))
    assert 0 <= ruled.score <= 1000
    assert ruled.score == min(sum(points for _, points in ruled.factors), 1000)
    assert ruled.recommendation is recommend(ruled.score)
