"""What a lead is scored by."""

from datetime import timedelta

import pytest

from models.lead import LeadSource, LeadStage
from services.scoring.features import LeadFeatures, features_of
from tests.harness import NOON
from tests.services.scoring.builders import facts, features


@pytest.mark.parametrize("source", list(LeadSource))
def test_every_source_is_valid(source: LeadSource) -> None:
    assert features(source=source.value).source is source


@pytest.mark.parametrize("stage", list(LeadStage))
def test_every_stage_is_valid(stage: LeadStage) -> None:
    assert features(stage=stage.value).stage is stage


@pytest.mark.parametrize("wrong", [{"source": "fax"}, {"stage": "won"}, {"source": ""}, {"stage": None}])
def test_an_invalid_source_or_stage_is_a_value_error(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        features(**wrong)


@pytest.mark.parametrize("wrong", [{"message_count": -1}, {"days_since_created": -1}, {"score": 1}])
def test_impossible_facts_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        features(**wrong)


@pytest.mark.parametrize(("count", "days", "velocity"), [(6, 0, 6), (6, 1, 6), (6, 4, 1.5), (0, 9, 0)])
def test_messages_a_day_count_from_the_first_day(count: int, days: int, velocity: float) -> None:
    found = features(message_count=count, days_since_created=days)
    assert found.model_dump(mode="json")["message_velocity"] == velocity


def test_days_are_whole_and_never_below_zero() -> None:
    found = features_of(
        facts(created_at=NOON - timedelta(days=2, hours=23), last_activity_at=NOON + timedelta(hours=1)), now=NOON
    )
    assert (found.days_since_created, found.days_since_last_activity) == (2, 0)


def test_without_any_activity_the_first_day_counts() -> None:
    found = features_of(facts(last_activity_at=None), now=NOON)
    assert found.days_since_last_activity == found.days_since_created == 4


@pytest.mark.parametrize(
    ("known", "complete"),
    [({"phone": "+79161234567", "email": "a@b.ru"}, True), ({"phone": "+79161234567"}, False), ({}, False)],
)
def test_contacts_are_complete_with_phone_and_address(known: dict[str, str], complete: bool) -> None:
    assert features_of(facts(**known), now=NOON).contact_completeness is complete


@pytest.mark.parametrize(
    ("known", "qualified"), [({"company": "Ромашка", "position": "директор"}, True), ({"company": "Ромашка"}, False)]
)
def test_a_business_is_qualified_with_company_and_position(known: dict[str, str], qualified: bool) -> None:
    assert features_of(facts(**known), now=NOON).b2b_qualification is qualified


def test_nothing_in_the_features_tells_who_it_is() -> None:
    told = {"name", "phone", "email", "company", "position", "object", "intent", "pain_points", "notes"}
    assert not told & (set(LeadFeatures.model_fields) | set(LeadFeatures.model_computed_fields))
