"""Makes a proposal's PDF, files it into the deal's folder and sends it to who asked for it.

A repeat changes nothing: the same offers on the same day are the same bytes, and a folder keeps them once.
"""

import asyncio
import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from models.content_type import ContentType
from models.deal import Deal
from models.document import Document, DocumentState, MediaKind
from models.document_kind import DocumentKind
from models.user import Language
from services.access import Actor, Right
from services.automation.telling import card_button, requester_of
from services.calculations.client_version import ClientVersion, read_client_version
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.access import access_deal
from services.deals.describe import describe_deal
from services.documents.events import DocumentFiled
from services.documents.names import safe_display_name
from services.documents.ports import StorageUnreachable, storage_key
from services.documents.send import send_document
from services.events.consumers import Call, Done, Outcome, RetryIn, calls_out
from services.events.event import Delivered
from services.events.publish import publish
from services.live import live
from services.ports import Ports
from services.proposals.events import ProposalRequested

PAUSE = timedelta(seconds=10)
PATIENCE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Plan:
    version: ClientVersion
    language: Language


@dataclass(frozen=True, slots=True)
class Made:
    """`size` counts bytes."""

    name: str
    size: int
    sha256: str


@calls_out(ProposalRequested)
class MakeProposal(Call[Plan, Made | None]):
    """None: the storage can't be reached."""

    async def prepare(self, session: AsyncSession, delivered: Delivered) -> Plan:
        event = delivered.event
        assert isinstance(event, ProposalRequested)  # noqa: S101 - what the registry delivers
        made_on = date.fromisoformat(event.made_on)
        version = await read_client_version(session, event.deal_id, event.offer_ids, made_on=made_on)
        return Plan(version, Language(event.language))

    async def call(self, plan: Plan, ports: Ports) -> Made | None:
        proposal = await asyncio.to_thread(ports.proposals.write, plan.version, plan.language)
        sha256 = hashlib.sha256(proposal.data).hexdigest()
        try:
            await ports.storage.put(storage_key(sha256), proposal.data)
        except StorageUnreachable:
            return None
        return Made(proposal.name, len(proposal.data), sha256)

    async def record(
        self, session: AsyncSession, delivered: Delivered, plan: Plan, result: Made | None, *, now: datetime
    ) -> Outcome:
        actor = await requester_of(session, delivered)
        if not actor.may(Right.CHOOSE_OFFER):
            return Done()
        if result is not None:
            deal = await access_deal(session, actor, plan.version.deal_id, lock=True)
            document_id = await _file(session, delivered, deal, actor, result, now)
            await _tell(session, actor, deal.id, text("ntf-proposal-made"), now)
            await send_document(session, actor, document_id, now=now)
        elif now - delivered.occurred_at < PATIENCE:
            return RetryIn(PAUSE, "storage unreachable")
        else:
            await _tell(session, actor, plan.version.deal_id, text("ntf-proposal-failed"), now)
        return Done()


async def _file(
    session: AsyncSession, delivered: Delivered, deal: Deal, actor: Actor, made: Made, now: datetime
) -> int:
    """The id of the folder's document; the caller holds the deal, so that the same content is filed once."""
    same = (
        live(Document)
        .with_only_columns(Document.id)
        .where(Document.deal_id == deal.id, Document.sha256 == made.sha256, Document.state == DocumentState.FILED)
        .limit(1)
    )
    known = (await session.execute(same)).scalar_one_or_none()
    if known is not None:
        return known
    document = _document(delivered, deal, actor, made, now)
    session.add(document)
    await session.flush()
    filed = DocumentFiled(
        document_id=document.id,
        deal_id=deal.id,
        content_type=ContentType.PDF.value,
        size=made.size,
        sha256=made.sha256,
        same_as_id=None,
    )
    await publish(session, actor, filed, now=now, caused_by=delivered.id)
    return document.id


def _document(delivered: Delivered, deal: Deal, actor: Actor, made: Made, now: datetime) -> Document:
    """No message of Telegram's carried it: its own is minus the event's id, and it is sent out of the storage."""
    return Document(
        deal_id=deal.id,
        chat_id=actor.telegram_id,
        message_id=-delivered.id,
        media=MediaKind.DOCUMENT,
        file_id="",
        name=safe_display_name(made.name, fallback=DocumentKind.QUOTE.value, extension=ContentType.PDF.extension),
        kind=DocumentKind.QUOTE,
        content_type=ContentType.PDF,
        size=made.size,
        sha256=made.sha256,
        state=DocumentState.FILED,
        added_by=actor.id,
        added_at=now,
    )


async def _tell(session: AsyncSession, actor: Actor, deal_id: int, words: Text, now: datetime) -> None:
    """The file follows: it stands by itself, so that it can be forwarded."""
    folder = Button(text("btn-open-folder"), "deal.folder", deal_id)
    again = Button(text("btn-proposal-again"), "proposal.show", deal_id)
    rows = [[folder, again], [card_button(deal_id, Style.PRIMARY)]]
    notice = Notice([words, await describe_deal(session, deal_id)], rows, subject=f"deal:{deal_id}")
    await notify(session, [actor.id], notice, now=now, correlation_id=actor.correlation_id)
