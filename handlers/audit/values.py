"""Values of events as people write them: sums, days, names instead of ids, codes in words.

What is nothing that is known here, as a newer version may write, is shown as it is stored.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from handlers.audit.fields import field_name
from models.calculation import CalculationState
from models.client import ClientKind
from models.deal import DealStage, NextEvent, Turn
from models.document import MediaKind
from models.document_kind import DocumentKind
from models.lead import CrmStatus, LeadSource, LeadStage, Recommendation, ScoredBy, Tier, Trend, of_one
from models.ledger import Category
from models.money import Currency, Money
from models.policy import EndorsementKind, PolicyState
from models.task import TaskKind, TaskState
from models.tax_number import TaxNumberKind
from models.user import Language, Role
from services.audit.names import Known
from services.automation.rules.templates import TEMPLATES
from services.conversation.values import FullDay, Localized, Moment, Param, Parts, text
from services.dead_letters.words import what_failed
from services.deals.words import lost_words
from services.documents.words import shorten, size_text
from services.leads.words import lead_lost_words
from services.money.words import percent_words
from services.policies.words import reason_words
from services.tasks.words import outcome_words
from services.tasks.words import reason_words as task_reason_words

LONGEST = 200
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Reading:
    """`about` is the sort of thing whose event it is; sums without a `currency` are shown without one."""

    about: str
    known: Known
    currency: Currency | None


Show: TypeAlias = Callable[[Any, Reading], Param]


def show_value(name: str, value: Any, reading: Reading) -> Param:
    if is_nothing(value):
        return NOTHING
    show = _SHOWN.get(f"{reading.about}.{name}") or _SHOWN.get(name) or _as_stored
    try:
        return show(value, reading)
    except (ValueError, TypeError, KeyError, ArithmeticError):
        return _as_stored(value, reading)


def is_nothing(value: Any) -> bool:
    return value is None or value in ("", [], {})


def _as_stored(value: Any, _reading: Reading) -> Param:
    if isinstance(value, bool):
        return text("audit-yes" if value else "audit-no")
    if isinstance(value, list) and all(isinstance(item, str | int) for item in value):
        return shorten(", ".join(map(str, value)), LONGEST)
    return shorten(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False), LONGEST)


def _coded(prefix: str, codes: Iterable[str]) -> Show:
    """Codes of ours by their locale keys."""
    known = frozenset(codes)

    def show(value: Any, reading: Reading) -> Param:
        return text(f"{prefix}-{value}") if value in known else _as_stored(value, reading)

    return show


def _each(show: Show) -> Show:
    return lambda value, reading: Parts([show(one, reading) for one in value])


def _named(sort: str) -> Show:
    return lambda value, reading: reading.known.get((sort, value), str(value))


def _day(value: Any, _reading: Reading) -> Param:
    return FullDay(date.fromisoformat(value))


def _moment(value: Any, _reading: Reading) -> Param:
    return Moment(datetime.fromisoformat(value))


def _clock(value: Any, _reading: Reading) -> Param:
    return str(value)[:5]


def _money(value: Any, reading: Reading) -> Param:
    return Money(value, reading.currency) if reading.currency else Decimal(value) / 100


def _instalments(value: Any, reading: Reading) -> Param:
    return Parts([_instalment(one, reading) for one in value])


def _instalment(one: Mapping[str, Any], reading: Reading) -> Param:
    return text("audit-instalment", day=_day(one["due_on"], reading), amount=_money(one["amount"], reading))


def _leads(value: Any, reading: Reading) -> Param:
    """Of a client, pairs of a lead and when it was made; of a person, lists of somebody and his leads."""
    if isinstance(value, int):
        return value
    numbers = [number for one in value for number in (one[1:] if reading.about == "user" else one[:1])]
    return shorten(", ".join(map(str, sorted(numbers))), LONGEST)


def _stage_of_rule(value: Any, reading: Reading) -> Param:
    stage = _LEAD_STAGE if value in set(LeadStage) else _DEAL_STAGE
    return stage(value, reading)


def _template(value: Any, reading: Reading) -> Param:
    return text(f"rule-template-{value}") if value in TEMPLATES else _as_stored(value, reading)


def _field(value: Any, _reading: Reading) -> Param:
    return field_name(value)


_person, _kind, _domain = _named("user"), _named("kind"), _named("domain")
_LEAD_STAGE, _DEAL_STAGE = _coded("stage-lead", LeadStage), _coded("stage-deal", DealStage)
_SHOWN: Mapping[str, Show] = {
    **dict.fromkeys(
        [
            *("user_id", "from_user_id", "to_user_id", "seller_id", "executor_id", "assignee_id", "deleted_by"),
            *("asked_id", "watcher_id", "invited_by", "created_by"),
        ],
        _person,
    ),
    **dict.fromkeys(["answered_ids", "stopped_user_ids"], _each(_person)),
    **dict.fromkeys(
        [
            *("review_on", "call_back_on", "next_event_on", "starts_on", "ends_on", "paid_on", "from_on", "until_on"),
            *("birth_date", "away_until", "made_on", "valid_until", "paused_until"),
        ],
        _day,
    ),
    **dict.fromkeys(["last_activity_at", "closed_at", "deleted_at", "paid_at", "expires_at", "idle_before"], _moment),
    **dict.fromkeys(["review_time", "call_back_time", "paused_at", "brief_at", "quiet_from", "quiet_to"], _clock),
    **dict.fromkeys(
        ["amount", "premium", "rest", "refunded", "paid_amount", "sum_insured", "deductible", "amount_from"], _money
    ),
    **dict.fromkeys(["rate", "commission_rate"], lambda value, _: percent_words(value)),
    **dict.fromkeys(["score", "score_from"], lambda value, _: of_one(value)),
    **dict.fromkeys(["kind_id", "other_kind_id"], _kind),
    **dict.fromkeys(["from_role", "to_role", "role"], _coded("role", Role)),
    **dict.fromkeys(["from_language", "to_language", "language"], _coded("language", Language)),
    **dict.fromkeys(["deal.stage", "deal.from_stage", "deal.to_stage"], _DEAL_STAGE),
    **dict.fromkeys(["lead.stage", "lead.from_stage", "lead.to_stage", "user.stage"], _LEAD_STAGE),
    **dict.fromkeys(["rule.from_stage", "rule.to_stage", "rule.to"], _stage_of_rule),
    **dict.fromkeys(["policy.from_state", "policy.to_state"], _coded("policy-state", PolicyState)),
    **dict.fromkeys(["task.from_state", "task.to_state"], _coded("task-state", TaskState)),
    **dict.fromkeys(["document.from_kind", "document.to_kind"], _coded("doc-kind", DocumentKind)),
    **dict.fromkeys(
        ["required_documents", "proprietor_documents", "company_documents"], _each(_coded("doc-kind", DocumentKind))
    ),
    **dict.fromkeys(["deal.lost_reason", "deal.reason"], lambda value, _: lost_words(value)),
    **dict.fromkeys(["lead.lost_reason", "lead.reason", "user.reason"], lambda value, _: lead_lost_words(value)),
    "task.reason": lambda value, _: task_reason_words(value),
    "task.outcome": lambda value, _: outcome_words(value),
    "policy.reason": lambda value, _: reason_words(value),
    "kind_ids": _each(_kind),
    "deal.kind": _kind,
    "client.kind": lambda value, _: text(f"client-kind-{ClientKind(value).replace('_', '-')}"),
    "task.kind": _coded("task-kind", TaskKind),
    "policy.kind": _coded("audit-endorsement", EndorsementKind),
    "deal.state": _coded("offer-state", CalculationState),
    "domain_id": _domain,
    "insurer_id": _named("insurer"),
    "turn": _coded("audit-turn", Turn),
    "next_event": _coded("audit-next", NextEvent),
    "source": _coded("source", LeadSource),
    "tier": _coded("tier", Tier),
    "trend": _coded("trend", Trend),
    "recommendation": _coded("lead-advice", Recommendation),
    "scored_by": _coded("audit-scored-by", ScoredBy),
    "crm_status": _coded("audit-crm", CrmStatus),
    "tax_kind": _coded("tax-name", TaxNumberKind),
    "category": _coded("ledger-category", Category),
    "what": _coded("audit-what", ("deals", "policies", "given", "taken-away", "moved")),
    "how": _coded("audit-how", ("recorded", "reversed", "refunded")),
    "entity_type": _coded("audit-sort", ("deal", "lead", "task")),
    "media": lambda value, _: text(f"media-{MediaKind(value)}-many"),
    "size": lambda value, _: size_text(value),
    "names": lambda value, _: Localized(value),
    "instalments": _instalments,
    "leads": _leads,
    "whose": _leads,
    "template": _template,
    "consumer": lambda value, _: what_failed(value),
    "client.fields": _each(_field),
    "lead.fields": _each(_field),
}
