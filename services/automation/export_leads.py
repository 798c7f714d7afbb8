"""Makes the file of a list of leads, sends it to who asked for it, and forgets it once it is sent."""

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Language
from services.access import Right
from services.automation.exported_files import Kept, is_exported, send_export
from services.automation.telling import requester_of
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, text
from services.documents.ports import StorageUnreachable
from services.events.consumers import Call, Done, Outcome, RetryIn, calls_out
from services.events.event import Delivered
from services.events.publish import publish
from services.leads.events import LeadsExported, LeadsExportRequested
from services.leads.export import MOST_ROWS, Export, read_export
from services.leads.filters import LeadFilter
from services.ports import Ports

PAUSE = timedelta(seconds=10)
PATIENCE = timedelta(minutes=5)


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
        if not actor.may(Right.MANAGE_LEADS) or await is_exported(session, delivered, LeadsExported):
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


async def _send(session: AsyncSession, delivered: Delivered, chat_id: int, plan: Plan, now: datetime) -> None:
    """What it is, and the file by itself."""
    count = len(plan.export.sheet.rows)
    words = (
        text("ntf-leads-exported-cut", most=MOST_ROWS) if plan.export.cut else text("ntf-leads-exported", count=count)
    )
    notice = Notice([words], [[Button(text("btn-leads"), "lead.list")]])
    assert delivered.actor_id is not None  # noqa: S101 - a person asks for it
    await notify(session, [delivered.actor_id], notice, now=now, correlation_id=delivered.correlation_id)
    name = f"leads-{delivered.occurred_at:%Y-%m-%d}.xlsx"
    await send_export(session, chat_id, key=plan.key, name=name, now=now, correlation_id=delivered.correlation_id)
