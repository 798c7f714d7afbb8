"""What a lead of the first minute is told by."""

from dataclasses import dataclass

from models.lead import LeadSource, LeadStage
from sandbox.seed_data import SELLER

MANAGER = "Виктор"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededScore:
    """`score` counts thousandths."""

    days_ago: int
    score: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededLead:
    """`stage` is reached as people reach it, a day after another at most; a manager's waits in the pool.

    `said` is what he wrote himself, `notes` what was written of him; `again` is the source of a second attempt.
    """

    name: str | None
    source: LeadSource
    days_ago: int
    phone: str | None = None
    email: str | None = None
    company: str | None = None
    position: str | None = None
    domain: str | None = None
    kind: str | None = None
    object: str | None = None
    campaign: str | None = None
    by: str = SELLER
    stage: LeadStage = LeadStage.NEW
    lost: str | None = None
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    scores: tuple[SeededScore, ...] = ()
    again: LeadSource | None = None
    deleted: bool = False
