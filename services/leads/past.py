"""What was written about a lead, what was done with it, how it was scored: newest first, in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from models.base import BigId
from models.lead import LeadAction, LeadHistory, LeadNote, LeadStage, Recommendation, ScoredBy, Tier
from models.lead_score import LeadScore
from models.user import User
from services.access import Actor
from services.conversation.paging import Page
from services.errors import ScreenOutdated
from services.leads.access import access_lead

PAGE_SIZE = 6
By, To = aliased(User), aliased(User)


@dataclass(frozen=True, slots=True)
class LeadNoteLine:
    id: int
    author: str | None
    text: str
    forwarded_from: str | None
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LeadHistoryLine:
    """`by` is None for the system, `to_user` for the pool."""

    id: int
    action: LeadAction
    from_stage: LeadStage | None
    to_stage: LeadStage | None
    by: str | None
    to_user: str | None
    reason: str | None
    source: str
    correlation_id: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class LastScore:
    """The analysis that the lead's score is of: the model's words, or the rules' factors."""

    reason: str | None
    factors: Sequence[tuple[str, int]]
    recommendation: str
    scored_by: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One analysis in a lead's history; `score` counts thousandths."""

    id: int
    score: int
    tier: Tier
    recommendation: Recommendation
    scored_by: ScoredBy
    created_at: datetime


_SCORE = select(LeadScore).where(LeadScore.event_id == bindparam("event_id"))
_SCORES = (
    select(
        *(LeadScore.id, LeadScore.score, LeadScore.tier, LeadScore.recommendation),
        *(LeadScore.scored_by, LeadScore.created_at),
    )
    .where(LeadScore.lead_id == bindparam("lead_id"))
    .order_by(LeadScore.id.desc())
    .limit(bindparam("limit"))
)
_OF_LEAD = (
    select(LeadNote.id, User.name, LeadNote.text, LeadNote.forwarded_from, LeadNote.created_at)
    .outerjoin(User, User.id == LeadNote.author_id)
    .where(LeadNote.lead_id == bindparam("lead_id"))
)
_NOTE = _OF_LEAD.where(LeadNote.id == bindparam("note_id"))
_NOTES = _OF_LEAD.order_by(LeadNote.created_at.desc(), LeadNote.id.desc()).limit(bindparam("limit"))
_HISTORY = (
    select(
        *(LeadHistory.id, LeadHistory.action, LeadHistory.from_stage, LeadHistory.to_stage),
        *(By.name.label("by"), To.name.label("to_user")),
        *(LeadHistory.reason, LeadHistory.source, LeadHistory.correlation_id, LeadHistory.created_at),
    )
    .outerjoin(By, By.id == LeadHistory.actor_id)
    .outerjoin(To, To.id == LeadHistory.user_id)
    .where(LeadHistory.lead_id == bindparam("lead_id"))
    .order_by(LeadHistory.created_at.desc(), LeadHistory.id.desc())
    .limit(bindparam("limit"))
)


async def list_notes(
    session: AsyncSession, actor: Actor, lead_id: int, *, before: int | None = None
) -> Page[LeadNoteLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_lead(session, actor, lead_id)
    wanted = _NOTES if before is None else _NOTES.where(_behind(LeadNote, before))
    rows = await session.execute(wanted, {"lead_id": lead_id, "limit": PAGE_SIZE + 1})
    return Page.of([LeadNoteLine(*row) for row in rows], PAGE_SIZE)


async def find_note(session: AsyncSession, actor: Actor, lead_id: int, note_id: int) -> LeadNoteLine:
    await access_lead(session, actor, lead_id)
    row = (await session.execute(_NOTE, {"lead_id": lead_id, "note_id": note_id})).one_or_none()
    if row is None:
        raise ScreenOutdated
    return LeadNoteLine(*row)


async def list_lead_history(
    session: AsyncSession, actor: Actor, lead_id: int, *, before: int | None = None
) -> Page[LeadHistoryLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_lead(session, actor, lead_id)
    wanted = _HISTORY if before is None else _HISTORY.where(_behind(LeadHistory, before))
    rows = await session.execute(wanted, {"lead_id": lead_id, "limit": PAGE_SIZE + 1})
    return Page.of([LeadHistoryLine(**row) for row in rows.mappings()], PAGE_SIZE)


async def list_scores(
    session: AsyncSession, actor: Actor, lead_id: int, *, before: int | None = None
) -> Page[ScoreLine]:
    """Newest first; `before` is the id of the last one on the page before."""
    await access_lead(session, actor, lead_id)
    wanted = _SCORES if before is None else _SCORES.where(LeadScore.id < before)
    rows = await session.execute(wanted, {"lead_id": lead_id, "limit": PAGE_SIZE + 1})
    return Page.of([ScoreLine(**row) for row in rows.mappings()], PAGE_SIZE)


def _behind(lines: type[LeadNote | LeadHistory], before: int) -> ColumnElement[bool]:
    """In the order of the page: of two written at once the later one may have the lower id."""
    at = select(lines.created_at).where(lines.id == before, lines.lead_id == bindparam("lead_id")).correlate(None)
    return tuple_(lines.created_at, lines.id) < tuple_(at.scalar_subquery(), literal(before, BigId))


async def find_last_note(session: AsyncSession, lead_id: int) -> LeadNoteLine:
    """Of a lead that has one. Part of a read, which has authorised."""
    return LeadNoteLine(*(await session.execute(_NOTES, {"lead_id": lead_id, "limit": 1})).one())


async def find_last_score(session: AsyncSession, event_id: int | None) -> LastScore | None:
    """Of the analysis that this event asked for. Part of a read, which has authorised."""
    if event_id is None:
        return None
    score = (await session.execute(_SCORE, {"event_id": event_id})).scalar_one()
    factors = [(name, points) for name, points in score.factors]
    return LastScore(score.reason, factors, score.recommendation, score.scored_by, score.created_at)
