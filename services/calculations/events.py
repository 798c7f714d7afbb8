"""What happens to calculations."""

from dataclasses import dataclass
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class OffersEntered(Event):
    """`task_done`: a task was finished with them, which people are told of already."""

    name = "deal.offers.entered"
    aggregate = "deal"

    deal_id: int
    offer_ids: list[int]
    task_done: bool


@dataclass(frozen=True, kw_only=True)
class OfferChanged(Event):
    """`before` and `after` hold the fields that differ."""

    name = "deal.offer.changed"
    aggregate = "deal"
    personal = frozenset({"before", "after"})
    silent = True

    deal_id: int
    offer_id: int
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class OfferChosen(Event):
    """`instead_of` is the offer that had been chosen before."""

    name = "deal.offer.chosen"
    aggregate = "deal"

    deal_id: int
    offer_id: int
    choice_id: int
    premium: int
    currency: str
    instead_of: int | None
