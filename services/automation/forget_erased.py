"""What follows an erasure: his documents' content, what chats were told, and the ledger that outlives a restore."""

from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.document import Document
from models.event import EventPersonal, EventRow
from models.inbox import InboxState, InboxUpdate
from models.outgoing import Outgoing, OutgoingState
from services.documents.ports import StorageUnreachable, storage_key
from services.erasure.events import ClientErased
from services.erasure.ports import Erasure
from services.events.consumers import Call, Done, Outcome, Policy, RetryIn, calls_out, reacts_to
from services.events.event import Delivered
from services.leads.events import LeadsExportRequested
from services.ports import Ports

BATCH = 2000
SOON = timedelta(milliseconds=50)
UNSENT = timedelta(minutes=1)
PATIENT = Policy(attempts=100_000, longest=timedelta(hours=1))
PlanT = TypeVar("PlanT")


class Insisting(Call[PlanT, bool]):
    """Tried again every minute until it has worked; `missed` is what stands in its way."""

    missed: str

    async def record(
        self,
        session: AsyncSession,  # noqa: ARG002 - the call's interface
        delivered: Delivered,  # noqa: ARG002 - as above
        plan: PlanT,  # noqa: ARG002 - as above
        result: bool,  # noqa: FBT001 - as above
        *,
        now: datetime,  # noqa: ARG002 - as above
    ) -> Outcome:
        return Done() if result else RetryIn(timedelta(minutes=1), self.missed)


@calls_out(ClientErased, policy=PATIENT)
class NoteErasure(Insisting[Erasure]):
    """Until it is noted, a restore would bring him back."""

    missed = "the ledger of erasures can't be written"

    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Erasure:  # noqa: ARG002 - the call's interface
        event = delivered.event
        assert isinstance(event, ClientErased)  # noqa: S101 - what the registry delivers
        leads = [(lead_id, born) for lead_id, born in event.leads]
        return Erasure((event.client_id, event.born), leads, delivered.occurred_at.isoformat())

    async def call(self, plan: Erasure, ports: Ports) -> bool:
        try:
            await ports.erasures.note(plan)
        except OSError:
            return False
        return True


@calls_out(ClientErased, policy=PATIENT)
class DropContents(Insisting[list[str]]):
    """Content that another person's document has by now stays."""

    missed = "storage unreachable"

    async def prepare(self, session: AsyncSession, delivered: Delivered) -> list[str]:
        event = delivered.event
        assert isinstance(event, ClientErased)  # noqa: S101 - what the registry delivers
        wanted = select(Document.sha256).where(Document.sha256.in_(event.contents))
        kept = set((await session.execute(wanted)).scalars())
        return [storage_key(sha256) for sha256 in event.contents if sha256 not in kept]

    async def call(self, plan: list[str], ports: Ports) -> bool:
        try:
            for key in plan:
                await ports.storage.delete(key)
        except StorageUnreachable:
            return False
        return True


@reacts_to(ClientErased, policy=PATIENT)
async def forget_messages(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:  # noqa: ARG001 - a reaction's shape
    """What chats were told and what they said until then; a batch at a time, for others write too."""
    old = delivered.occurred_at
    told = (
        select(Outgoing.id)
        .where(Outgoing.created_at <= old, Outgoing.state != OutgoingState.PENDING)
        .where(Outgoing.payload != {})
        .order_by(Outgoing.id)
        .limit(BATCH)
    )
    said = (
        select(InboxUpdate.id)
        .where(InboxUpdate.received_at <= old, InboxUpdate.state != InboxState.NEW, InboxUpdate.payload.is_not(None))
        .order_by(InboxUpdate.id)
        .limit(BATCH)
    )
    asked = select(EventRow.id).where(EventRow.name == LeadsExportRequested.name, EventRow.id <= delivered.id)
    await session.execute(delete(EventPersonal).where(EventPersonal.event_id.in_(asked)))
    most = 0
    for statement in (
        update(Outgoing).where(Outgoing.id.in_(told)).values(payload={}),
        update(InboxUpdate).where(InboxUpdate.id.in_(said)).values(payload=None),
    ):
        done = await session.execute(statement.execution_options(synchronize_session=False))
        most = max(most, done.rowcount)  # type: ignore[attr-defined]  # an UPDATE's result has it
    if most == BATCH:
        return RetryIn(SOON, "more to forget")
    waiting = select(Outgoing.id).where(Outgoing.state == OutgoingState.PENDING, Outgoing.created_at <= old).limit(1)
    return RetryIn(UNSENT, "not sent yet") if (await session.execute(waiting)).first() else Done()
