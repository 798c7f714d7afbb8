"""What may be done with a lead.

NEW -> CONTACTED -> QUALIFIED, one step at a time; TRANSFERRED only by a transfer; LOST from any open stage. One step
back from CONTACTED and QUALIFIED, with a reason.
"""

from collections.abc import Collection

from models.lead import CLOSED_LEAD_STAGES, LeadStage, Tier, of_one
from services.conversation.values import text
from services.leads.errors import (
    LeadClosed,
    LeadDomainNeeded,
    LeadNotQualified,
    LeadNotScored,
    LeadReasonTooShort,
    LeadScoreTooLow,
    LeadStageRefused,
    LeadStillOpen,
    LeadUnreachable,
    RollBackRefused,
)

FORWARD = {
    LeadStage.NEW: LeadStage.CONTACTED,
    LeadStage.CONTACTED: LeadStage.QUALIFIED,
    LeadStage.QUALIFIED: LeadStage.TRANSFERRED,
}
BACK = {LeadStage.CONTACTED: LeadStage.NEW, LeadStage.QUALIFIED: LeadStage.CONTACTED}
BY_HAND = frozenset({LeadStage.CONTACTED, LeadStage.QUALIFIED})

SHORTEST_ROLL_BACK_REASON = 10
SHORTEST_LOST_REASON = 3
LEAST_SCORE = 600
TIERS = ((800, Tier.HOT), (600, Tier.WARM), (300, Tier.COLD))


def tier_of(score: int) -> Tier:
    """`score` counts thousandths."""
    return next((tier for least, tier in TIERS if score >= least), Tier.DEAD)


def next_by_hand(stage: LeadStage) -> LeadStage | None:
    following = FORWARD.get(stage)
    return following if following in BY_HAND else None


def check_open(stage: LeadStage) -> None:
    if stage in CLOSED_LEAD_STAGES:
        raise LeadClosed(stage=text(f"stage-lead-{stage}"))


def check_closed(stage: LeadStage) -> None:
    if stage not in CLOSED_LEAD_STAGES:
        raise LeadStillOpen(stage=text(f"stage-lead-{stage}"))


def check_reachable(*, name: str | None, contacts: Collection[object]) -> None:
    """It is known by a name, a phone or an address."""
    if not name and not contacts:
        raise LeadUnreachable


def check_move(*, current: LeadStage, to: LeadStage) -> None:
    check_open(current)
    expected = FORWARD[current]
    if to is not expected or to not in BY_HAND:
        raise LeadStageRefused(stage=text(f"stage-lead-{current}"), expected=text(f"stage-lead-{expected}"))


def check_roll_back(*, current: LeadStage, reason: str) -> LeadStage:
    """The stage that it goes back to."""
    if current not in BACK:
        raise RollBackRefused(stage=text(f"stage-lead-{current}"))
    check_reason(reason, least=SHORTEST_ROLL_BACK_REASON)
    return BACK[current]


def check_reason(reason: str, *, least: int) -> None:
    count = len(reason.strip())
    if count < least:
        raise LeadReasonTooShort(count=count, least=least)


def check_transferable(*, stage: LeadStage, score: int | None, domain_id: int | None) -> None:
    """In this order: stage, score, domain."""
    check_ready(stage=stage, score=score)
    if domain_id is None:
        raise LeadDomainNeeded


def check_ready(*, stage: LeadStage, score: int | None) -> None:
    """Stage and score; a domain can still be asked."""
    check_open(stage)
    if stage is not LeadStage.QUALIFIED:
        raise LeadNotQualified(stage=text(f"stage-lead-{stage}"))
    if score is None:
        raise LeadNotScored
    if score < LEAST_SCORE:
        raise LeadScoreTooLow(score=of_one(score), least=of_one(LEAST_SCORE))
