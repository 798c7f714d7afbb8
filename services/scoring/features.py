"""What a lead is scored by: counted facts, no words of his own and nothing that tells who he is."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, NonNegativeInt, computed_field

from models.lead import LeadSource, LeadStage
from services.scoring.facts import LeadFacts


class LeadFeatures(BaseModel):
    """A source or stage that the enums do not have is a ValueError. Days are whole ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: LeadSource
    stage: LeadStage
    message_count: NonNegativeInt
    business_domain: str | None
    days_since_created: NonNegativeInt
    days_since_last_activity: NonNegativeInt
    contact_completeness: bool
    b2b_qualification: bool

    @computed_field  # type: ignore[prop-decorator]  # mypy knows no decorator above a property
    @property
    def message_velocity(self) -> float:
        """Messages a day."""
        return self.message_count / max(self.days_since_created, 1)


def features_of(facts: LeadFacts, *, now: datetime) -> LeadFeatures:
    return LeadFeatures(
        source=facts.source,
        stage=facts.stage,
        message_count=facts.message_count,
        business_domain=facts.business_domain,
        days_since_created=_days(facts.created_at, now),
        days_since_last_activity=_days(facts.last_activity_at or facts.created_at, now),
        contact_completeness=bool(facts.phone and facts.email),
        b2b_qualification=bool(facts.company and facts.position),
    )


def _days(since: datetime, now: datetime) -> int:
    return max((now - since).days, 0)
