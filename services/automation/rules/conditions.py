"""What must hold for a rule to act."""

from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A lead or a deal as of an event, or as of now; `from_stage` is known of a change of stage only.

    `score` counts thousandths, `amount` minor units of the brokerage's currency. `owner_id` is whose it is: the lead's
    assignee, the deal's seller. `domain_id` is that of a lead.
    """

    entity_type: str
    entity_id: int
    pipeline: str
    stage: str
    owner_id: int | None
    from_stage: str | None = None
    source: str | None = None
    tier: str | None = None
    score: int | None = None
    kind_ids: tuple[int, ...] = ()
    amount: int | None = None
    domain_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What is None does not matter."""

    pipeline: str | None = None
    from_stage: str | None = None
    to_stage: str | None = None
    source: str | None = None
    tier: str | None = None
    score_from: int | None = None
    kind_id: int | None = None
    amount_from: int | None = None

    def hold(self, facts: Facts, *, later: bool = False) -> bool:
        """`later`: some time after what happened, so that how it came to its stage does not matter any more."""
        asked = (
            (self.pipeline, facts.pipeline),
            (None if later else self.from_stage, facts.from_stage),
            (self.to_stage, facts.stage),
            (self.source, facts.source),
            (self.tier, facts.tier),
        )
        if any(wanted is not None and wanted != found for wanted, found in asked):
            return False
        if self.kind_id is not None and self.kind_id not in facts.kind_ids:
            return False
        return _reaches(facts.score, self.score_from) and _reaches(facts.amount, self.amount_from)

    def to_json(self) -> dict[str, Any]:
        return {name: value for name, value in asdict(self).items() if value is not None}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(**data)


def _reaches(found: int | None, least: int | None) -> bool:
    return least is None or (found is not None and found >= least)
