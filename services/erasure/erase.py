"""Makes a person's data nobody's and keeps what the brokerage's books need: deals, sums, days, numbers of policies.

- Admins only; while a deal is open, a policy runs or money is to go back, only with a reason.
- His names, contacts, numbers, free words and documents go everywhere at once; messages that were sent, updates that
  were received and files in the storage follow by the consumers of `ClientErased`.
- Erasing again changes nothing. A restored backup is erased again by what the ledger of erasures says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import String, case, delete, func, null, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from models.client import Client, ClientContact
from models.conversation import ConversationState
from models.deal import Deal, DealStage
from models.document import Document, DocumentState
from models.journal_entry import JournalEntry
from models.lead import Lead, LeadContact
from models.policy import Policy, PolicyState
from services.access import Actor, Right, check_right
from services.clients.errors import ClientNotFound
from services.erasure.errors import ClientInForce
from services.erasure.events import ClientErased
from services.erasure.traces import PLACES, Place, Traces, find_traces
from services.events.publish import publish
from services.events.rows import note_change
from services.live import live
from services.search.reword import reword_deals, reword_policies

ERASED = "—"
REFUSAL = "erased"
NUMBERS = {"tax_number", "passport", "sha256", "intent_key"}


@dataclass(frozen=True, slots=True)
class InForce:
    """How much of his still runs."""

    deals: int
    policies: int
    refunds: int

    def __bool__(self) -> bool:
        return bool(self.deals or self.policies or self.refunds)


async def access_erasable_client(session: AsyncSession, actor: Actor, client_id: int) -> Client:
    """A deleted one too; one who is erased already is not found."""
    check_right(actor, Right.ERASE_CLIENTS)
    wanted = select(Client).where(Client.id == client_id, Client.erased_at.is_(None)).with_for_update()
    client = (await session.execute(wanted)).scalar_one_or_none()
    if client is None:
        raise ClientNotFound
    return client


async def find_in_force(session: AsyncSession, client_id: int, *, today: date) -> InForce:
    deals = live(Deal).where(Deal.client_id == client_id, Deal.stage.not_in([DealStage.PAID, DealStage.LOST]))
    running = Policy.state.in_([PolicyState.ISSUED, PolicyState.SUSPENDED]) & (Policy.ends_on >= today)
    policies = select(
        func.count().filter(running),
        func.count().filter(Policy.to_refund > 0),
    ).where(Policy.client_id == client_id)
    count = (await session.execute(deals.with_only_columns(func.count()))).scalar_one()
    running_count, owed = (await session.execute(policies)).one()
    return InForce(count, running_count, owed)


async def erase_client(
    session: AsyncSession, actor: Actor, client_id: int, *, reason: str | None, now: datetime, today: date
) -> None:
    client = await access_erasable_client(session, actor, client_id)
    if reason is None and await find_in_force(session, client_id, today=today):
        raise ClientInForce
    event = await forget_person(session, client, now=now, reason=reason, by=actor.id or None)
    await publish(session, actor, event, now=now)


async def forget_person(
    session: AsyncSession,
    client: Client,
    *,
    now: datetime,
    lead_ids: Sequence[int] = (),
    reason: str | None = None,
    by: int | None = None,
) -> ClientErased:
    """A part of use cases that have authorised, and of a restore."""
    client_id = client.id
    his = await find_traces(session, client_id, lead_ids=lead_ids)
    event = ClientErased(
        client_id=client_id,
        born=client.created_at.isoformat(),
        leads=await _leads(session, his),
        contents=await _contents(session, his),
        reason=reason,
    )
    await _forget_dialogues(session, his)
    await forget_traces(session, his, now=now)
    client_row = update(Client).where(Client.id == client_id)
    await _run(session, client_row.values(deleted_at=now, deleted_by=by, erased_at=now, version=Client.version + 1))
    session.expire_all()
    await reword_deals(session, Deal.client_id == client_id)
    await reword_policies(session, Policy.client_id == client_id)
    return event


async def forget_traces(session: AsyncSession, his: Traces, *, now: datetime) -> None:
    """Erases every place of his, without a client too."""
    await _forget_journal(session, his)
    refused = {"state": DocumentState.REFUSED, "refusal": REFUSAL, "size": None, "deleted_at": now}
    await _run(session, update(Document).where(Document.id.in_(his.documents)).values(refused))
    for place in reversed(PLACES):
        await _forget(session, place, his)
    await _delete_leads(session, his, now=now)


async def _delete_leads(session: AsyncSession, his: Traces, *, now: datetime) -> None:
    living = (Lead.id.in_(his.leads), Lead.deleted_at.is_(None))
    for lead_id in (await session.execute(select(Lead.id).where(*living))).scalars().all():
        note_change(session, Lead, lead_id, {"deleted_at": (None, now)})
    await _run(session, update(Lead).where(*living).values(deleted_at=now))


async def _forget(session: AsyncSession, place: Place, his: Traces) -> None:
    if place.gone:
        await _run(session, delete(place.table).where(place.rows(his)))
        return
    if place.words:
        columns = {name: _nothing(getattr(place.table, name)) for name in place.words}
        await _run(session, update(place.table).where(place.rows(his)).values(columns))


def _nothing(column: InstrumentedAttribute[Any]) -> Any:
    """Words that were there say that they were erased, for they may have to be there."""
    if column.name in NUMBERS or not isinstance(column.type, String):
        return null()
    return case((column.is_not(None), ERASED))


async def _forget_journal(session: AsyncSession, his: Traces) -> None:
    """The system's lines keep their sense: what was typed by people goes out of their parameters."""
    lines = select(JournalEntry.id, JournalEntry.params).where(
        JournalEntry.deal_id.in_(his.deals), JournalEntry.key.is_not(None)
    )
    for entry_id, params in (await session.execute(lines)).all():
        blank = {name: blanked(value) for name, value in params.items()}
        await _run(session, update(JournalEntry).where(JournalEntry.id == entry_id).values(params=blank))


