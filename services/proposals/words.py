"""Offers as a client reads them, in a message and on paper alike."""

from collections.abc import Sequence
from functools import reduce

from models.calculation import DeductibleKind
from models.money import Money
from services.calculations.client_version import ClientOffer, ClientVersion
from services.calculations.plans import PaymentPlan
from services.conversation.values import FullDay, Localized, Param, Parts, Text, text
from services.documents.words import shorten
from services.money.rates import as_percent
from services.money.schedule import CannotSplit

LONGEST_CONDITIONS = 160
ALL_CONDITIONS = 1200
"""Of one offer and of all together, in a message; a PDF has them whole."""
MOST_PARTS = 4
"""Unequal parts of a premium that are named one by one."""


def version_lines(version: ClientVersion, brokerage: str | None) -> list[Text]:
    """A message to forward."""
    lines = [text("client-title", kind=Localized(version.kind_names), object=version.object)]
    room = min(LONGEST_CONDITIONS, ALL_CONDITIONS // max(len(version.offers), 1))
    for number, offer in enumerate(version.offers, start=1):
        lines += _offer_lines(number, offer, best=offer.id == version.best_id)
        if offer.conditions:
            conditions = shorten(" ".join(offer.conditions.split()), room)
            lines.append(text("client-offer-conditions", conditions=conditions))
    if version.valid_until is not None:
        lines.append(text("client-message-valid-until", day=FullDay(version.valid_until)))
    lines.append(text("client-signature", signed=Parts([version.seller, brokerage])))
    return lines


def _offer_lines(number: int, offer: ClientOffer, *, best: bool) -> list[Text]:
    key = "client-offer-best" if best else "client-offer"
    lines = [text(key, number=str(number), insurer=Parts([offer.insurer, offer.programme]), premium=offer.premium)]
    terms = [words for words in (deductible_words(offer), sum_insured(offer), term_words(offer)) if words is not None]
    if terms:
        lines.append(text("client-offer-terms", terms=Parts(terms)))
    lines.append(text("client-offer-plans", plans=_chain("client-plan-or", plan_words(offer))))
    return lines


def deductible_words(offer: ClientOffer) -> Text | None:
    if offer.deductible_kind is DeductibleKind.NONE:
        return text("client-no-deductible")
    value = deductible_value(offer)
    return None if value is None else text("client-deductible", value=value)


def deductible_value(offer: ClientOffer) -> Money | Text | None:
    """None where there is none, or where it was not said."""
    match offer.deductible_kind, offer.deductible:
        case DeductibleKind.AMOUNT, int(amount):
            return Money(amount, offer.premium.currency)
        case DeductibleKind.PERCENT, int(hundredths):
            return text("client-deductible-part", percent=as_percent(hundredths))
    return None


def sum_insured(offer: ClientOffer) -> Text | None:
    return None if offer.sum_insured is None else text("client-sum-insured", amount=offer.sum_insured)


def term_words(offer: ClientOffer) -> Text | None:
    if offer.term_months is not None:
        return text("client-term-months", count=offer.term_months)
    return None if offer.term_days is None else text("client-term-days", count=offer.term_days)


def plan_words(offer: ClientOffer) -> list[Text]:
    """Of each way to pay."""
    return [_plan(plan, offer.premium) for plan in offer.plans]


def _plan(plan: PaymentPlan, premium: Money) -> Text:
    """With the sums, where so many can be read; with the first one otherwise."""
    if plan.count == 1:
        return text("client-plan-once")
    try:
        parts = plan.parts_of(premium)
    except CannotSplit:
        return text("client-plan-parts", count=plan.count)
    if len({part.amount for part in parts}) == 1:
        return text("client-plan-equal", count=str(plan.count), amount=parts[0])
    if plan.shares and len(parts) <= MOST_PARTS:
        return text("client-plan-sums", sums=_chain("client-plan-sum", parts))
    return text("client-plan-parts-first", count=plan.count, first=parts[0])


def _chain(key: str, values: Sequence[Param]) -> Param:
    """One after the other, with the words of `key` between each two."""
    return reduce(lambda left, right: text(key, left=left, right=right), values)
