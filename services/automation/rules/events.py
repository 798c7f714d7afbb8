"""What happens to rules, and what they do."""

from dataclasses import dataclass
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class RuleAdded(Event):
    """`params` may hold an address that is a secret, or somebody's; `title` is free words."""

    name = "automation.rule.added"
    aggregate = "rule"
    personal = frozenset({"params", "title"})
    silent = True

    rule_id: int
    template: str
    conditions: dict[str, Any]
    params: dict[str, Any]
    delay_minutes: int
    title: str | None = None


@dataclass(frozen=True, kw_only=True)
class RuleChanged(Event):
    """What it says from now on; `params` and `title` as above."""

    name = "automation.rule.changed"
    aggregate = "rule"
    personal = frozenset({"params", "title"})
    silent = True

    rule_id: int
    conditions: dict[str, Any]
    params: dict[str, Any]
    delay_minutes: int
    title: str | None = None


@dataclass(frozen=True, kw_only=True)
class RuleSwitched(Event):
    name = "automation.rule.switched"
    aggregate = "rule"
    silent = True

    rule_id: int
    enabled: bool


@dataclass(frozen=True, kw_only=True)
class RuleDeleted(Event):
    name = "automation.rule.deleted"
    aggregate = "rule"
    silent = True

    rule_id: int


@dataclass(frozen=True, kw_only=True)
class RuleApplied(Event):
    """What follows from it has this event as its cause, so that a chain is read backwards."""

    name = "automation.rule.applied"
    aggregate = "rule"
    silent = True

    rule_id: int
    execution_id: int
    entity_type: str
    entity_id: int


@dataclass(frozen=True, kw_only=True)
class ExecutionDue(Event):
    """The hour of one that waited has come."""

    name = "automation.execution.due"
    aggregate = "execution"

    execution_id: int


@dataclass(frozen=True, kw_only=True)
class WebhookRequested(Event):
    name = "automation.webhook.requested"
    aggregate = "execution"

    execution_id: int


@dataclass(frozen=True, kw_only=True)
class EmailRequested(Event):
    name = "automation.email.requested"
    aggregate = "execution"

    execution_id: int
