"""Makes the file of everything that is stored of a client, and sends it to the admin who asked for it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Right
from services.automation.exported_files import is_exported, send_export
from services.automation.telling import requester_of
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, text
from services.documents.ports import DocumentStorage, StorageUnreachable
from services.erasure.events import ClientFileExported, ClientFileRequested
from services.erasure.export import ClientFile, read_client_file
from services.events.consumers import Call, Done, Outcome, RetryIn, calls_out
from services.events.event import Delivered
from services.events.publish import publish
from services.ports import Ports

BIGGEST = 45 * 2**20
"""Telegram takes 50 MB from a bot."""
PAUSE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class Plan:
    """`key` is where the storage keeps the file on its way."""

    file: ClientFile
    key: str


@calls_out(ClientFileRequested)
class ExportClient(Call[Plan, bool]):
    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Plan | None:
        event = delivered.event
        assert isinstance(event, ClientFileRequested)  # noqa: S101 - what the registry delivers
        actor = await requester_of(session, delivered)
        if not actor.may(Right.ERASE_CLIENTS) or await is_exported(session, delivered, ClientFileExported):
            return None
        return Plan(await read_client_file(session, actor, event.client_id), f"exports/{delivered.id}.zip")

    async def call(self, plan: Plan, ports: Ports) -> bool:
        if plan.file.size > BIGGEST:
            return True
        try:
            await ports.storage.put(plan.key, await _zipped(plan.file, ports.storage))
        except StorageUnreachable:
            return False
        return True

    async def record(
        self,
        session: AsyncSession,
        delivered: Delivered,
        plan: Plan,
        result: bool,  # noqa: FBT001 - the call's interface
        *,
        now: datetime,
    ) -> Outcome:
        actor = await requester_of(session, delivered)
        if not result:
            return RetryIn(PAUSE, "storage unreachable")
        client_id = plan.file.client_id
        back = [[Button(text("btn-to-client"), "client.card", client_id)]]
        if plan.file.size > BIGGEST:
            said = Notice([text("ntf-client-file-too-big", client=str(client_id))], back)
            await notify(session, [actor.id], said, now=now, correlation_id=delivered.correlation_id)
            return Done()
        said = Notice([text("ntf-client-file")], back)
        await notify(session, [actor.id], said, now=now, correlation_id=delivered.correlation_id)
        name = f"client-{client_id}.zip"
        await send_export(
            session, actor.telegram_id, key=plan.key, name=name, now=now, correlation_id=delivered.correlation_id
        )
        exported = ClientFileExported(client_id=client_id, user_id=actor.id, key=plan.key)
        await publish(session, actor, exported, now=now, caused_by=delivered.id)
        return Done()


async def _zipped(file: ClientFile, storage: DocumentStorage) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        await file.put_into(archive, storage)
    return data.getvalue()
