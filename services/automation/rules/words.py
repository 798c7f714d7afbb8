"""Rules and what they did, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from models.automation_rule import RuleAction
from models.lead import SCORE_UNIT
from models.money import Currency, Money
from services.automation.rules.conditions import Conditions, Facts
from services.automation.rules.facts import LEAD
from services.conversation.values import Localized, Param, Parts, Text, params_from_json, text
from services.leads.events import LeadScored

MINUTES_AN_HOUR, MINUTES_A_DAY = 60, 24 * 60


@dataclass(frozen=True, slots=True)
class Names:
    """What ids in rules are called; `kinds` by id, each in its languages."""

    kinds: Mapping[int, Mapping[str, str]]
    people: Mapping[int, str]
    currency: Currency


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a sentence is made of, and the rule's name; `entity` is what it is about."""

    entity: str
    trigger: str
    conditions: Conditions
    action: RuleAction
    params: Mapping[str, Any]
    delay_minutes: int
    name: str | None = None


def described(rule: RuleWords, names: Names) -> Text:
    """By its name, if it has one, and what it says."""
    says = sentence(rule, names)
    return says if rule.name is None else text("rule-named", name=rule.name, says=says)


def called(name: str | None, template: str) -> Param:
    """Where there is no room for what it says."""
    return name or text(f"rule-template-{template}")


def sentence(rule: RuleWords, names: Names) -> Text:
    """When what, only which, then what, how much later."""
    when, only, then = _when(rule), _only(rule, names), _then(rule, names)
    if rule.delay_minutes:
        then = text("rule-later", then=then, delay=duration(rule.delay_minutes))
    return (
        text("rule-says-only", when=when, only=Parts(only), then=then)
        if only
        else text("rule-says", when=when, then=then)
    )


def duration(minutes: int) -> Text:
    if minutes % MINUTES_A_DAY == 0:
        return text("rule-days", count=minutes // MINUTES_A_DAY)
    if minutes % MINUTES_AN_HOUR == 0:
        return text("rule-hours", count=minutes // MINUTES_AN_HOUR)
    return text("rule-minutes", count=minutes)


def stage_of(entity: str, stage: str | None) -> Text:
    return text("rule-any-stage") if stage is None else text(f"stage-{entity}-{stage}")


def headline(trigger: str, facts: Facts) -> Text:
    """What happened, for who is told of it."""
    if trigger == LeadScored.name and facts.score is not None:
        return text("ntf-rule-lead-score", score=_score(facts.score), tier=text(f"tier-{facts.tier}"))
    return text(f"ntf-rule-{facts.entity_type}-stage", stage=stage_of(facts.entity_type, facts.stage))


def _when(rule: RuleWords) -> Text:
    key = f"rule-on-{rule.trigger.replace('.', '-')}"
    if rule.trigger.endswith("stage.changed"):
        return text(key, stage=stage_of(rule.entity, rule.conditions.to_stage))
    if rule.action is RuleAction.ESCALATE:
        return text(key, time=duration(rule.params["hours"] * MINUTES_AN_HOUR))
    return text(key)


def _only(rule: RuleWords, names: Names) -> "list[Param | None]":
    """Besides the stage that it comes to, which the sentence begins with."""
    wanted = rule.conditions
    parts: list[Param | None] = []
    if wanted.to_stage is not None and not rule.trigger.endswith("stage.changed"):
        parts.append(text("rule-only-stage", stage=stage_of(rule.entity, wanted.to_stage)))
    if wanted.from_stage is not None:
        parts.append(text("rule-only-from", stage=stage_of(rule.entity, wanted.from_stage)))
    if wanted.score_from is not None:
        parts.append(text("rule-only-score", score=_score(wanted.score_from)))
    if wanted.tier is not None:
        parts.append(text(f"tier-{wanted.tier}"))
    if wanted.source is not None:
        source = text(f"source-{wanted.source}")
        parts.append(source if rule.entity == LEAD else text("rule-only-source", source=source))
    if wanted.kind_id is not None:
        parts.append(_kind(wanted.kind_id, names))
    if wanted.amount_from is not None:
        parts.append(text("rule-only-amount", amount=Money(wanted.amount_from, names.currency)))
    return parts


def _then(rule: RuleWords, names: Names) -> Text:
    match rule.action:
        case RuleAction.CREATE_DEAL if rule.params.get("kind_id") is not None:
            return text("rule-do-create-deal-kind", kind=_kind(rule.params["kind_id"], names))
        case RuleAction.MOVE_STAGE:
            return text("rule-do-move-stage", stage=stage_of(rule.entity, rule.params["to"]))
        case RuleAction.NOTIFY:
            return text("rule-do-notify", whom=whom(rule.params, names))
        case RuleAction.ESCALATE:
            return text(f"rule-do-escalate-{rule.entity}")
        case _:
            return text(f"rule-do-{rule.action}")


def whom(params: Mapping[str, Any], names: Names) -> Param:
    match params["channel"]:
        case "person":
            return names.people.get(params["user_id"], "?")
        case "role":
            return text(f"rule-whom-{params['role']}")
        case "chat":
            return text("rule-whom-chat", number=str(params["chat_id"]))
        case "webhook":
            return text("rule-whom-webhook", host=urlsplit(params["url"]).hostname or "?")
        case "email":
            return str(params["email"])
        case _:
            return text("rule-whom-owner")


def _kind(kind_id: int, names: Names) -> Param:
    known = names.kinds.get(kind_id)
    return Localized(known) if known else "?"


def _score(thousandths: int) -> Decimal:
    return (Decimal(thousandths) / SCORE_UNIT).quantize(Decimal("0.01"))


def fault_words(fault: str) -> Text:
    """Why a call did not arrive."""
    if fault.startswith("status-"):
        return text("rule-fault-status", status=fault.removeprefix("status-"))
    return text(f"rule-fault-{fault}")


def refusal_words(result: Mapping[str, Any]) -> Text:
    """Why a use case refused, as the execution keeps it."""
    return Text(f"err-{result['error']}", params_from_json(result["params"]))
