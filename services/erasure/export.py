"""Everything that is stored of a person, as a file for him: rows as JSON, documents as they came.

Admins only. That his data were read is an event.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.document import Document
from services.access import Actor, Right, check_right
from services.clients.errors import ClientNotFound
from services.documents.ports import DocumentStorage, storage_key
from services.erasure.events import ClientFileRequested
from services.erasure.traces import PLACES, Traces, find_traces
from services.events.publish import publish


@dataclass(frozen=True, slots=True)
class StoredDocument:
    id: int
    name: str
    sha256: str
    size: int

    @property
    def path(self) -> str:
        """Names are people's own: two may be the same, and one may look like a path."""
        name = self.name.replace("/", "_").replace("\\", "_").strip(". ") or "file"
        return f"documents/{self.id}-{name}"


@dataclass(frozen=True, slots=True)
class ClientFile:
    """`rows` are those of each table, column by column."""

    client_id: int
    rows: dict[str, list[dict[str, Any]]]
    documents: Sequence[StoredDocument]

    @property
    def size(self) -> int:
        return sum(document.size for document in self.documents)

    async def put_into(self, archive: ZipFile, storage: DocumentStorage) -> None:
        """One document at a time; content that the storage has lost is left out."""
        for table, rows in self.rows.items():
            if rows:
                archive.writestr(f"{table}.json", json.dumps(rows, ensure_ascii=False, indent=1, default=str))
        for document in self.documents:
            try:
                content = await storage.get(storage_key(document.sha256))
            except FileNotFoundError:
                continue
            archive.writestr(document.path, content, ZIP_DEFLATED)


async def request_client_file(session: AsyncSession, actor: Actor, client_id: int, *, now: datetime) -> None:
    """It comes to the actor's own chat once it is made."""
    await _access_file(session, actor, client_id)
    await publish(session, actor, ClientFileRequested(client_id=client_id), now=now)


async def read_client_file(session: AsyncSession, actor: Actor, client_id: int) -> ClientFile:
    """Of a deleted client too."""
    await _access_file(session, actor, client_id)
    his = await find_traces(session, client_id)
    rows = {place.table.__tablename__: await _rows(session, place.table, place.rows(his)) for place in PLACES}
    return ClientFile(client_id, rows, await _documents(session, his))


async def _access_file(session: AsyncSession, actor: Actor, client_id: int) -> None:
    check_right(actor, Right.ERASE_CLIENTS)
    wanted = select(Client.id).where(Client.id == client_id, Client.erased_at.is_(None))
    if (await session.execute(wanted)).first() is None:
        raise ClientNotFound


async def _rows(session: AsyncSession, table: Any, which: Any) -> list[dict[str, Any]]:
    found = await session.execute(select(*table.__table__.columns).where(which).order_by(*table.__table__.primary_key))
    return [dict(row) for row in found.mappings()]


async def _documents(session: AsyncSession, his: Traces) -> Sequence[StoredDocument]:
    wanted = (
        select(Document.id, Document.name, Document.sha256, Document.size)
        .where(Document.id.in_(his.documents))
        .order_by(Document.id)
    )
    return [
        StoredDocument(row.id, row.name, row.sha256, row.size or 0)
        for row in await session.execute(wanted)
        if row.sha256 is not None
    ]
