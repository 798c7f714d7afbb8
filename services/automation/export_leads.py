"""Makes the file of a list of leads, sends it to who asked for it, and forgets it once it is sent."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import MediaKind
from models.event import EventRow
from models.outgoing import Outgoing, OutgoingKind, OutgoingState
from models.user import Language
from services.access import Right
from services.automation.telling import requester_of
from services.conversation.outgoing import enqueue, notify
from services.conversation.values import Button, Notice, text
from services.documents.ports import StorageUnreachable
from services.erasure.events import ClientFileExported
from services.events.consumers import Call, Done, Outcome, Policy, RetryIn, calls_out
from services.events.event import Delivered
from services.events.publish import publish
from services.leads.events import LeadsExported, LeadsExportRequested
from services.leads.export import MOST_ROWS, Export, read_export
from services.leads.filters import LeadFilter
from services.ports import Ports
from services.users.queries import find_user

PAUSE = timedelta(seconds=10)
PATIENCE = timedelta(minutes=5)
UNSENT = timedelta(minutes=1)
MOST_LOOKS = 10_000


class Kept(Enum):
    """What the storage has of the file; `UNKNOWN` when it can't be reached."""

    THERE = auto()
    GONE = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Plan:
    """`key` is where the storage keeps the file on its way."""

    export: Export
    language: Language
    key: str


@calls_out(LeadsExportRequested)
class ExportLeads(Call[Plan, Kept]):
    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Plan | None:
        event = delivered.event
        assert isinstance(event, LeadsExportRequested)  # noqa: S101 - what the registry delivers
        actor = await requester_of(session, delivered)
        if not actor.may(Right.MANAGE_LEADS) or await _is_exported(session, delivered):
            return None
        wanted = replace(LeadFilter.from_json(event.wanted), words=event.words)
        idle_before = datetime.fromisoformat(event.idle_before) if event.idle_before else None
        export = await read_export(session, actor, wanted, idle_before=idle_before)
        return Plan(export, actor.language, f"exports/{delivered.id}.xlsx")

    async def call(self, plan: Plan, ports: Ports) -> Kept:
        data = await asyncio.to_thread(ports.sheets.write, plan.export.sheet, plan.language)
        try:
            await ports.storage.put(plan.key, data)
        except StorageUnreachable:
            return Kept.UNKNOWN
        return Kept.THERE

    async def record(
        self, session: AsyncSession, delivered: Delivered, plan: Plan, result: Kept, *, now: datetime
    ) -> Outcome:
        actor = await requester_of(session, delivered)
        if result is Kept.THERE:
            await _send(session, delivered, actor.telegram_id, plan, now)
            rows = len(plan.export.sheet.rows)
            exported = LeadsExported(user_id=actor.id, leads=rows, key=plan.key)
            await publish(session, actor, exported, now=now, caused_by=delivered.id)
        elif now - delivered.occurred_at < PATIENCE:
            return RetryIn(PAUSE, "storage unreachable")
        else:
            notice = Notice([text("ntf-leads-export-failed")], [[Button(text("btn-leads"), "lead.list")]])
            await notify(session, [actor.id], notice, now=now, correlation_id=delivered.correlation_id)
        return Done()


async def _is_exported(session: AsyncSession, delivered: Delivered) -> bool:
    made = select(EventRow.id).where(
        EventRow.actor_id == delivered.actor_id,
        EventRow.id > delivered.id,
        EventRow.name == LeadsExported.name,
        EventRow.caused_by == delivered.id,
    )
    return (await session.execute(made.limit(1))).first() is not None


async def _send(session: AsyncSession, delivered: Delivered, chat_id: int, plan: Plan, now: datetime) -> None:
    """What it is, and the file by itself."""
    count = len(plan.export.sheet.rows)
    words = (
        text("ntf-leads-exported-cut", most=MOST_ROWS) if plan.export.cut else text("ntf-leads-exported", count=count)
    )
    notice = Notice([words], [[Button(text("btn-leads"), "lead.list")]])
    assert delivered.actor_id is not None  # noqa: S101 - a person asks for it
    await notify(session, [delivered.actor_id], notice, now=now, correlation_id=delivered.correlation_id)
    file = {
        "media": MediaKind.DOCUMENT.value,
        "file_id": "",
        "name": f"leads-{delivered.occurred_at:%Y-%m-%d}.xlsx",
        "caption": None,
        "storage_key": plan.key,
    }
    await enqueue(
        session,
        chat_id=chat_id,
        kind=OutgoingKind.FILE,
        payload={"files": [file]},
        now=now,
        correlation_id=delivered.correlation_id,
        subject=_subject(plan.key),
    )


def _subject(key: str) -> str:
    return f"file:{key}"


@dataclass(frozen=True, slots=True)
class Sent:
    """`waits`: the file is still on its way."""

    key: str
    waits: bool


@calls_out(LeadsExported, ClientFileExported, policy=Policy(attempts=MOST_LOOKS))
class ForgetExport(Call[Sent, Kept]):
    """Nobody's data are kept in a file that was sent."""

    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Sent | None:
        event = delivered.event
        assert isinstance(event, LeadsExported | ClientFileExported)  # noqa: S101 - what the registry delivers
        if event.key is None or event.user_id is None:
            return None
        user = await find_user(session, event.user_id)
        waiting = select(Outgoing.id).where(
            Outgoing.chat_id == user.telegram_id,
            Outgoing.state == OutgoingState.PENDING,
            Outgoing.subject == _subject(event.key),
        )
        return Sent(event.key, waits=(await session.execute(waiting.limit(1))).scalar_one_or_none() is not None)

    async def call(self, plan: Sent, ports: Ports) -> Kept:
        if plan.waits:
            return Kept.THERE
        try:
            await ports.storage.delete(plan.key)
        except StorageUnreachable:
            return Kept.UNKNOWN
        return Kept.GONE

    async def record(
        self,
        session: AsyncSession,  # noqa: ARG002 - the call's interface
        delivered: Delivered,  # noqa: ARG002 - as above
        plan: Sent,  # noqa: ARG002 - as above
        result: Kept,
        *,
        now: datetime,  # noqa: ARG002 - as above
    ) -> Outcome:
        if result is Kept.GONE:
            return Done()
        return RetryIn(UNSENT, "not sent yet" if result is Kept.THERE else "storage unreachable")
