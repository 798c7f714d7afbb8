"""Tells an address what happened, in words: the number of the lead or the deal, and nothing personal.

A crash between the server's answer and its record sends the same message once more, under the same Message-ID.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Language
from services.automation.actions.notify import Channel, plain_lines
from services.automation.rules.calls import CALLS, Calling, CallOut
from services.automation.rules.events import EmailRequested
from services.automation.rules.facts import find_facts_at
from services.conversation.values import text
from services.events.consumers import calls_out
from services.events.ledger import delivered_of
from services.ports import AddressRefused, Mail, Ports


@dataclass(frozen=True, slots=True)
class Letter:
    mail: Mail
    at: datetime


@calls_out(EmailRequested, policy=CALLS)
class SendEmail(CallOut[Letter]):
    channel = Channel.EMAIL

    async def write(self, session: AsyncSession, calling: Calling, *, at: datetime) -> Letter | None:
        facts = None
        if calling.event is not None:
            facts = (await find_facts_at(session, [delivered_of(calling.event)])).get(calling.event.id)
        if facts is None:
            return None
        rule = calling.rule
        about = text(f"rule-about-{facts.entity_type}", number=str(facts.entity_id))
        mail = Mail(
            to=rule.params["email"],
            subject=text("mail-rule-subject", about=about),
            lines=[*plain_lines(rule.trigger, facts), text("mail-rule-foot")],
            language=Language(rule.params["language"]),
            key=calling.key,
        )
        return Letter(mail, at)

    async def send(self, message: Letter, ports: Ports) -> str | None:
        if ports.mailer is None:
            raise AddressRefused("email-off")
        return await ports.mailer.send(message.mail, at=message.at)
