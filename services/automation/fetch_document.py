"""Fetches a received document's bytes, looks what they are, stores them; the row then says filed or refused.

A repeat changes nothing: content lies under its own digest, and only a row that is still fetching is settled.
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
from services.documents.answer import refresh_packet
from services.documents.content import inspect_content
from services.documents.events import DocumentFiled, DocumentReceived, DocumentRefused
from services.documents.naming import filed_name
from services.documents.ports import FileGone, FilesUnreachable, FileTooBig, StorageUnreachable, storage_key
from services.documents.refusal import Refusal, RefusalCode
from services.events.consumers import Call, Done, Outcome, Policy, RetryIn, calls_out
from services.events.event import Delivered, Event
from services.events.publish import publish
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


@dataclass(frozen=True, slots=True)
class Stored:
    content_type: ContentType
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class NotTaken:
    """`code` is a RefusalCode, `gone` or `unreachable`."""

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
        return Fetch(document.id, document.file_id, document.declared_size) if document else None

    async def call(self, plan: Fetch, ports: Ports) -> Fetched:
        if plan.declared_size is not None and plan.declared_size > ports.document_limit:
            return _too_large(ports.document_limit)
        async with self._room:
            try:
                return await _fetch(plan, ports)
            except FileTooBig:
                return _too_large(ports.document_limit)
            except FileGone:
                return NotTaken("gone")
            except (FilesUnreachable, StorageUnreachable) as error:
                return Unreachable(type(error).__name__)

    async def record(
        self, session: AsyncSession, delivered: Delivered, plan: Fetch, result: Fetched, *, now: datetime
    ) -> Outcome:
        event = delivered.event
        assert isinstance(event, DocumentReceived)  # noqa: S101 - what the registry delivers
        await session.execute(select(Deal.id).where(Deal.id == event.deal_id).with_for_update())
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
        return Done()


async def _find_fetching(session: AsyncSession, document_id: int, *, lock: bool = False) -> Document | None:
    """A document that was deleted in the meantime is left alone."""
    wanted = live(Document).where(Document.id == document_id, Document.state == DocumentState.FETCHING)
    if lock:
        wanted = wanted.with_for_update()
    return (await session.execute(wanted)).scalar_one_or_none()


async def _fetch(plan: Fetch, ports: Ports) -> Fetched:
    data = await ports.files.download(plan.file_id, limit=ports.document_limit)
    found = await asyncio.to_thread(inspect_content, data, limit=ports.document_limit)
    if isinstance(found, Refusal):
        return NotTaken(found.code.value, found.params)
    sha256 = (await asyncio.to_thread(hashlib.sha256, data)).hexdigest()
    await ports.storage.put(storage_key(sha256), data)
    return Stored(found, len(data), sha256)


def _too_large(limit: int) -> NotTaken:
    return NotTaken(RefusalCode.TOO_LARGE.value, {"limit": limit})


async def _settle(session: AsyncSession, document: Document, result: Stored | NotTaken) -> Event:
    """What happened, as an event. The caller holds the deal's lock, so that of two equal files one is the first."""
    assert document.deal_id is not None  # noqa: S101 - a waiting document is not fetched
    if isinstance(result, NotTaken):
        document.state, document.refusal, document.refusal_params = (
            DocumentState.REFUSED,
            result.code,
            dict(result.params),
        )
        return DocumentRefused(document_id=document.id, deal_id=document.deal_id, code=result.code)
    document.state = DocumentState.FILED
    document.content_type, document.size, document.sha256 = result.content_type, result.size, result.sha256
    document.name = filed_name(document.name, result.content_type)
    document.same_as_id = await _find_same(session, document.deal_id, document.id, result.sha256)
    return DocumentFiled(
        document_id=document.id,
        deal_id=document.deal_id,
        content_type=result.content_type.value,
        size=result.size,
        sha256=result.sha256,
        same_as_id=document.same_as_id,
    )


async def _find_same(session: AsyncSession, deal_id: int, document_id: int, sha256: str) -> int | None:
    same = (
        live(Document)
        .with_only_columns(Document.id)
        .where(Document.deal_id == deal_id, Document.sha256 == sha256, Document.id != document_id)
        .order_by(Document.id)
        .limit(1)
    )
    return (await session.execute(same)).scalar_one_or_none()
