"""Files made for one person: sent out of the storage, which forgets them once they are."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import MediaKind
from models.event import EventRow
from models.outgoing import Outgoing, OutgoingKind, OutgoingState
from services.conversation.outgoing import enqueue
from services.documents.ports import StorageUnreachable
from services.erasure.events import ClientFileExported
from services.events.consumers import Call, Done, Outcome, Policy, RetryIn, calls_out
from services.events.event import Delivered, Event
from services.leads.events import LeadsExported
from services.ports import Ports
from services.users.queries import find_user

UNSENT = timedelta(minutes=1)
MOST_LOOKS = 10_000


class Kept(Enum):
    """What the storage has of the file; `UNKNOWN` when it can't be reached."""

    THERE = auto()
    GONE = auto()
    UNKNOWN = auto()


async def is_exported(session: AsyncSession, delivered: Delivered, exported: type[Event]) -> bool:
    """Whether the request has been met: `exported` is the event that says so."""
    made = select(EventRow.id).where(
        EventRow.actor_id == delivered.actor_id,
        EventRow.id > delivered.id,
        EventRow.name == exported.name,
        EventRow.caused_by == delivered.id,
    )
    return (await session.execute(made.limit(1))).first() is not None


async def send_export(
    session: AsyncSession, chat_id: int, *, key: str, name: str, now: datetime, correlation_id: str
) -> None:
    """`key` is where the storage keeps the file, `name` what the person sees."""
    file = {
        "media": MediaKind.DOCUMENT.value,
        "file_id": "",
        "name": name,
        "caption": None,
        "storage_key": key,
    }
    await enqueue(
        session,
        chat_id=chat_id,
        kind=OutgoingKind.FILE,
        payload={"files": [file]},
        now=now,
        correlation_id=correlation_id,
        subject=_subject(key),
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
