"""What happens to proposals."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class OffersShown(Event):
    """The seller has them in a shape to forward."""

    name = "deal.offers.shown"
    aggregate = "deal"
    silent = True

    deal_id: int
    offer_ids: list[int]
    shape: str
    language: str


@dataclass(frozen=True, kw_only=True)
class ProposalRequested(Event):
    """A PDF of these offers, as of `made_on` (ISO)."""

    name = "deal.proposal.requested"
    aggregate = "deal"

    deal_id: int
    offer_ids: list[int]
    language: str
    made_on: str
