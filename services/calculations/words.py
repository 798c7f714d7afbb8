"""Offers in words, for screens and notices."""

from collections.abc import Sequence

from models.calculation import DeductibleKind
from models.money import Money
from services.calculations.plans import PaymentPlan
from services.calculations.queries import OfferTermsView
from services.conversation.values import Parts, Text, text
from services.money.rates import as_percent
from services.money.words import percent_words


def deductible_words(terms: OfferTermsView) -> Text | None:
    match terms.deductible_kind, terms.deductible:
        case DeductibleKind.NONE, _:
            return text("offer-no-deductible")
        case DeductibleKind.AMOUNT, int(amount):
            return text("offer-deductible", value=Money(amount, terms.premium.currency))
        case DeductibleKind.PERCENT, int(rate):
            return text("offer-deductible", value=percent_words(rate))
    return None


def plan_words(plan: PaymentPlan) -> Text:
    if plan.count == 1:
        return text("offer-plan-once")
    if plan.shares:
        return text("offer-plan-shares", shares="/".join(f"{as_percent(share):f}" for share in plan.shares))
    return text("offer-plan-parts", count=plan.count)


def term_words(terms: OfferTermsView) -> Text | None:
    if terms.term_months is not None:
        return text("offer-term-months", count=terms.term_months)
    return None if terms.term_days is None else text("offer-term-days", count=terms.term_days)


def terms_words(terms: OfferTermsView) -> Parts:
    """What stands beside the premium."""
    return Parts(
        [
            terms.programme,
            deductible_words(terms) or text("offer-deductible-unsaid"),
            _plans_words(terms.plans),
            term_words(terms),
            text("offer-commission", percent=as_percent(terms.commission_rate))
            if terms.commission_rate is not None
            else None,
        ]
    )


def _plans_words(plans: Sequence[PaymentPlan]) -> Text | None:
    if len(plans) > 1:
        return text("offer-plan-choice", count=len(plans))
    return plan_words(plans[0]) if plans else None


def last_year_words(terms: OfferTermsView) -> Parts:
    """All that is known of it, the price first."""
    return Parts(
        [
            terms.insurer,
            terms.programme,
            terms.premium,
            text("offer-sum-insured", amount=terms.sum_insured) if terms.sum_insured else None,
            deductible_words(terms),
            term_words(terms),
            _plans_words(terms.plans),
        ]
    )
