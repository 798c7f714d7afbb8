"""Deletes a rule, once it is confirmed."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Done, Start
from handlers.kit.steps import Steps
from handlers.rules import screens
from handlers.rules.lists import page_of, worded
from handlers.rules.states import DeleteRuleFlow
from services.access import Actor, Right
from services.automation.rules.delete import delete_rule
from services.automation.rules.errors import RuleNotFound
from services.automation.rules.queries import access_rule
from services.brokerage import Brokerage
from services.conversation.values import Screen

steps = Steps()
steps.flow(DeleteRuleFlow, right=Right.KEEP_RULES)


@steps.tap("auto.delete", right=Right.KEEP_RULES)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    rule = await access_rule(session, actor, row_id(arg))
    return Start(DeleteRuleFlow.confirm, {"rule_id": rule.id})


@steps.question(DeleteRuleFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    return screens.confirm_deleting(*await worded(session, actor, brokerage, draft["rule_id"]))


@steps.confirm(DeleteRuleFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime) -> Done:
    """Another admin may have been faster."""
    try:
        await delete_rule(session, actor, draft["rule_id"], now=now)
        note = screens.deleted()
    except RuleNotFound as gone:
        note = screens.refused(gone)
    page = await page_of(session, actor, brokerage)
    return Done(page.with_first(note))
