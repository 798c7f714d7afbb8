"""Tells an address what happened, in words: the number of the lead or the deal, and nothing personal.

A crash between the server's answer and its record sends the same message once more, under the same Message-ID.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Language
from services.automation.actions.notify import plain_lines
from services.automation.rules.calls import CALLS, Called, find_calling, record_call
from services.automation.rules.events import EmailRequested
from services.automation.rules.facts import find_facts_at
from services.conversation.values import text
from services.events.consumers import Call, Outcome, calls_out
from services.events.event import Delivered
from services.events.ledger import delivered_of
from services.ports import AddressRefused, Mail, Ports


@dataclass(frozen=True, slots=True)
class Plan:
    """Without `mail` the lead or the deal is deleted by now."""

    execution_id: int
    mail: Mail | None
    at: datetime


@calls_out(EmailRequested, policy=CALLS)
class SendEmail(Call[Plan, Called]):
    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Plan | None:
        event = delivered.event
        assert isinstance(event, EmailRequested)  # noqa: S101 - what the registry delivers
        calling = await find_calling(session, event.execution_id, delivered.id)
        if calling is None:
            return None
        execution, params = calling.execution, calling.rule.params
        facts = None
        if calling.event is not None:
            facts = (await find_facts_at(session, [delivered_of(calling.event)])).get(calling.event.id)
        if facts is None:
            return Plan(event.execution_id, None, delivered.occurred_at)
        about = text(f"rule-about-{execution.entity_type}", number=str(execution.entity_id))
        mail = Mail(
            to=params["email"],
            subject=text("mail-rule-subject", about=about),
            lines=[*plain_lines(calling.rule.trigger, facts), text("mail-rule-foot")],
            language=Language(params["language"]),
            key=calling.key,
        )
        return Plan(event.execution_id, mail, delivered.occurred_at)

    async def call(self, plan: Plan, ports: Ports) -> Called:
        if plan.mail is None:
            return Called(void=True)
        if ports.mailer is None:
            return Called("email-off", final=True)
        try:
            return Called(await ports.mailer.send(plan.mail, at=plan.at))
        except AddressRefused as refusal:
            return Called(str(refusal), final=True)

    async def record(
        self,
        session: AsyncSession,
        delivered: Delivered,  # noqa: ARG002 - the call's shape
        plan: Plan,
        result: Called,
        *,
        now: datetime,
    ) -> Outcome:
        return await record_call(session, plan.execution_id, result, now=now)
