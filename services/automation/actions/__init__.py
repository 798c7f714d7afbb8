"""What rules do: one module per action."""

from collections.abc import Mapping

from models.automation_rule import RuleAction
from services.automation.actions.auto_assign import auto_assign
from services.automation.actions.create_deal import create_deal
from services.automation.actions.escalate import escalate
from services.automation.actions.job import Action
from services.automation.actions.move_stage import move_deal_stage
from services.automation.actions.notify import notify_of

ACTIONS: Mapping[RuleAction, Action] = {
    RuleAction.AUTO_ASSIGN: auto_assign,
    RuleAction.CREATE_DEAL: create_deal,
    RuleAction.ESCALATE: escalate,
    RuleAction.MOVE_STAGE: move_deal_stage,
    RuleAction.NOTIFY: notify_of,
}
