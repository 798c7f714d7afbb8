"""Everything of a person is in his file; after his erasure no row knows him, and the books are as they were."""

import io
import json
from datetime import timedelta
from functools import partial
from zipfile import ZipFile

import pytest
from sqlalchemy import insert, select, text, update

from models.client import Client, ClientContact
from models.deal import Deal
from models.document import Document
from models.event import EventRow
from models.ledger import LedgerEntry
from models.policy import Policy
from models.tables import Base
from models.task import Task
from services.documents.ports import storage_key
from services.erasure.again import erase_again
from services.erasure.traces import PLACES
from services.health.invariants import find_broken
from tests.handlers.documents.sending import document, filed
from tests.handlers.leads.builders import a_lead
from tests.handlers.policies.filed import chosen_deal, file_chosen
from tests.harness import Play
from tests.people import ADMIN, MANAGER, SELLER

CANARIES = ("Ivanov", "Иванов", "79161234567", "916 123", "Camry", "canary", "4509123456", "secret@mail.ru")
NOBODYS = {
    "alembic_version",
    "audit_seals",
    "automation_rules",
    "backlog_alarms",
    "backup_runs",
    "business_domains",
    "cockpits",
    "commission_rates",
    "conversation_states",
    "dead_letter_alarms",
    "deliveries",
    "inbox",
    "insurance_kinds",
    "insurers",
    "invites",
    "outgoing",
    "pulses",
    "reminder_settings",
    "surfaces",
    "users",
}
"""Hold nothing of a client's, or are forgotten by what follows an erasure."""


@pytest.fixture
async def client_id(play: Play) -> int:
    """Known by a lead, a deal, a policy, payments, documents, notes, tasks and messages."""
    await a_lead(play, "Иванов Иван", intent="canary", object="canary Camry", company="canary")
    deal_id = await chosen_deal(play)
    await filed(play, document(play, "canary passport.pdf"))
    card = play.screen(SELLER).message_id
    await play.say(SELLER, "canary: жена Ольга", reply_to=card)
    await file_chosen(play, deal_id, number="AI-1")
    for label in ("Оплата", "сегодня", "✅ Записать"):
        await play.tap(SELLER, label)
    await play.run_events()
    client_id = (await play.read(lambda session: session.execute(select(Client.id)))).scalar_one()
    personal = {"passport": "4509123456", "notes": "canary notes"}
    for statement in (
        update(Client).values(personal),
        insert(ClientContact).values(client_id=client_id, kind="email", value="secret@mail.ru", live=True),
        insert(Task).values(
            deal_id=deal_id,
            kind="call",
            state="new",
            from_user_id=play.ids[SELLER.telegram_id],
            urgent=False,
            note="canary",
            asked=False,
            intent_key="task-1",
            version=1,
            created_at=play.clock.now(),
        ),
    ):
        await play.write(lambda session, statement=statement: session.execute(statement))
    return client_id


async def erased(play: Play, client_id: int, *, reason: str | None = "asked in writing"):
    play.clock.advance(minutes=5)
    await play.tap_data(ADMIN, f"client.card:{client_id}")
    await play.tap(ADMIN, "Erase for good")
    if reason:
        await play.say(ADMIN, reason)
    name = (await play.read(lambda session: session.execute(select(Client.name)))).scalars().first()
    shown = await play.say(ADMIN, name)
    await play.run_events()
    for _ in range(3):
        play.clock.advance(minutes=2)
        await play.run_events()
    return shown


async def traces(play: Play) -> list[str]:
    """Where any row of any table still says a canary."""
    found = []
    for table in Base.metadata.sorted_tables:
        for row in (await play.read(partial(_all, table=table))).all():
            said = json.dumps([str(value) for value in row], ensure_ascii=False).casefold()
            found += [f"{table.name}: {canary}: {said}" for canary in CANARIES if canary.casefold() in said]
    return found


async def _all(session, *, table):
    return await session.execute(select(table))


async def test_no_row_knows_him_and_the_books_are_as_they_were(play: Play, client_id: int) -> None:
    books = [LedgerEntry.amount, Policy.number, Policy.premium, Deal.stage]
    before = [(await play.read(lambda s, c=c: s.execute(select(c).order_by(c)))).scalars().all() for c in books]
    assert len(await traces(play)) > 20
    shown = await erased(play, client_id)
    assert "Erased." in shown.text
    left = await traces(play)
    assert not left, "\n".join(left)
    after = [(await play.read(lambda s, c=c: s.execute(select(c).order_by(c)))).scalars().all() for c in books]
    assert after == before
    assert await play.read(find_broken) == []
    assert play.storage.contents == {}
    event = (
        await play.read(lambda s: s.execute(select(EventRow).where(EventRow.name == "client.erased")))
    ).scalar_one()
    assert event.actor_id == play.ids[ADMIN.telegram_id]
    assert event.payload["reason"] == "asked in writing"