def blanked(value: Any) -> Any:
    """A packed parameter of a text without its free words; see `services.conversation.values`."""
    match value:
        case str():
            return ERASED
        case {"t": key, "p": params}:
            return {"t": key, "p": {name: blanked(inner) for name, inner in params.items()}}
        case {"parts": parts}:
            return {"parts": [blanked(part) for part in parts]}
        case _:
            return value


async def _forget_dialogues(session: AsyncSession, his: Traces) -> None:
    """Whoever has him in a dialogue begins anew."""
    words = await _identifying(session, his)
    states = (await session.execute(select(ConversationState.key, ConversationState.data))).all()
    found = [key for key, data in states if _says(data, words)]
    await _run(session, delete(ConversationState).where(ConversationState.key.in_(found)))


async def _identifying(session: AsyncSession, his: Traces) -> frozenset[str]:
    client = select(Client.name, Client.tax_number, Client.passport).where(Client.id == his.client_id)
    leads = select(Lead.name, Lead.company, Lead.tax_number).where(Lead.id.in_(his.leads))
    deals = select(Deal.object).where(Deal.id.in_(his.deals))
    contacts = select(ClientContact.value).where(ClientContact.client_id == his.client_id)
    his_leads = select(LeadContact.value).where(LeadContact.lead_id.in_(his.leads))
    found: set[str] = set()
    for wanted in (client, leads, deals, contacts, his_leads):
        for row in (await session.execute(wanted)).all():
            found.update(value.casefold() for value in row if value)
    return frozenset(found)


def _says(value: Any, words: frozenset[str]) -> bool:
    match value:
        case str():
            said = value.casefold()
            return any(word in said for word in words)
        case Mapping():
            return any(_says(inner, words) for inner in value.values())
        case list():
            return any(_says(inner, words) for inner in value)
        case _:
            return False


async def _leads(session: AsyncSession, his: Traces) -> list[tuple[int, str]]:
    found = select(Lead.id, Lead.created_at).where(Lead.id.in_(his.leads)).order_by(Lead.id)
    return [(lead_id, created_at.isoformat()) for lead_id, created_at in await session.execute(found)]


async def _contents(session: AsyncSession, his: Traces) -> list[str]:
    wanted = select(Document.sha256).where(Document.id.in_(his.documents), Document.sha256.is_not(None)).distinct()
    others = select(Document.sha256).where(Document.id.not_in(his.documents), Document.sha256.is_not(None))
    found = (await session.execute(wanted.where(Document.sha256.not_in(others)))).scalars()
    return sorted(sha256 for sha256 in found if sha256)


async def _run(session: AsyncSession, statement: Any) -> None:
    await session.execute(statement.execution_options(synchronize_session=False))
