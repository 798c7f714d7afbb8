"""What happens to deals."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class DealCreated(Event):
    name = "deal.created"
    aggregate = "deal"
    personal = frozenset({"object"})

    deal_id: int
    client_id: int
    kind: str
    object: str
    seller_id: int
    currency: str
    lead_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class DealStageChanged(Event):
    """`by_itself`: something else that people are told of brought it about. A loss and a step back have a reason.

    `stopped_user_ids`: whose open tasks a loss has closed.
    """

    name = "deal.stage.changed"
    aggregate = "deal"
    personal = frozenset({"reason"})

    deal_id: int
    from_stage: str
    to_stage: str
    reason: str | None
    amount: int | None
    by_itself: bool = False
    stopped_user_ids: list[int] | None = None


@dataclass(frozen=True, kw_only=True)
class DealHandedOver(Event):
    """`role` is seller or executor; without `to_user_id` the place is empty (the pool)."""

    name = "deal.handed-over"
    aggregate = "deal"

    deal_id: int
    role: str
    from_user_id: int | None
    to_user_id: int | None


@dataclass(frozen=True, kw_only=True)
class DealDeferred(Event):
    """`review_time` is the brokerage's wall time; without one it sleeps until the morning."""

    name = "deal.deferred"
    aggregate = "deal"
    silent = True

    deal_id: int
    review_on: str
    review_time: str | None = None


@dataclass(frozen=True, kw_only=True)
class DealWoke(Event):
    """`in_the_morning`: by itself, without an hour that was promised; people hear of it when they hear of the day."""

    name = "deal.woke"
    aggregate = "deal"

    deal_id: int
    review_on: str
    in_the_morning: bool = False


@dataclass(frozen=True, kw_only=True)
class DealSettled(Event):
    """What followed from something else in the same transaction: the changes of the row say what."""

    name = "deal.settled"
    aggregate = "deal"
    silent = True

    deal_id: int
