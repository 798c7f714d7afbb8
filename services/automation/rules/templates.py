"""What rules there can be: each is a template with a few things left open, which an admin is asked for."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any

from models.automation_rule import RuleAction
from models.deal import DealStage
from models.lead import LeadStage
from services.automation.rules.conditions import Conditions
from services.automation.rules.facts import DEAL, LEAD
from services.deals.events import DealCreated, DealStageChanged
from services.leads.events import LeadCreated, LeadScored, LeadStageChanged

NAME = "name"
"""Not asked for, but may be given."""
LEAD_WAITS, TASK_WAITS = "clock.lead-waits", "clock.task-waits"


class Open(StrEnum):
    """What a template leaves open; the order is that in which it is asked."""

    STAGE = "stage"
    NEXT_STAGE = "to"
    SOURCE = "source"
    TIER = "tier"
    SCORE = "score_from"
    KIND = "kind_id"
    OTHER_KIND = "other_kind_id"
    AMOUNT = "amount_from"
    HOURS = "hours"
    CHANNEL = "channel"
    DELAY = "delay"


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """`entity` is what it is about; `leaves` what has to be answered."""

    code: str
    entity: str
    trigger: str
    action: RuleAction
    leaves: tuple[Open, ...]
    conditions: Conditions = field(default_factory=Conditions)
    params: Mapping[str, Any] = field(default_factory=dict)


QUALIFIED = Conditions(pipeline="leads", to_stage=LeadStage.QUALIFIED.value)
TEMPLATES = {
    template.code: template
    for template in (
        Template(
            code="deal-on-stage",
            entity=LEAD,
            trigger=LeadStageChanged.name,
            action=RuleAction.CREATE_DEAL,
            leaves=(Open.SCORE, Open.OTHER_KIND),
            conditions=QUALIFIED,
        ),
        Template(
            code="deal-on-score",
            entity=LEAD,
            trigger=LeadScored.name,
            action=RuleAction.CREATE_DEAL,
            leaves=(Open.SCORE, Open.OTHER_KIND),
            conditions=QUALIFIED,
        ),
        Template(
            code="assign-lead",
            entity=LEAD,
            trigger=LeadCreated.name,
            action=RuleAction.AUTO_ASSIGN,
            leaves=(Open.SOURCE,),
        ),
        Template(
            code="tell-lead-stage",
            entity=LEAD,
            trigger=LeadStageChanged.name,
            action=RuleAction.NOTIFY,
            leaves=(Open.STAGE, Open.SOURCE, Open.CHANNEL, Open.DELAY),
            conditions=Conditions(pipeline="leads"),
        ),
        Template(
            code="tell-lead-score",
            entity=LEAD,
            trigger=LeadScored.name,
            action=RuleAction.NOTIFY,
            leaves=(Open.TIER, Open.CHANNEL),
        ),
        Template(
            code="tell-deal-stage",
            entity=DEAL,
            trigger=DealStageChanged.name,
            action=RuleAction.NOTIFY,
            leaves=(Open.STAGE, Open.KIND, Open.AMOUNT, Open.CHANNEL, Open.DELAY),
        ),
        Template(
            code="move-deal",
            entity=DEAL,
            trigger=DealStageChanged.name,
            action=RuleAction.MOVE_STAGE,
            leaves=(Open.STAGE, Open.NEXT_STAGE, Open.KIND, Open.DELAY),
        ),
        Template(
            code="move-new-deal",
            entity=DEAL,
            trigger=DealCreated.name,
            action=RuleAction.MOVE_STAGE,
            leaves=(Open.SOURCE, Open.KIND, Open.DELAY),
            params={"to": DealStage.KYC.value},
        ),
        Template(
            code="escalate-lead",
            entity=LEAD,
            trigger=LEAD_WAITS,
            action=RuleAction.ESCALATE,
            leaves=(Open.HOURS,),
        ),
        Template(
            code="escalate-task",
            entity="task",
            trigger=TASK_WAITS,
            action=RuleAction.ESCALATE,
            leaves=(Open.HOURS,),
        ),
    )
}
_CONDITIONS = (Open.SOURCE, Open.TIER, Open.SCORE, Open.KIND, Open.AMOUNT)
CHANNEL_PARAMS = ("channel", "user_id", "role", "chat_id", "url", "email", "language")


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with everything answered; one without a `name` is called by what it says."""

    template: Template
    conditions: Conditions
    params: dict[str, Any]
    delay_minutes: int
    name: str | None = None

    def columns(self) -> dict[str, Any]:
        """What a rule keeps of the answers."""
        return {"name": self.name, **self._said()}

    def told(self) -> dict[str, Any]:
        """The same as an event has it, whose own name is another."""
        return {"title": self.name, **self._said()}

    def _said(self) -> dict[str, Any]:
        return {
            "conditions": self.conditions.to_json(),
            "params": self.params,
            "delay_minutes": self.delay_minutes,
        }


def fill(template: Template, answers: Mapping[str, Any]) -> Filled:
    """`answers` by the values of Open, the channel's own parameters beside them; None: it does not matter."""
    left = set(template.leaves)
    narrowed = {part.value: answers.get(part.value) for part in _CONDITIONS if part in left}
    if Open.STAGE in left:
        narrowed["to_stage"] = answers[Open.STAGE]
    params = dict(template.params)
    if Open.NEXT_STAGE in left:
        params["to"] = answers[Open.NEXT_STAGE]
    if Open.OTHER_KIND in left:
        params["kind_id"] = answers.get(Open.OTHER_KIND)
    if Open.HOURS in left:
        params["hours"] = answers[Open.HOURS]
    if Open.CHANNEL in left:
        params |= {name: answers[name] for name in CHANNEL_PARAMS if answers.get(name) is not None}
    delay = answers.get(Open.DELAY) or 0 if Open.DELAY in left else 0
    return Filled(template, replace(template.conditions, **narrowed), params, delay, answers.get(NAME) or None)


def answers_of(filled: Filled) -> dict[str, Any]:
    """What it was filled with: `fill` makes the same of it."""
    conditions, params = asdict(filled.conditions), filled.params
    elsewhere = {
        Open.STAGE: conditions["to_stage"],
        Open.NEXT_STAGE: params.get("to"),
        Open.OTHER_KIND: params.get("kind_id"),
        Open.HOURS: params.get("hours"),
        Open.CHANNEL: params.get("channel"),
        Open.DELAY: filled.delay_minutes,
    }
    answers = {left.value: elsewhere.get(left, conditions.get(left.value)) for left in filled.template.leaves}
    answers |= {name: params[name] for name in CHANNEL_PARAMS if name in params}
    return answers if filled.name is None else {**answers, NAME: filled.name}
