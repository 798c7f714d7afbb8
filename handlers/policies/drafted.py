"""A policy that is being filed, as the dialogue keeps it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers.kit.draft import Draft
from models.insurance_kind import InsuranceKind
from models.money import Currency, Money
from services.calculations.plans import PaymentPlan
from services.policies.basis import Basis
from services.policies.file import FilePolicy
from services.policies.last_year import LastYear
from services.policies.terms import Part, first_that_fits, last_day, spread

A_YEAR = 12


def opening_values(basis: Basis) -> dict[str, Any]:
    """What is known before anything was asked."""
    values = {"deal_id": basis.deal.id, "object": basis.deal.object, **kind_values(basis.kind)}
    if basis.follows is not None:
        values["follows"] = basis.follows.isoformat()
    choice = basis.choice
    if choice is None:
        return values | (_as_last_year(basis.last_year, values) if basis.last_year else {})
    values |= {
        "choice_id": choice.id,
        "insurer_id": choice.insurer_id,
        "insurer": choice.insurer_name,
        "premium": money_json(choice.price),
        "plans": [choice.payment_option, *values["plans"]],
        "agreed": choice.payment_option,
    }
    if choice.term_months or choice.term_days:
        values["term"] = [choice.term_months, choice.term_days]
    return values


def _as_last_year(last_year: LastYear, values: Mapping[str, Any]) -> dict[str, Any]:
    terms = last_year.terms
    return {
        "last_insurer_id": last_year.insurer_id,
        "term": [terms.term_months, terms.term_days],
        "plans": [*(plan.to_json() for plan in terms.plans), *values["plans"]],
    }


def kind_values(kind: InsuranceKind) -> dict[str, Any]:
    months = kind.default_term_months or (None if kind.default_term_days else A_YEAR)
    return {
        "kind_id": kind.id,
        "kind": kind.names,
        "earliest": kind.earliest_start_days,
        "plans": list(kind.schedules),
        "term": [months, None if months else kind.default_term_days],
    }


def money_json(money: Money) -> dict[str, Any]:
    return {"amount": money.amount, "currency": money.currency.value}


def premium_of(values: Mapping[str, Any]) -> Money:
    return Money(values["premium"]["amount"], Currency(values["premium"]["currency"]))


def day_of(values: Mapping[str, Any], name: str) -> date:
    return date.fromisoformat(values[name])


def plans_of(values: Mapping[str, Any]) -> list[PaymentPlan]:
    """Each once, the agreed one first."""
    return list(dict.fromkeys(PaymentPlan.from_json(plan) for plan in values["plans"]))


def parts_of(values: Mapping[str, Any]) -> list[Part]:
    return [Part(date.fromisoformat(due_on), amount) for due_on, amount in values["parts"]]


def plan_not_kept(values: Mapping[str, Any]) -> PaymentPlan | None:
    """What the client agreed to, where the instalments are others."""
    if values.get("choice_id") is None or "agreed" not in values:
        return None
    agreed = PaymentPlan.from_json(values["agreed"])
    parts = spread(agreed, premium_of(values), day_of(values, "starts_on"), day_of(values, "ends_on"))
    return None if parts == parts_of(values) else agreed


def put_parts(draft: Draft, parts: list[Part], *, said: bool) -> None:
    """`said`: by the person, so that they are kept as long as they fit."""
    draft["parts"] = [[part.due_on.isoformat(), part.amount] for part in parts]
    draft["parts_said"] = said


def forget(draft: Draft, *names: str) -> None:
    """They are worked out anew."""
    for name in names:
        draft.values.pop(name, None)


def work_out(draft: Draft) -> None:
    """The last day and the instalments, where they have not been said."""
    starts_on = day_of(draft.values, "starts_on")
    if draft.get("ends_on") is None:
        months, days = draft["term"]
        draft["ends_on"] = last_day(starts_on, months=months, days=days).isoformat()
    if draft.get("parts") is None:
        premium, ends_on = premium_of(draft.values), day_of(draft.values, "ends_on")
        put_parts(draft, first_that_fits(plans_of(draft.values), premium, starts_on, ends_on), said=False)


def command_of(draft: Draft) -> FilePolicy:
    values = draft.values
    return FilePolicy(
        deal_id=values["deal_id"],
        insurer_id=values["insurer_id"],
        kind_id=values["kind_id"],
        choice_id=values.get("choice_id"),
        number=values["number"],
        object=values["object"],
        starts_on=day_of(values, "starts_on"),
        ends_on=day_of(values, "ends_on"),
        premium=premium_of(values),
        parts=parts_of(values),
        document_id=values["document_id"],
        overlap_reason=values.get("overlap_reason"),
        issued_early=values.get("issued_early", False),
        intent_key=f"policy-{draft.token}",
    )
