"""What is no whole backup is refused in words, and nothing is left behind."""

import asyncio
import json
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.backup.cipher import Cipher, new_key
from bot.backup.manifest import DATABASE, MANIFEST, Manifest, read_manifest
from bot.backup.restore import NewPlace, restore_backup
from bot.backup.take import Taken, take_backup
from bot.cli import app
from services.backups.errors import (
    BackupDamaged,
    BackupInconsistent,
    BackupKeyMissing,
    BackupKeyWrong,
    BackupNewer,
    BackupNoRoom,
    BackupNotThere,
    BackupRefused,
    BackupToolMissing,
    BackupToolOld,
    DatabaseAway,
    RestoreNeedsFolder,
    RestorePlaceTaken,
)
from tests.bot.backup.conftest import Brokerage
from tests.harness import NOON

RUNNER = CliRunner()
CHANCE = random.Random(20261122)  # noqa: S311 - chance that can be repeated, not a secret
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


@pytest.fixture
async def taken(brokerage: Brokerage) -> Taken:
    return await brokerage.back_up()


async def refused(brokerage: Brokerage, backup: Path, cipher: Cipher | None = None) -> BackupRefused:
    with pytest.raises(BackupRefused) as refusal:
        await restore_backup(backup, brokerage.new, cipher, now=NOON)
    left = [path for path in brokerage.new.data_dir.parent.iterdir() if path.name.strip(".").startswith("new")]
    assert left == []
    return refusal.value


def rewritten(taken: Taken, **changes: object) -> None:
    """The manifest as somebody would write it who knows how."""
    body = {**json.loads((taken.place / MANIFEST).read_bytes()), **changes}
    body.pop("seal")
    body.pop("format")
    manifest = Manifest._of(body)
    (taken.place / MANIFEST).write_bytes(manifest.to_bytes(None))


@ON_SQLITE
@pytest.mark.parametrize("sealed", [False, True])
async def test_a_bit_that_flipped_anywhere_is_found(brokerage: Brokerage, cipher: Cipher, sealed: bool) -> None:
    key = cipher if sealed else None
    taken = await brokerage.back_up(cipher=key)
    for path in [path for path in taken.place.rglob("*") if path.is_file()]:
        whole = path.read_bytes()
        for at in {0, len(whole) - 1, *(CHANCE.randrange(len(whole)) for _ in range(20))}:
            path.write_bytes(whole[:at] + bytes([whole[at] ^ 1 << CHANCE.randrange(8)]) + whole[at + 1 :])
            assert isinstance(await refused(brokerage, taken.place, key), BackupDamaged | BackupKeyWrong | BackupNewer)
        path.write_bytes(whole)
    await restore_backup(taken.place, brokerage.new, key, now=NOON)


