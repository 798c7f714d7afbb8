"""Tells somebody of a lead or a deal: people in Telegram at once, others by a call that a consumer makes.

Who may not see the thing itself, and a team's chat, learn its number and nothing personal.
"""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import ExecutionState
from models.lead import Lead
from models.outgoing import OutgoingKind
from models.user import Role, User
from services.access import Actor, Right, role_may
from services.automation.actions.job import Job, Result
from services.automation.rules.conditions import Facts
from services.automation.rules.errors import NobodyToTell
from services.automation.rules.events import EmailRequested, WebhookRequested
from services.automation.rules.facts import LEAD
from services.automation.rules.told_chat import subject_of
from services.automation.rules.words import headline
from services.automation.telling import card_button
from services.conversation.outgoing import enqueue, notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.describe import describe_deal
from services.events.publish import publish
from services.leads.words import who


class Channel(StrEnum):
    """Where a rule tells; the values stand in the parameters of rules."""

    OWNER = "owner"
    PERSON = "person"
    ROLE = "role"
    CHAT = "chat"
    WEBHOOK = "webhook"
    EMAIL = "email"


async def notify_of(session: AsyncSession, actor: Actor, job: Job) -> Result:
    """Part of a rule, which has authorised."""
    channel = Channel(job.rule.params["channel"])
    if channel is Channel.WEBHOOK or channel is Channel.EMAIL:
        wanted = WebhookRequested if channel is Channel.WEBHOOK else EmailRequested
        await publish(session, actor, wanted(execution_id=job.execution_id), now=job.now)
        return Result({}, ExecutionState.CALLING)
    if channel is Channel.CHAT:
        await _tell_chat(session, actor, job)
        return Result({}, ExecutionState.CALLING)
    people = await list_receivers(session, job)
    if not people:
        raise NobodyToTell
    knowing = [user.id for user in people if _may_see(user, job.facts)]
    others = [user.id for user in people if user.id not in knowing]
    for receivers, notice in ((knowing, await _whole(session, job)), (others, _plain(job))):
        await notify(session, receivers, notice, now=job.now, correlation_id=actor.correlation_id)
    return Result({"told": len(people)})


async def list_receivers(session: AsyncSession, job: Job) -> Sequence[User]:
    """Enabled people only."""
    params = job.rule.params
    wanted: ColumnElement[bool]
    match Channel(params["channel"]):
        case Channel.ROLE:
            wanted = User.role == Role(params["role"])
        case Channel.PERSON:
            wanted = User.id == params["user_id"]
        case _:
            wanted = User.id == job.facts.owner_id
    found = select(User).where(wanted, User.disabled_at.is_(None)).order_by(User.id)
    return (await session.execute(found)).scalars().all()


def _may_see(user: User, facts: Facts) -> bool:
    right = Right.SEE_ALL_LEADS if facts.entity_type == LEAD else Right.SEE_ALL_DEALS
    return role_may(user.role, right) or user.id == facts.owner_id


async def _whole(session: AsyncSession, job: Job) -> Notice:
    facts = job.facts
    if facts.entity_type == LEAD:
        lead = await session.get_one(Lead, facts.entity_id)
        named = text("ntf-lead-named", lead=str(lead.id), who=who(lead.name, lead.company, None, None))
        card = Button(text("btn-lead-open"), "lead.card", lead.id, Style.PRIMARY)
    else:
        named = await describe_deal(session, facts.entity_id)
        card = card_button(facts.entity_id, Style.PRIMARY)
    return Notice(
        [headline(job.rule.trigger, facts), named], [[card]], subject=f"{facts.entity_type}:{facts.entity_id}"
    )


def _plain(job: Job) -> Notice:
    return Notice(plain_lines(job.rule.trigger, job.facts))


def plain_lines(trigger: str, facts: Facts) -> list[Text]:
    return [headline(trigger, facts), text(f"rule-about-{facts.entity_type}", number=str(facts.entity_id))]


async def _tell_chat(session: AsyncSession, actor: Actor, job: Job) -> None:
    """Without buttons: those work in private chats only. The sender records whether it arrived."""
    await enqueue(
        session,
        chat_id=job.rule.params["chat_id"],
        kind=OutgoingKind.NOTICE,
        payload=_plain(job).to_json(),
        now=job.now,
        correlation_id=actor.correlation_id,
        subject=subject_of(job.execution_id),
    )
