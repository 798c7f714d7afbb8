"""A backup of a living database, and what stands in the new place after its restore."""

import asyncio
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text

from bot.backup.cipher import Cipher
from bot.backup.erasures import LEDGER, ErasureFile, read_erasures
from bot.backup.facts import TABLES, counting
from bot.backup.restore import restore_backup, verify_backup
from bot.database import Database, open_database
from models.client import Client, ClientKind
from models.document import Document
from services.documents.ports import storage_key
from services.erasure.erase import erase_client
from services.erasure.ports import Erasure
from services.health.invariants import find_broken
from tests.bot.backup.conftest import Brokerage
from tests.harness import NOON
from tests.people import ADMIN


async def rows(database: Database, table: str) -> set[str]:
    found = await database.read(lambda session: session.execute(text(f'SELECT * FROM "{table}"')))
    return {str(row) for row in found.all()}


async def count(database: Database, table: str) -> int:
    return (await database.read(lambda session: session.execute(text(counting(table))))).scalar_one()


async def test_the_restored_rows_and_documents_are_those_that_were_backed_up(brokerage: Brokerage) -> None:
    taken = await brokerage.back_up()
    assert [*brokerage.backups.glob("crm-*")] == [taken.place]
    await restore_backup(taken.place, brokerage.new, None, now=NOON)
    restored = open_database(brokerage.restored_url)
    try:
        for table in TABLES:
            assert await rows(restored, table) == await rows(brokerage.play.database, table), table
        assert await restored.read(find_broken) == []
        sha256 = (await restored.read(lambda session: session.execute(select(Document.sha256)))).scalar_one()
    finally:
        await restored.close()
    original = await brokerage.installation.storage.get(storage_key(sha256))
    assert (brokerage.new.data_dir / "documents" / storage_key(sha256)).read_bytes() == original


async def test_a_backup_under_write_load_is_of_one_moment(brokerage: Brokerage) -> None:
    database, ended = brokerage.play.database, asyncio.Event()
    written = 0

    async def write() -> None:
        nonlocal written
        while not ended.is_set():
            row = {"kind": ClientKind.INDIVIDUAL, "name": "Ivanov", "search_text": "x" * 500, "created_at": NOON}
            await database.write(partial(_insert, rows=[row] * 20))
            written += 20
            await asyncio.sleep(0)

    before = await count(database, "clients")
    load = asyncio.create_task(write())
    try:
        while written < 400:
            await asyncio.sleep(0.01)
        begun = written
        taken = await brokerage.back_up()
    finally:
        ended.set()
        await load
    await restore_backup(taken.place, brokerage.new, None, now=NOON)
    assert before + begun <= taken.manifest.counts["clients"] <= before + written
    assert (taken.manifest.counts["clients"] - before) % 20 == 0
    assert written > begun, "nothing was written meanwhile"


async def _insert(session, *, rows) -> None:
    await session.execute(insert(Client), rows)


async def test_a_sealed_backup_holds_nothing_open_and_is_restored_with_its_key(
    brokerage: Brokerage, cipher: Cipher
) -> None:
    taken = await brokerage.back_up(cipher=cipher)
    stored = [path for path in taken.place.rglob("*") if path.is_file()]
    assert {path.suffix for path in stored} == {".age", ".json"}
    for path in stored:
        for canary in (b"\xd0\x98\xd0\xb2\xd0\xb0\xd0\xbd\xd0\xbe\xd0\xb2", b"79161234567", b"%PDF"):
            assert canary not in path.read_bytes(), path
    await restore_backup(taken.place, brokerage.new, cipher, now=NOON)
    restored = open_database(brokerage.restored_url)
    assert await count(restored, "clients") == 1
    await restored.close()


async def test_a_document_that_is_in_no_storage_is_named_and_stops_no_backup(brokerage: Brokerage) -> None:
    wanted = select(Document.sha256).where(Document.sha256.is_not(None))
    sha256 = (await brokerage.play.read(lambda session: session.execute(wanted))).scalar_one()
    await brokerage.installation.storage.delete(storage_key(sha256))
    taken = await brokerage.back_up()
    assert taken.manifest.missing == [sha256]
    assert verify_backup(taken.place, None).missing == [sha256]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_restore_brings_an_older_schema_to_this_one(brokerage: Brokerage, tmp_path: Path) -> None:
    from bot.database.migrate import migrate, newest_revision

    beside = open_database(brokerage.installation.database)
    await migrate(beside, target="-1")
    await beside.close()
    taken = await brokerage.back_up()
    assert taken.manifest.revision < newest_revision()
    await restore_backup(taken.place, brokerage.new, None, now=NOON)
    restored = open_database(brokerage.restored_url)
    assert await rows(restored, "alembic_version") == {f"('{newest_revision()}',)"}
    await restored.close()


async def test_whoever_was_erased_after_the_backup_is_erased_again(brokerage: Brokerage, tmp_path: Path) -> None:
    play, ledger = brokerage.play, ErasureFile(brokerage.backups)
    taken = await brokerage.back_up()
    client_id = (await play.read(lambda session: session.execute(select(Client.id)))).scalar_one()
    play.use(erasures=ledger)
    erase = partial(erase_client, actor=play.actor(ADMIN), client_id=client_id, reason="asked", today=NOON.date())
    await play.write(partial(erase, now=play.clock.now()))
    await play.run_events()
    noted = read_erasures(brokerage.backups / LEDGER)
    assert [erasure.client[0] for erasure in noted] == [client_id]
    assert "Иванов" not in (brokerage.backups / LEDGER).read_text(encoding="utf-8")
    assert (await restore_backup(taken.place, brokerage.new, None, now=NOON, erasures=noted)).erased == 1
    restored = open_database(brokerage.restored_url)
    assert [row for row in await rows(restored, "clients") if "Иванов" in row or "7916" in row] == []
    assert await rows(restored, "client_contacts") == set()
    await restored.close()
    assert [path for path in (brokerage.new.data_dir / "documents").rglob("*") if path.is_file()] == []


async def test_a_line_of_the_ledger_that_a_kill_has_cut_spoils_no_other(tmp_path: Path) -> None:
    erasure = Erasure((1, NOON.isoformat()), [(2, NOON.isoformat())], NOON.isoformat())
    (tmp_path / LEDGER).write_text(erasure.to_line()[:20], encoding="utf-8")
    for _ in range(2):
        await ErasureFile(tmp_path).note(erasure)
    assert read_erasures(tmp_path / LEDGER) == [erasure]