@ON_SQLITE
async def test_a_file_that_was_cut_lost_or_added_is_found(brokerage: Brokerage, taken: Taken) -> None:
    for path in [path for path in taken.place.rglob("*") if path.is_file()]:
        whole = path.read_bytes()
        for end in (0, len(whole) // 2, len(whole) - 1):
            path.write_bytes(whole[:end])
            assert isinstance(await refused(brokerage, taken.place), BackupDamaged)
        path.unlink()
        assert isinstance(await refused(brokerage, taken.place), BackupDamaged | BackupNotThere)
        path.write_bytes(whole)
    (taken.place / "more").write_bytes(b"?")
    assert isinstance(await refused(brokerage, taken.place), BackupDamaged)


@ON_SQLITE
async def test_a_newer_version_is_refused(brokerage: Brokerage, taken: Taken) -> None:
    rewritten(taken, revision="9999", version="9.9")
    refusal = await refused(brokerage, taken.place)
    assert isinstance(refusal, BackupNewer)
    assert refusal.params == {"version": "9.9"}


@ON_SQLITE
@pytest.mark.parametrize(
    ("damage", "promise"),
    [
        ("DELETE FROM clients", "no reference leads nowhere"),
        ("UPDATE instalments SET amount = amount + 1", "the instalments of a running policy are its premium"),
        ("DELETE FROM surfaces", "surfaces has"),
        ("UPDATE alembic_version SET version_num = '0001'", "the schema is of revision"),
    ],
)
async def test_rows_that_break_a_promise_are_refused_though_every_checksum_fits(
    brokerage: Brokerage, taken: Taken, damage: str, promise: str
) -> None:
    from bot.backup.files import put_in

    with closing(sqlite3.connect(taken.place / DATABASE)) as connection:
        connection.executescript(damage)
    with (taken.place / DATABASE).open("rb") as file:
        stored = put_in(file, brokerage.backups / "again", None)
    body = json.loads((taken.place / MANIFEST).read_bytes())
    rewritten(taken, files={**body["files"], DATABASE: {"size": stored.size, "sha256": stored.sha256}})
    refusal = await refused(brokerage, taken.place)
    assert isinstance(refusal, BackupInconsistent)
    assert promise in refusal.params["promise"]


async def test_a_key_is_asked_for_and_another_one_does_not_open(brokerage: Brokerage, cipher: Cipher) -> None:
    taken = await brokerage.back_up(cipher=cipher)
    assert isinstance(await refused(brokerage, taken.place), BackupKeyMissing)
    assert isinstance(await refused(brokerage, taken.place, Cipher(new_key())), BackupKeyWrong)


@ON_SQLITE
async def test_nothing_is_restored_over_what_is_there(brokerage: Brokerage, taken: Taken, tmp_path: Path) -> None:
    with pytest.raises(RestorePlaceTaken):
        await restore_backup(taken.place, NewPlace(data_dir=tmp_path / "old"), None, now=NOON)
    with pytest.raises(RestoreNeedsFolder):
        await restore_backup(
            taken.place, NewPlace(data_dir=tmp_path / "new", database_url="postgresql://x/y"), None, now=NOON
        )
    assert isinstance(await refused(brokerage, tmp_path / "old"), BackupNotThere)


@ON_SQLITE
async def test_a_backup_is_not_restored_into_itself(brokerage: Brokerage, taken: Taken) -> None:
    """It would be another one afterwards, and damaged."""
    for place in (taken.place / "inside", taken.place / "documents" / ".." / "deep" / "er"):
        with pytest.raises(RestorePlaceTaken):
            await restore_backup(taken.place, NewPlace(data_dir=place), None, now=NOON)
    await restore_backup(taken.place, brokerage.new, None, now=NOON)


@ON_SQLITE
async def test_a_place_that_cant_be_is_said(brokerage: Brokerage, taken: Taken, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BackupNoRoom):
        await restore_backup(taken.place, NewPlace(data_dir=tmp_path / "file" / "new"), None, now=NOON)
    with pytest.raises(BackupNoRoom):
        await take_backup(brokerage.installation, tmp_path / "file" / "backups", now=NOON)


@ON_SQLITE
async def test_a_full_disk_is_said_wherever_it_comes(brokerage: Brokerage, taken: Taken, tmp_path: Path) -> None:
    """No file of the process may grow beyond a limit, of one page and of half the database."""
    shutil.copy(tmp_path / "crm.sqlite3", tmp_path / "old" / "crm.sqlite3")
    environment = {"DATA_DIR": str(tmp_path / "old"), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"}
    crm, whole = str(Path(sys.executable).parent / "crm"), (taken.place / DATABASE).stat().st_size // 1024
    for command in (["backup", str(tmp_path / "full")], ["restore", str(taken.place), "--into", str(tmp_path / "new")]):
        for limit in (4, whole // 2):
            shell = ["/bin/bash", "-c", f'trap "" XFSZ; ulimit -f {limit}; exec "$0" "$@"', crm, *command]
            done = await asyncio.to_thread(subprocess.run, shell, env=environment, capture_output=True, text=True)
            assert done.returncode == 1
            assert "Traceback" not in done.stderr, done.stderr[-2000:]
            assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in (tmp_path / "full").iterdir()] == [".lock"]
    assert [path for path in tmp_path.iterdir() if path.name.strip(".").startswith("new")] == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_living_database_is_not_restored_over(brokerage: Brokerage, database_url: str, tmp_path: Path) -> None:
    taken = await brokerage.back_up()
    living = database_url.replace("+psycopg", "")
    with pytest.raises(RestorePlaceTaken):
        await restore_backup(taken.place, NewPlace(data_dir=tmp_path / "new", database_url=living), None, now=NOON)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize(("version", "refusal"), [(None, BackupToolMissing), ("9.6", BackupToolOld)])
async def test_a_tool_that_is_missing_or_too_old_is_named(
    brokerage: Brokerage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str | None, refusal: type
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    if version:
        (tools / "pg_dump").write_text(f"#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}'\n")
        (tools / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))
    with pytest.raises(refusal):
        await brokerage.back_up()
    assert [path.name for path in brokerage.backups.iterdir()] == [".lock"]


async def test_a_database_that_is_away_is_said(brokerage: Brokerage, tmp_path: Path) -> None:
    there = brokerage.installation.database
    away = f"sqlite+aiosqlite:///{tmp_path}/none" if "sqlite" in there else "postgresql+psycopg://127.0.0.1:1/crm"
    object.__setattr__(brokerage.installation, "database", away)
    with pytest.raises(DatabaseAway):
        await brokerage.back_up()


@ON_SQLITE
async def test_the_command_says_why_and_ends_with_one(
    brokerage: Brokerage, taken: Taken, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (taken.place / DATABASE).write_bytes(b"")
    arguments = ["restore", str(taken.place), "--into", str(tmp_path / "new")]
    result = await asyncio.to_thread(RUNNER.invoke, app, arguments)
    assert result.exit_code == 1
    assert "The backup is damaged: database is not what it was" in result.output


@ON_SQLITE
async def test_a_backup_that_was_killed_is_none_and_the_next_one_sweeps_up(
    brokerage: Brokerage, tmp_path: Path
) -> None:
    """Killed at random moments from its start to its end."""
    old = brokerage.installation.data_dir
    shutil.copy(tmp_path / "crm.sqlite3", old / "crm.sqlite3")
    with closing(sqlite3.connect(old / "crm.sqlite3")) as connection:
        connection.executescript(
            "CREATE TABLE big (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) "
            "INSERT INTO big SELECT randomblob(9000) FROM n"
        )
    await asyncio.to_thread(_kill_now_and_then, brokerage.backups, {"DATA_DIR": str(old), "PATH": "/usr/bin:/bin"})
    assert [path.name for path in brokerage.backups.glob(".*")] == [".lock"]
    assert [*old.glob(".backup-*")] == []


def _kill_now_and_then(folder: Path, environment: dict[str, str]) -> None:
    command = [Path(sys.executable).parent / "crm", "backup", str(folder)]
    begun = time.monotonic()
    subprocess.run(command, env=environment, cwd=folder.parent, check=True, capture_output=True)
    whole = time.monotonic() - begun
    for _ in range(6):
        process = subprocess.Popen(command, env=environment, cwd=folder.parent, stdout=subprocess.DEVNULL)
        time.sleep(CHANCE.uniform(0.3, 1.0) * whole)
        process.kill()
        process.wait()
        for place in folder.glob("crm-*"):
            read_manifest(place, None)
    subprocess.run(command, env=environment, cwd=folder.parent, check=True, capture_output=True)
