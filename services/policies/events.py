"""What happens to policies and to what is paid for them; amounts count minor units of `currency`."""

from dataclasses import dataclass

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class PolicyFiled(Event):
    name = "policy.filed"
    aggregate = "policy"

    policy_id: int
    deal_id: int
    insurer_id: int
    choice_id: int | None
    predecessor_id: int | None
    starts_on: str
    ends_on: str
    premium: int
    currency: str
    instalments: list[dict[str, str | int]]


@dataclass(frozen=True, kw_only=True)
class PolicyStateChanged(Event):
    """`refunded` is what the client is to get back."""

    name = "policy.state.changed"
    aggregate = "policy"
    personal = frozenset({"reason"})

    policy_id: int
    deal_id: int
    from_state: str
    to_state: str
    reason: str
    refunded: int = 0


@dataclass(frozen=True, kw_only=True)
class PolicyEndorsed(Event):
    """`amount` is added to the premium, `refunded` of it was paid back."""

    name = "policy.endorsed"
    aggregate = "policy"
    personal = frozenset({"words"})

    policy_id: int
    deal_id: int
    endorsement_id: int
    kind: str
    amount: int
    refunded: int
    words: str


@dataclass(frozen=True, kw_only=True)
class PolicyDocumentPut(Event):
    name = "policy.document.put"
    aggregate = "policy"
    silent = True

    policy_id: int
    deal_id: int
    document_id: int


@dataclass(frozen=True, kw_only=True)
class RenewalOpened(Event):
    """`deal_id` is the new deal, `from_deal_id` last year's."""

    name = "policy.renewal.opened"
    aggregate = "policy"

    policy_id: int
    deal_id: int
    from_deal_id: int


@dataclass(frozen=True, kw_only=True)
class PaymentUpdated(Event):
    """`amount` is what came in, or below zero what was taken back; `rest` is what the policy's client still owes.

    `how` is recorded, reversed or refunded: what the client is to get back.
    """

    name = "deal.payment.updated"
    aggregate = "deal"
    personal = frozenset({"reason"})

    deal_id: int
    policy_id: int
    how: str
    amount: int
    currency: str
    paid_on: str
    rest: int
    payment_ids: list[int]
    reason: str | None = None


@dataclass(frozen=True, kw_only=True)
class RefundPaid(Event):
    """The client got money back; `rest` is what he is still to get."""

    name = "deal.payment.refund.paid"
    aggregate = "deal"

    deal_id: int
    policy_id: int
    refund_id: int
    amount: int
    currency: str
    paid_on: str
    rest: int


@dataclass(frozen=True, kw_only=True)
class RefundDropped(Event):
    """The client will not get `amount` back after all; `rest` as above."""

    name = "deal.payment.refund.dropped"
    aggregate = "deal"
    personal = frozenset({"reason"})

    deal_id: int
    policy_id: int
    refund_id: int
    amount: int
    currency: str
    rest: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class RefundReversed(Event):
    """`amount` has not gone back after all; `rest` as above."""

    name = "deal.payment.refund.reversed"
    aggregate = "deal"
    personal = frozenset({"reason"})

    deal_id: int
    policy_id: int
    refund_id: int
    amount: int
    currency: str
    rest: int
    reason: str
