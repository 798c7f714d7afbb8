"""Where files without a deal may go: the person is asked, with his own deals as buttons."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal, DealStage
from models.document import Document
from models.insurance_kind import InsuranceKind
from models.journal_entry import JournalEntry
from models.lead import CLOSED_LEAD_STAGES, Lead
from models.packet import Packet, PacketState
from models.user import Language
from services.access import Actor, Right, check_right
from services.conversation.outgoing import notify
from services.conversation.paging import Page
from services.conversation.values import Button, Notice, Parts, Style, Text, params_from_json, text
from services.deals.access import visible_deals
from services.documents.answer import surface_of
from services.leads.access import visible_leads
from services.leads.words import who
from services.live import live
from services.users.queries import find_actor

PAGE_SIZE = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A deal that takes files."""

    id: int
    icon: str
    client_name: str
    object: str


async def list_places(session: AsyncSession, actor: Actor, *, before: int | None = None) -> Page[Place]:
    """Newest first; `before` is the id of the last one on the page before."""
    check_right(actor, Right.FILE_DOCUMENTS)
    wanted = _places(actor).order_by(Deal.id.desc()).limit(PAGE_SIZE + 1)
    if before is not None:
        wanted = wanted.where(Deal.id < before)
    return Page.of([Place(*row) for row in (await session.execute(wanted)).all()], PAGE_SIZE)


def _places(actor: Actor) -> Select[*tuple[Any, ...]]:
    return (
        live(Deal)
        .with_only_columns(Deal.id, InsuranceKind.icon, Client.name, Deal.object)
        .join(InsuranceKind, InsuranceKind.id == Deal.kind_id)
        .join(Client, Client.id == Deal.client_id)
        .where(Deal.stage != DealStage.LOST, visible_deals(actor))
    )


async def _with_meant(session: AsyncSession, actor: Actor, packet: Packet, page: Page[Place]) -> Page[Place]:
    """The deals that the packet may be for before the newest ones."""
    meant = params_from_json(packet.problem or {}).get("meant")
    ids = [part for part in meant.of if isinstance(part, int)] if isinstance(meant, Parts) else []
    if not ids:
        return page
    found = {row.id: Place(*row) for row in (await session.execute(_places(actor).where(Deal.id.in_(ids)))).all()}
    first = [found[deal_id] for deal_id in ids if deal_id in found]
    return replace(page, lines=[*first, *(place for place in page.lines if place.id not in found)])


async def ask_where(session: AsyncSession, packet: Packet, *, now: datetime, before: int | None = None) -> None:
    """The packet's answer while it has no deal; a person who lost his rights in between is not asked."""
    actor = await find_actor(
        session,
        telegram_id=packet.chat_id,
        name="",
        language=Language.RU,
        correlation_id=packet.correlation_id,
    )
    count = await _count(session, packet.id)
    if not count or not actor.may(Right.FILE_DOCUMENTS):
        packet.state = PacketState.SETTLED
        return
    page = await list_places(session, actor, before=before)
    if before is None:
        page = await _with_meant(session, actor, packet, page)
    lead = await _lead(session, actor, packet.lead_id)
    choices = _choices(packet.id, page, actor, lead, first=before is None)
    notice = Notice(_question(packet, lead, count, page), choices)
    await notify(
        session, [packet.user_id], notice, now=now, correlation_id=packet.correlation_id, surface=surface_of(packet.id)
    )


async def _lead(session: AsyncSession, actor: Actor, lead_id: int | None) -> Lead | None:
    """The one that it may be for, while he takes something."""
    if lead_id is None or not actor.may(Right.WORK_LEADS):
        return None
    wanted = live(Lead).where(Lead.id == lead_id, Lead.stage.not_in(CLOSED_LEAD_STAGES), visible_leads(actor))
    return (await session.execute(wanted)).scalar_one_or_none()


def _to_lead(packet_id: int, lead: Lead) -> Button:
    label = text("btn-place-lead", lead=str(lead.id), who=who(lead.name, lead.company, None, None))
    return Button(label, "lead.add-packet", f"{packet_id}:{lead.id}", Style.PRIMARY)


def _question(packet: Packet, lead: Lead | None, count: int, page: Page[Place]) -> list[Text]:
    why = [params_from_json(packet.problem)["why"]] if packet.problem else []
    if lead is not None:
        called = who(lead.name, lead.company, None, None)
        question = text("ask-packet-lead", count=count, lead=str(lead.id), who=called)
    else:
        question = text("ask-packet-deal" if page.lines else "ask-packet-deal-none", count=count)
    return [*(line for line in why if isinstance(line, Text)), question]


def _choices(packet_id: int, page: Page[Place], actor: Actor, lead: Lead | None, *, first: bool) -> list[list[Button]]:
    """The lead before the deals, where it may be for one."""
    rows = [[_choice(packet_id, place)] for place in page.lines]
    turn = []
    if not first or not page.lines:
        turn.append(Button(text("btn-places-newest"), "doc.where", f"{packet_id}:"))
    if page.next_before is not None:
        turn.append(Button(text("btn-older"), "doc.where", f"{packet_id}:{page.next_before}"))
    end = [Button(text("btn-packet-drop"), "doc.drop", packet_id)]
    if lead is not None:
        rows = [[_to_lead(packet_id, lead)], [_new_lead(packet_id)], *rows]
    elif actor.may(Right.WORK_LEADS):
        end.insert(0, _new_lead(packet_id))
    if actor.may(Right.OPEN_DEAL):
        end.insert(0, Button(text("btn-new-deal"), "deal.new"))
    return [row for row in (*rows, turn, end) if row]


def _new_lead(packet_id: int) -> Button:
    return Button(text("btn-new-lead"), "lead.from-packet", packet_id)


def _choice(packet_id: int, place: Place) -> Button:
    label = text("btn-place", icon=place.icon, number=str(place.id), client=place.client_name, object=place.object)
    return Button(label, "doc.place", f"{packet_id}:{place.id}")


async def _count(session: AsyncSession, packet_id: int) -> int:
    files = live(Document).with_only_columns(func.count()).where(Document.packet_id == packet_id)
    words = select(func.count()).where(JournalEntry.packet_id == packet_id, JournalEntry.text.is_not(None))
    found: Sequence[int] = [(await session.execute(query)).scalar_one() for query in (files, words)]
    return sum(found)
