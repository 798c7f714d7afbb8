"""A lead's card as one message, which keeps itself up to date while it is shown."""

from contextlib import suppress
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import CrmStatus, LeadStage, of_one
from models.outgoing import Outgoing, Surface
from models.user import User
from services.access import Actor, Right
from services.clients.identifiers import mask_email, mask_phone
from services.conversation.outgoing import notify
from services.conversation.values import Button, Localized, Moment, Notice, Parts, Style, Text, text
from services.documents.words import shorten
from services.errors import NotAllowed
from services.leads.errors import LeadNotFound, LeadOfOthers
from services.leads.queries import LeadCard, find_lead_card
from services.leads.rules import LEAST_SCORE, next_by_hand
from services.leads.words import lead_lost_words, score_words, who, who_line
from services.scoring.words import explain

SURFACE = "lead"
LONGEST_NOTE = 120
LONGEST_WISH = 200
_shows_now = (
    select(Outgoing.subject)
    .where(Outgoing.chat_id == Surface.chat_id, Outgoing.message_id == Surface.message_id)
    .order_by(Outgoing.id.desc())
    .limit(1)
    .scalar_subquery()
)
_WATCHERS = (
    select(User)
    .join(Surface, Surface.chat_id == User.telegram_id)
    .where(Surface.surface == SURFACE, User.disabled_at.is_(None), _shows_now == bindparam("subject"))
)


def lead_card(lead: LeadCard, actor: Actor) -> Notice:
    return Notice(card_lines(lead), card_rows(lead, actor), subject=f"lead:{lead.id}")


def card_lines(lead: LeadCard) -> list[Text]:
    lines = [
        text("scr-lead-title", number=str(lead.id), source=text(f"source-{lead.source}"), score=_score(lead)),
        _stage_line(lead),
        _paid_line(lead),
        text(f"scr-lead-crm-{lead.crm_status}") if lead.crm_status is not CrmStatus.NONE else None,
        who_line(who(lead.name, lead.company, lead.phone, lead.email), lead.position),
        _reach_line(lead),
        _wish_line(lead),
        *wishes(lead, LONGEST_WISH),
        _domain_line(lead),
        *(explain(lead.last_score) if lead.last_score and not lead.analysing else ()),
        _whose_line(lead),
        _note_line(lead),
    ]
    return [line for line in lines if line is not None]


def _score(lead: LeadCard) -> Text:
    return text("lead-analysing") if lead.analysing else score_words(lead.score, lead.tier, lead.trend)


def _stage_line(lead: LeadCard) -> Text:
    stage = text(f"stage-lead-{lead.stage}")
    if lead.stage is LeadStage.LOST:
        return text("scr-lead-lost", reason=lead_lost_words(lead.lost_reason or ""))
    if lead.stage is LeadStage.TRANSFERRED:
        return text("scr-lead-transferred", deal=str(lead.deal_id))
    following = next_by_hand(lead.stage)
    if following is None:
        return _before_deal(lead, stage)
    return text("scr-lead-stage", stage=stage, following=text(f"stage-lead-{following}"))


def _before_deal(lead: LeadCard, stage: Text) -> Text:
    """With the score that is still missing."""
    if _scored_enough(lead):
        return text("scr-lead-ready", stage=stage)
    return text("scr-lead-ready-scored", stage=stage, least=of_one(LEAST_SCORE))


def _scored_enough(lead: LeadCard) -> bool:
    return lead.score is not None and lead.score >= of_one(LEAST_SCORE)


def _paid_line(lead: LeadCard) -> Text | None:
    if lead.paid is None or lead.paid_at is None:
        return None
    return text("scr-lead-paid", amount=lead.paid, at=Moment(lead.paid_at))


def _reach_line(lead: LeadCard) -> Text:
    """Masked, as everywhere; the whole number is one tap away."""
    contacts = [mask_phone(c.value) if c.kind == "phone" else mask_email(c.value) for c in lead.contacts]
    messages = text("scr-lead-messages", count=lead.message_count) if lead.message_count else None
    files = text("scr-lead-files", count=lead.attachments) if lead.attachments else None
    reach: list[str | Text | None] = [*contacts] if contacts else [text("lead-no-contact")]
    return text("scr-lead-reach", parts=Parts([*reach, messages, files]))


def _wish_line(lead: LeadCard) -> Text | None:
    kinds = [Localized(kind.names) for kind in lead.kinds]
    if not kinds and not lead.object:
        return None
    return text("scr-lead-wish", parts=Parts([*kinds, lead.object]))


