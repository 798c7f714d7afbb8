"""Lists that are ticked: a kind's documents and its usual payment plans."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from handlers.reference.parse import parse_documents, parse_plans
from models.document_kind import DocumentKind
from models.insurance_kind import InsuranceKind
from services.calculations.plans import AT_ONCE, PaymentPlan
from services.calculations.words import plan_words
from services.conversation.values import Text
from services.documents.words import kind_word
from services.kinds.edit import KindValues

USUAL_PLANS = (AT_ONCE, PaymentPlan(2, (), 6), PaymentPlan(4, (), 3), PaymentPlan(12, (), 1))
USUAL_DOCUMENTS = tuple(kind for kind in DocumentKind if kind not in (DocumentKind.UNKNOWN, DocumentKind.OTHER))


@dataclass(frozen=True, slots=True)
class Choice:
    """What is ticked goes by short codes: they stand in chips and in the draft. `least` of them must be ticked."""

    chosen: Callable[[InsuranceKind], list[str]]
    usual: Sequence[str]
    words: Callable[[str], Text]
    read: Callable[[str], list[str] | None]
    values: Callable[[Sequence[str]], KindValues]
    least: int = 0


def plan_code(plan: PaymentPlan) -> str:
    return f"{'/'.join(map(str, plan.shares)) or plan.count}x{plan.every_months or ''}"


def plan_of(code: str) -> PaymentPlan:
    """What `plan_code` wrote."""
    parts, _, months = code.partition("x")
    shares = tuple(map(int, parts.split("/"))) if "/" in parts else ()
    return PaymentPlan(len(shares) or int(parts), shares, int(months) if months else None)


def _read_plans(typed: str) -> list[str] | None:
    """A number alone means the usual plan of so many parts."""
    plans = parse_plans(typed)
    usual = {plan.count: plan for plan in USUAL_PLANS}
    if plans is None:
        return None
    return [plan_code(plan if plan.shares else usual.get(plan.count, plan)) for plan in plans]


def _read_documents(typed: str) -> list[str] | None:
    kinds = parse_documents(typed)
    return None if kinds is None else [kind.value for kind in kinds]


def _documents(chosen: Callable[[InsuranceKind], list[str]], values: Callable[[Sequence[str]], KindValues]) -> Choice:
    return Choice(
        chosen=chosen,
        usual=[kind.value for kind in USUAL_DOCUMENTS],
        words=lambda code: kind_word(DocumentKind(code)),
        read=_read_documents,
        values=values,
    )


CHOICES: Mapping[str, Choice] = {
    "schedules": Choice(
        chosen=lambda kind: [plan_code(PaymentPlan.from_json(plan)) for plan in kind.schedules],
        usual=[plan_code(plan) for plan in USUAL_PLANS],
        words=lambda code: plan_words(plan_of(code)),
        read=_read_plans,
        values=lambda codes: {"schedules": [plan_of(code).to_json() for code in codes]},
        least=1,
    ),
    "documents": _documents(
        lambda kind: list(kind.required_documents), lambda codes: {"required_documents": list(codes)}
    ),
    "proprietors": _documents(
        lambda kind: list(kind.proprietor_documents), lambda codes: {"proprietor_documents": list(codes)}
    ),
    "companies": _documents(
        lambda kind: list(kind.company_documents), lambda codes: {"company_documents": list(codes)}
    ),
}
