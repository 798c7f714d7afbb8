"""Tells the other side of a deal of its policies and of what the client pays, with the policy's card at hand."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.document import Document
from models.document_kind import DocumentKind
from models.money import Currency, Money
from models.policy import Policy, Refund
from services.automation.telling import card_button, name_of, tell
from services.conversation.outgoing import notify
from services.conversation.values import Button, FullDay, Localized, Notice, Param, Parts, Style, Text, text
from services.deals.describe import describe_deal, others_in
from services.documents.events import DocumentRefused
from services.documents.words import refusal_text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.policies.events import (
    PaymentUpdated,
    PolicyEndorsed,
    PolicyFiled,
    PolicyStateChanged,
    RefundDropped,
    RefundPaid,
    RefundReversed,
    RenewalOpened,
)
from services.policies.queries import PolicyBrief, find_policy_brief
from services.policies.words import reason_words


@reacts_to(PolicyFiled)
async def tell_of_policy(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, PolicyFiled)  # noqa: S101 - what the registry delivers
    policy = await find_policy_brief(session, event.policy_id)
    term = text("ntf-policy-term", starts=FullDay(policy.starts_on), ends=FullDay(policy.ends_on))
    facts = text("ntf-policy-facts", parts=Parts([policy.insurer, policy.premium, term]))
    await _tell(session, delivered, event.policy_id, policy, "ntf-policy-filed", [facts], now)
    return Done()


@reacts_to(PolicyStateChanged)
async def tell_of_policy_state(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, PolicyStateChanged)  # noqa: S101 - as above
    policy = await find_policy_brief(session, event.policy_id)
    state = text(f"policy-state-{event.to_state}")
    more = [text("ntf-policy-reason", reason=reason_words(event.reason)), *_refunded(event.refunded, policy)]
    await _tell(session, delivered, event.policy_id, policy, "ntf-policy-state", more, now, state=state)
    return Done()


@reacts_to(PolicyEndorsed)
async def tell_of_endorsement(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, PolicyEndorsed)  # noqa: S101 - as above
    policy = await find_policy_brief(session, event.policy_id)
    amount = Money(abs(event.amount), policy.premium.currency)
    what = text(f"ntf-endorsement-{event.kind}", amount=amount, words=event.words)
    more = [what, *_refunded(event.refunded, policy)]
    await _tell(session, delivered, event.policy_id, policy, "ntf-policy-endorsed", more, now)
    return Done()


@reacts_to(PaymentUpdated)
async def tell_of_payment(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """That a client is to get money back is told with what brought it about."""
    event = delivered.event
    assert isinstance(event, PaymentUpdated)  # noqa: S101 - as above
    if event.how == "refunded":
        return Done()
    policy = await find_policy_brief(session, event.policy_id)
    currency = Currency(event.currency)
    key = f"ntf-payment-{event.how}"
    rest = [text("ntf-payment-rest", rest=Money(event.rest, currency))] if event.rest else []
    reason = [text("ntf-policy-reason", reason=reason_words(event.reason))] if event.reason else []
    paid = Money(abs(event.amount), currency)
    await _tell(session, delivered, event.policy_id, policy, key, [*reason, *rest], now, amount=paid)
    return Done()


@reacts_to(RefundPaid)
async def tell_of_refund(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, RefundPaid)  # noqa: S101 - as above
    await _tell_of_refund(session, delivered, event, "ntf-refund-paid", [], now)
    return Done()


@reacts_to(RefundDropped)
async def tell_of_dropped_refund(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, RefundDropped)  # noqa: S101 - as above
    why = [text("ntf-policy-reason", reason=reason_words(event.reason))]
    await _tell_of_refund(session, delivered, event, "ntf-refund-dropped", why, now)
    return Done()


@reacts_to(RefundReversed)
async def tell_of_reversed_refund(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, RefundReversed)  # noqa: S101 - as above
    why = [text("ntf-policy-reason", reason=reason_words(event.reason))]
    row = await session.get_one(Refund, event.refund_id)
    key = "ntf-refund-drop-reversed" if row.dropped else "ntf-refund-reversed"
    await _tell_of_refund(session, delivered, event, key, why, now)
    return Done()


@reacts_to(RenewalOpened)
async def tell_of_renewal(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Its seller, when somebody else has opened it for him."""
    event = delivered.event
    assert isinstance(event, RenewalOpened)  # noqa: S101 - as above
    policy = await find_policy_brief(session, event.policy_id)
    deal = await session.get_one(Deal, event.deal_id)
    by = await name_of(session, delivered.actor_id)
    line = text("ntf-renewal-opened", by=by, number=policy.number)
    await tell(session, delivered, [deal.seller_id], event.deal_id, [line], now=now)
    return Done()


@reacts_to(DocumentRefused)
async def tell_of_refused_policy(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Who sent a policy's file, which neither a packet nor a lead answers for, learns why it was not taken."""
    event = delivered.event
    assert isinstance(event, DocumentRefused)  # noqa: S101 - as above
    document = await session.get_one(Document, event.document_id)
    if document.kind is not DocumentKind.POLICY or document.packet_id is not None:
        return Done()
    if event.deal_id is None or event.lead_id is not None:
        return Done()
    found = select(Policy.id, Policy.number).where(Policy.document_id == document.id).limit(1)
    policy = (await session.execute(found)).one_or_none()
    again = [[Button(text("btn-policy-attach"), "policy.attach", policy.id, Style.PRIMARY)]] if policy else []
    reason = refusal_text(document.refusal or "", document.refusal_params or {})
    line = (
        text("ntf-policy-file-refused", number=policy.number, reason=reason)
        if policy
        else text("ntf-policy-paper-refused", reason=reason)
    )
    title = await describe_deal(session, event.deal_id)
    notice = Notice([line, title], [*again, [card_button(event.deal_id)]], subject=f"deal:{event.deal_id}")
    await notify(session, [document.added_by], notice, now=now, correlation_id=delivered.correlation_id)
    return Done()


def _refunded(amount: int, policy: PolicyBrief) -> list[Text]:
    return [text("ntf-policy-refunded", amount=Money(amount, policy.premium.currency))] if amount else []


async def _tell_of_refund(
    session: AsyncSession,
    delivered: Delivered,
    event: RefundDropped | RefundPaid | RefundReversed,
    key: str,
    why: Sequence[Text],
    now: datetime,
) -> None:
    policy = await find_policy_brief(session, event.policy_id)
    currency = Currency(event.currency)
    rest = [text("ntf-refund-rest", rest=Money(event.rest, currency))] if event.rest else []
    paid = Money(event.amount, currency)
    await _tell(session, delivered, event.policy_id, policy, key, [*why, *rest], now, amount=paid)


async def _tell(
    session: AsyncSession,
    delivered: Delivered,
    policy_id: int,
    policy: PolicyBrief,
    key: str,
    more: Sequence[Text],
    now: datetime,
    **params: Param,
) -> None:
    deal = await session.get_one(Deal, policy.deal_id)
    by, kind = await name_of(session, delivered.actor_id), Localized(policy.kind_names)
    line = text(key, by=by, kind=kind, number=policy.number, **params)
    rows = [[Button(text("btn-policy-card"), "policy.card", policy_id, Style.PRIMARY), card_button(deal.id)]]
    await tell(session, delivered, others_in(deal, delivered.actor_id), deal.id, [line, *more], rows, now=now)