async def test_his_deal_and_its_journal_still_open(play: Play, client_id: int) -> None:
    deal_id = (await play.read(lambda session: session.execute(select(Deal.id)))).scalar_one()
    await erased(play, client_id)
    for data in (f"deal.card:{deal_id}", f"deal.journal:{deal_id}", "policy.card:1", f"deal.folder:{deal_id}"):
        await play.tap_data(ADMIN, data)
        assert not [canary for canary in CANARIES if canary in play.screen(ADMIN).text]
    assert "Erase" not in str((await play.tap_data(ADMIN, f"client.card:{client_id}")).labels)


async def test_while_something_is_in_force_a_reason_and_the_name_are_asked_for(play: Play, client_id: int) -> None:
    await play.tap_data(ADMIN, f"client.card:{client_id}")
    await play.tap(ADMIN, "Erase for good")
    assert "1 policy that still runs" in play.screen(ADMIN).text
    await play.say(ADMIN, "court order")
    assert "write the name: Иванов Иван" in play.screen(ADMIN).text
    assert "nobody was erased" in (await play.say(ADMIN, "yes")).text
    assert "nobody was erased" in (await play.say(ADMIN, "Иванов")).text
    assert "Erased." in (await play.say(ADMIN, "  иванов   иван ")).text
    assert (await play.read(lambda s: s.execute(select(Client.name)))).scalar_one() == "—"


async def test_only_admins_see_and_do_it(play: Play, client_id: int) -> None:
    await play.tap_data(MANAGER, f"client.card:{client_id}")
    assert "Стереть навсегда" not in play.screen(MANAGER).labels
    for verb in ("client.erase", "client.file"):
        await play.tap_data(MANAGER, f"{verb}:{client_id}")
    await play.run_events()
    assert (await play.read(lambda s: s.execute(select(Client.name)))).scalar_one() == "Иванов Иван"


async def test_erased_twice_is_erased_once_and_he_does_not_come_back(play: Play, client_id: int) -> None:
    await erased(play, client_id)
    for verb in ("client.erase", "client.restore", "client.file"):
        await play.tap_data(ADMIN, f"{verb}:{client_id}")
    await play.run_events()
    names = (await play.read(lambda s: s.execute(select(EventRow.name)))).scalars().all()
    assert names.count("client.erased") == 1
    assert "client.restored" not in names


async def test_words_of_the_books_go_only_to_the_mark(play: Play, client_id: int) -> None:
    for column in ("reason = 'other'", "reason = NULL", "amount = 1"):
        with pytest.raises(Exception, match="append-only"):
            await play.write(lambda s, c=column: s.execute(text(f"UPDATE ledger_entries SET payee = 'x', {c}")))


async def test_the_ledger_of_erasures_erases_again_only_whom_it_means(play: Play, client_id: int) -> None:
    born = (await play.read(lambda s: s.execute(select(Client.created_at)))).scalar_one()
    from services.erasure.ports import Erasure

    now = play.clock.now()
    other = Erasure((client_id, (born + timedelta(seconds=1)).isoformat()), [], now.isoformat())
    assert await play.write(partial(erase_again, erasure=other, now=now)) is None
    meant = Erasure.from_line(Erasure((client_id, born.isoformat()), [], now.isoformat()).to_line())
    assert len(await play.write(partial(erase_again, erasure=meant, now=now))) == 1
    assert await play.write(partial(erase_again, erasure=meant, now=now)) is None
    assert (await play.read(lambda s: s.execute(select(Client.name)))).scalar_one() == "—"


async def test_his_file_holds_every_row_and_document_and_is_gone_once_sent(play: Play, client_id: int) -> None:
    kept: dict[str, bytes] = {}
    put = play.storage.put

    async def keep(key, data):
        await put(key, data)
        kept[key] = play.storage.contents[key]

    play.storage.put = keep
    await play.tap_data(ADMIN, f"client.card:{client_id}")
    await play.tap(ADMIN, "Everything stored")
    await play.run_events()
    (data,) = [data for key, data in kept.items() if key.startswith("exports/")]
    with ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        words = "".join(archive.read(name).decode() for name in names if name.endswith(".json"))
        (paper,) = [name for name in names if name.startswith("documents/")]
        assert paper.endswith("canary passport.pdf")
        content = archive.read(paper)
    for said in ("Иванов Иван", "+79161234567", "secret@mail.ru", "4509123456", "canary notes", "жена Ольга", "AI-1"):
        assert said in words
    sha256 = (await play.read(lambda s: s.execute(select(Document.sha256)))).scalar_one()
    assert content == play.storage.contents[storage_key(sha256)]
    play.clock.advance(minutes=2)
    await play.run_events()
    assert [key for key in play.storage.contents if key.startswith("exports/")] == []


async def test_every_table_is_named_as_his_or_as_nobodys() -> None:
    assert {place.table.__tablename__ for place in PLACES} | NOBODYS == set(Base.metadata.tables) | {"alembic_version"}
    assert not {place.table.__tablename__ for place in PLACES} & NOBODYS
