"""Fetches a received document's bytes, looks what they are, stores them; the row then says filed or refused.

- A repeat changes nothing: content lies under its own digest, and only a row that is still fetching is settled.
- What is attached to a lead keeps the lead's narrower rules, also when the lead has become a deal in the meantime.
"""

import asyncio
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.content_type import ContentType
from models.deal import Deal
from models.document import Document, DocumentState
from models.lead import Lead
from services.documents.answer import refresh_packet
from services.documents.content import inspect_content
from services.documents.events import DocumentFiled, DocumentReceived, DocumentRefused
from services.documents.naming import filed_name
from services.documents.ports import FileGone, FilesUnreachable, FileTooBig, StorageUnreachable, storage_key
from services.documents.refusal import Refusal, RefusalCode
from services.events.consumers import Call, Done, Outcome, Policy, RetryIn, calls_out
from services.events.event import Delivered, Event
from services.events.publish import publish
from services.leads.attachment_rules import LARGEST as LARGEST_ATTACHMENT
from services.leads.attachment_rules import TOO_LARGE as TOO_LARGE_FOR_LEAD
from services.leads.attachment_rules import attachment_refusal
from services.leads.tell_attachment import tell_attachment
from services.live import live
from services.ports import Ports

MOST_AT_ONCE = 4
FIRST_PAUSE = timedelta(seconds=2)
LONGEST_PAUSE = timedelta(minutes=10)
PATIENCE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fetch:
    document_id: int
    file_id: str
    declared_size: int | None
    of_lead: bool

    def limit(self, ports: Ports) -> int:
        """In bytes."""
        return min(ports.document_limit, LARGEST_ATTACHMENT) if self.of_lead else ports.document_limit


@dataclass(frozen=True, slots=True)
class Stored:
    content_type: ContentType
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """`code` is a RefusalCode, `gone`, `unreachable` or a refusal of leads' own."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unreachable:
    reason: str


Fetched: TypeAlias = Stored | NotTaken | Unreachable


@calls_out(DocumentReceived, policy=Policy(attempts=500, longest=LONGEST_PAUSE, time_limit=timedelta(seconds=80)))
class FetchDocument(Call[Fetch, Fetched]):
    """At most four files are in memory at a time."""

    def __init__(self) -> None:
        self._room = asyncio.Semaphore(MOST_AT_ONCE)

    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Fetch | None:
        event = delivered.event
        assert isinstance(event, DocumentReceived)  # noqa: S101 - what the registry delivers
        document = await _find_fetching(session, event.document_id)
        if document is None:
            return None
        return Fetch(document.id, document.file_id, document.declared_size, of_lead=document.lead_id is not None)

    async def call(self, plan: Fetch, ports: Ports) -> Fetched:
        if plan.declared_size is not None and plan.declared_size > plan.limit(ports):
            return _too_large(plan, ports)
        async with self._room:
            try:
                return await _fetch(plan, ports)
            except FileTooBig:
                return _too_large(plan, ports)
            except FileGone:
                return NotTaken("gone")
            except (FilesUnreachable, StorageUnreachable) as error:
                return Unreachable(type(error).__name__)

    async def record(
        self, session: AsyncSession, delivered: Delivered, plan: Fetch, result: Fetched, *, now: datetime
    ) -> Outcome:
        event = delivered.event
        assert isinstance(event, DocumentReceived)  # noqa: S101 - what the registry delivers
        await _hold_place(session, event)
        document = await _find_fetching(session, plan.document_id, lock=True)
        if document is None:
            return Done()
        waited = now - document.added_at
        if isinstance(result, Unreachable):
            if waited < PATIENCE:
                return RetryIn(min(max(waited, FIRST_PAUSE), LONGEST_PAUSE), result.reason)
            result = NotTaken("unreachable")
        happened = await _settle(session, document, result)
        await publish(session, None, happened, now=now, correlation_id=delivered.correlation_id, caused_by=delivered.id)
        if document.packet_id is not None:
            await refresh_packet(session, document.packet_id, now=now)
        if document.lead_id is not None:
            await tell_attachment(session, document, now=now, correlation_id=delivered.correlation_id)
        return Done()


async def _hold_place(session: AsyncSession, event: DocumentReceived) -> None:
    """The lead first, as a transfer does: whether there is a deal as well is read under its lock."""
    if event.lead_id is not None:
        await session.execute(select(Lead.id).where(Lead.id == event.lead_id).with_for_update())
    deal_id = select(Document.deal_id).where(Document.id == event.document_id).scalar_subquery()
    await session.execute(select(Deal.id).where(Deal.id == deal_id).with_for_update())


async def _find_fetching(session: AsyncSession, document_id: int, *, lock: bool = False) -> Document | None:
    """A document that was deleted in the meantime is left alone."""
    wanted = live(Document).where(Document.id == document_id, Document.state == DocumentState.FETCHING)
    if lock:
        wanted = wanted.with_for_update()
    return (await session.execute(wanted)).scalar_one_or_none()


async def _fetch(plan: Fetch, ports: Ports) -> Fetched:
    limit = plan.limit(ports)
    data = await ports.files.download(plan.file_id, limit=limit)
    found = await asyncio.to_thread(inspect_content, data, limit=limit)
    refusal = attachment_refusal(found) if plan.of_lead else None
    if isinstance(found, Refusal):
        return NotTaken(refusal or found.code.value, found.params)
    if refusal is not None:
        return NotTaken(refusal)
    sha256 = (await asyncio.to_thread(hashlib.sha256, data)).hexdigest()
    await ports.storage.put(storage_key(sha256), data)
    return Stored(found, len(data), sha256)


def _too_large(plan: Fetch, ports: Ports) -> NotTaken:
    code = TOO_LARGE_FOR_LEAD if plan.of_lead else RefusalCode.TOO_LARGE.value
    return NotTaken(code, {"limit": plan.limit(ports)})


async def _settle(session: AsyncSession, document: Document, result: Stored | NotTaken) -> Event:
    """What happened, as an event. The caller holds the deal's lock or the lead's, so that of two equal files one is
    the first."""
    if isinstance(result, NotTaken):
        document.state, document.refusal, document.refusal_params = (
            DocumentState.REFUSED,
            result.code,
            dict(result.params),
        )
        return DocumentRefused(
            document_id=document.id, deal_id=document.deal_id, lead_id=document.lead_id, code=result.code
        )
    document.state = DocumentState.FILED
    document.content_type, document.size, document.sha256 = result.content_type, result.size, result.sha256
    document.name = filed_name(document.name, result.content_type)
    document.same_as_id = await _find_same(session, document, result.sha256)
    return DocumentFiled(
        document_id=document.id,
        deal_id=document.deal_id,
        lead_id=document.lead_id,
        content_type=result.content_type.value,
        size=result.size,
        sha256=result.sha256,
        same_as_id=document.same_as_id,
    )


async def _find_same(session: AsyncSession, document: Document, sha256: str) -> int | None:
    in_place = Document.deal_id == document.deal_id
    if document.deal_id is None:
        in_place = Document.lead_id == document.lead_id
    same = (
        live(Document)
        .with_only_columns(Document.id)
        .where(in_place, Document.sha256 == sha256, Document.id != document.id)
        .order_by(Document.id)
        .limit(1)
    )
    return (await session.execute(same)).scalar_one_or_none()
