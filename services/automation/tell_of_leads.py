"""Tells who works on a lead what others did with it, and keeps the cards on screens up to date."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadStage
from services.automation.telling import name_of
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.leads.card import refresh_lead_cards
from services.leads.events import (
    LeadAssigned,
    LeadDeleted,
    LeadPaymentRegistered,
    LeadRestored,
    LeadScored,
    LeadsHandledTogether,
    LeadStageChanged,
)
from services.leads.words import lead_delete_words, lead_lost_words, who
from services.live import live

MOST_NAMED = 10
MY_LEADS = Button(text("btn-leads"), "lead.list", "mine", Style.PRIMARY)


@reacts_to(LeadAssigned)
async def tell_of_assigned_lead(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Whoever got it, and whoever had it, but not who did it."""
    event = delivered.event
    assert isinstance(event, LeadAssigned)  # noqa: S101 - what the registry delivers
    if event.in_bulk:
        return Done()
    lead = await _find(session, event.lead_id)
    if lead is not None:
        by = await name_of(session, delivered.actor_id)
        await _tell(session, delivered, event.to_user_id, lead, text("ntf-lead-assigned", by=by), now)
        await _tell(session, delivered, event.from_user_id, lead, text("ntf-lead-taken-away", by=by), now)
    return Done()


@reacts_to(LeadStageChanged)
async def tell_of_moved_lead(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Of the deal that a rule made of it, the rule tells by itself."""
    event = delivered.event
    assert isinstance(event, LeadStageChanged)  # noqa: S101 - what the registry delivers
    if event.in_bulk or (delivered.source == "automation" and event.to_stage == LeadStage.TRANSFERRED):
        return Done()
    lead = await _find(session, event.lead_id)
    if lead is not None:
        by = await name_of(session, delivered.actor_id)
        stages = {"before": text(f"stage-lead-{event.from_stage}"), "after": text(f"stage-lead-{event.to_stage}")}
        moved = text("ntf-lead-rolled-back" if event.rolled_back else "ntf-lead-moved", by=by, **stages)
        await _tell(session, delivered, lead.assignee_id, lead, moved, now, reason=event.reason)
    return Done()


@reacts_to(LeadDeleted)
async def tell_of_deleted_lead(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Who, why, and how it comes back: it is in none of his lists any more."""
    event = delivered.event
    assert isinstance(event, LeadDeleted)  # noqa: S101 - what the registry delivers
    lead = await _find(session, event.lead_id, deleted=True)
    if lead is None or event.in_bulk or lead.assignee_id in (None, delivered.actor_id):
        return Done()
    by = await name_of(session, delivered.actor_id)
    why = _why(event.reason, lead_delete_words)
    lines = [text("ntf-lead-deleted", by=by), _named(lead), *why, text("ntf-lead-deleted-how")]
    await notify(
        session, [lead.assignee_id], Notice(lines, [[MY_LEADS]]), now=now, correlation_id=delivered.correlation_id
    )
    return Done()


@reacts_to(LeadRestored)
async def tell_of_restored_lead(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, LeadRestored)  # noqa: S101 - what the registry delivers
    lead = await _find(session, event.lead_id)
    if lead is not None:
        by = await name_of(session, delivered.actor_id)
        await _tell(session, delivered, lead.assignee_id, lead, text("ntf-lead-restored", by=by), now)
    return Done()


@reacts_to(LeadsHandledTogether)
async def tell_of_leads_together(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Everybody once, with the names of the first of his leads."""
    event = delivered.event
    assert isinstance(event, LeadsHandledTogether)  # noqa: S101 - as above
    by = await name_of(session, delivered.actor_id)
    stage = text(f"stage-lead-{event.stage}") if event.stage else ""
    for user_id, *lead_ids in event.whose:
        gone = event.what == "deleted"
        leads = await _find_all(session, lead_ids, deleted=gone)
        said = text(f"ntf-leads-{event.what}", by=by, count=len(leads), stage=stage)
        lines = [said, *_why(event.reason, lead_delete_words if gone else lead_lost_words)]
        lines += map(_named, leads[:MOST_NAMED])
        if len(leads) > MOST_NAMED:
            lines.append(text("ntf-leads-more", count=len(leads) - MOST_NAMED))
        if gone:
            lines.append(text("ntf-lead-deleted-how"))
        if leads:
            notice = Notice(lines, [[MY_LEADS]]) if gone else _notice_of(leads, lines)
            await notify(session, [user_id], notice, now=now, correlation_id=delivered.correlation_id)
    return Done()


@reacts_to(LeadAssigned, LeadPaymentRegistered, LeadScored, LeadStageChanged)
async def refresh_cards_of_leads(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """Who did it sees a fresh card already."""
    event = delivered.event
    assert isinstance(event, LeadAssigned | LeadPaymentRegistered | LeadScored | LeadStageChanged)  # noqa: S101 - as above
    await refresh_lead_cards(
        session, event.lead_id, but_not_of=delivered.actor_id, now=now, correlation_id=delivered.correlation_id
    )
    return Done()


async def _find(session: AsyncSession, lead_id: int, *, deleted: bool = False) -> Lead | None:
    return next(iter(await _find_all(session, [lead_id], deleted=deleted)), None)


async def _find_all(session: AsyncSession, lead_ids: Sequence[int], *, deleted: bool = False) -> Sequence[Lead]:
    """Of a deleted one nobody is told but that it was, unless it is back."""
    among = select(Lead).where(Lead.deleted_at.is_not(None)) if deleted else live(Lead)
    return (await session.execute(among.where(Lead.id.in_(lead_ids)).order_by(Lead.id))).scalars().all()


def _named(lead: Lead) -> Text:
    return text("ntf-lead-named", lead=str(lead.id), who=who(lead.name, lead.company, None, None))


def _notice_of(leads: Sequence[Lead], lines: Sequence[Text]) -> Notice:
    if len(leads) > 1:
        return Notice(lines, [[MY_LEADS]])
    return Notice(lines, [[_card(leads[0])]], subject=f"lead:{leads[0].id}")


def _card(lead: Lead) -> Button:
    return Button(text("btn-lead-open"), "lead.card", lead.id, Style.PRIMARY)


def _why(reason: str | None, words: Callable[[str], Text] = lead_lost_words) -> list[Text]:
    return [text("ntf-lead-reason", reason=words(reason))] if reason else []


async def _tell(
    session: AsyncSession,
    delivered: Delivered,
    user_id: int | None,
    lead: Lead,
    what: Text,
    now: datetime,
    *,
    reason: str | None = None,
) -> None:
    if user_id in (None, delivered.actor_id):
        return
    notice = Notice([what, _named(lead), *_why(reason)], [[_card(lead)]], subject=f"lead:{lead.id}")
    await notify(session, [user_id], notice, now=now, correlation_id=delivered.correlation_id)
