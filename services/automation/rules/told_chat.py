"""What became of a rule's message to a team's chat, as Telegram answers; the admins hear of the first that fails."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import AutomationExecution, ExecutionState
from models.automation_rule import AutomationRule
from models.user import Role
from services.automation.rules.errors import ChatNotReached
from services.automation.rules.executions import settle_execution
from services.automation.rules.words import called
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, text
from services.users.queries import list_ids_by_role

EXECUTION = "execution"


def subject_of(execution_id: int) -> str:
    return f"{EXECUTION}:{execution_id}"


async def record_told_chat(session: AsyncSession, subject: str | None, *, arrived: bool, now: datetime) -> None:
    """`subject` is the message's; does nothing to one that is no rule's doing, or was settled already."""
    about, _, number = (subject or "").partition(":")
    if about != EXECUTION:
        return
    found = select(AutomationExecution, AutomationRule).join(
        AutomationRule, AutomationRule.id == AutomationExecution.rule_id
    )
    mine = (AutomationExecution.id == int(number), AutomationExecution.state == ExecutionState.CALLING)
    row = (await session.execute(found.where(*mine).with_for_update(of=AutomationExecution))).one_or_none()
    if row is None:
        return
    execution, rule = row
    if arrived:
        await settle_execution(session, execution.id, ExecutionState.DONE, {"told": 1}, now=now)
        return
    known = await _failed_before(session, execution)
    refused = {"error": ChatNotReached.code, "params": {}}
    await settle_execution(session, execution.id, ExecutionState.REFUSED, refused, now=now)
    if not known:
        await _tell_admins(session, rule, execution, now=now)


async def _failed_before(session: AsyncSession, execution: AutomationExecution) -> bool:
    """Whether what the rule did last ended so as well."""
    ended = (
        select(AutomationExecution.result)
        .where(
            AutomationExecution.rule_id == execution.rule_id,
            AutomationExecution.id != execution.id,
            AutomationExecution.state.in_((ExecutionState.DONE, ExecutionState.REFUSED)),
        )
        .order_by(AutomationExecution.id.desc())
        .limit(1)
    )
    result = (await session.execute(ended)).scalar_one_or_none()
    return result is not None and result.get("error") == ChatNotReached.code


async def _tell_admins(
    session: AsyncSession, rule: AutomationRule, execution: AutomationExecution, *, now: datetime
) -> None:
    name = called(rule.name, rule.template)
    lines = [
        text("ntf-rule-chat-not-reached", number=str(rule.id), name=name),
        text("ntf-rule-chat-what-to-do"),
    ]
    card = Button(text("btn-dead-rule"), "auto.card", rule.id, Style.PRIMARY)
    admins = await list_ids_by_role(session, Role.ADMIN)
    await notify(session, admins, Notice(lines, [[card]]), now=now, correlation_id=execution.correlation_id)