def wishes(lead: LeadCard, limit: int) -> list[Text]:
    """In his own words, at most so many characters each."""
    said = (("scr-lead-intent", lead.intent), ("scr-lead-pain", lead.pain_points))
    return [text(key, words=shorten(words, limit)) for key, words in said if words]


def _domain_line(lead: LeadCard) -> Text | None:
    return text("scr-lead-domain", domain=Localized(lead.domain_names)) if lead.domain_names else None


def _whose_line(lead: LeadCard) -> Text | None:
    """A deleted one is nobody's to take."""
    if lead.assignee is not None:
        return text("scr-lead-assignee", name=lead.assignee)
    return text("scr-lead-in-pool") if lead.deleted_at is None else None


def _note_line(lead: LeadCard) -> Text | None:
    if lead.last_note is None:
        return None
    return text("scr-lead-note", words=shorten(lead.last_note.text, LONGEST_NOTE))


def card_rows(lead: LeadCard, actor: Actor) -> list[list[Button]]:
    """Only what this person may do with the lead as it stands, the likely thing first."""
    rows = _closed_rows(lead) if lead.closed else _open_rows(lead, actor)
    look = [
        Button(text("btn-lead-notes", count=lead.notes), "lead.notes", lead.id),
        *_files(lead),
        Button(text("btn-lead-more"), "lead.more", lead.id),
    ]
    return [row for row in (*rows, look) if row]


def _open_rows(lead: LeadCard, actor: Actor) -> list[list[Button]]:
    if not actor.may(Right.WORK_LEADS):
        return []
    asks_for_score = lead.stage is LeadStage.QUALIFIED and not _scored_enough(lead)
    first = [
        Button(text("btn-lead-analyse"), "lead.analyse", lead.id, Style.PRIMARY if asks_for_score else Style.PLAIN),
        Button(text("btn-lead-note"), "lead.note", lead.id),
    ]
    second = [Button(text("btn-lead-lose"), "lead.lose", lead.id, Style.DANGER)]
    third = [Button(text("btn-lead-attach"), "lead.attach", lead.id), _back()]
    take = [Button(text("btn-lead-take"), "lead.take", lead.id, Style.SUCCESS)] if lead.assignee_id is None else []
    if lead.assignee_id is not None or actor.may(Right.MANAGE_LEADS):
        second.append(Button(text("btn-lead-assign"), "lead.assign", lead.id))
    match lead.stage:
        case LeadStage.NEW:
            first.insert(0, _move(lead, LeadStage.CONTACTED))
        case LeadStage.CONTACTED:
            second.insert(0, _move(lead, LeadStage.QUALIFIED))
        case LeadStage.QUALIFIED if _scored_enough(lead):
            third.insert(0, Button(text("btn-lead-transfer"), "lead.transfer", lead.id, Style.PRIMARY))
    return [take, first, second, third]


def _back() -> Button:
    return Button(text("btn-lead-back"), "lead.list")


def _move(lead: LeadCard, to: LeadStage) -> Button:
    return Button(text(f"btn-lead-{to}"), "lead.move", f"{lead.id}:{lead.stage}", Style.PRIMARY)


def _closed_rows(lead: LeadCard) -> list[list[Button]]:
    """One who comes back wants another deal."""
    again = Button(text("btn-lead-deal"), "lead.deal", lead.id)
    if lead.deal_id is None:
        return [[again, _back()]]
    return [[Button(text("btn-open-card"), "deal.card", lead.deal_id, Style.PRIMARY), again], [_back()]]


def _files(lead: LeadCard) -> list[Button]:
    return [Button(text("btn-lead-files", count=lead.attachments), "lead.files", lead.id)] if lead.attachments else []


async def refresh_lead_cards(
    session: AsyncSession, lead_id: int, *, but_not_of: int | None, now: datetime, correlation_id: str
) -> None:
    """Wherever this very card is on the screen; nobody is sent one that he did not open."""
    for user in (await session.execute(_WATCHERS, {"subject": f"lead:{lead_id}"})).scalars().all():
        if user.id == but_not_of:
            continue
        actor = Actor(user.id, user.telegram_id, user.name, user.role, user.language, correlation_id, source="system")
        with suppress(LeadNotFound, LeadOfOthers, NotAllowed):
            notice = lead_card(await find_lead_card(session, actor, lead_id), actor)
            await notify(session, [user.id], notice, now=now, correlation_id=correlation_id, surface=SURFACE)
