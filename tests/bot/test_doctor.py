"""`crm doctor` says in a sentence what is wrong."""

import shutil
import socket
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from bot import doctor
from bot.doctor import Finding, examine
from bot.settings import Settings
from sandbox.openai_twin import MODEL_KEY, MODEL_PATH
from tests.bot.telegrams import settings_for
from tests.bot.test_web import running
from tests.sandbox.conftest import Telegram


@pytest.fixture
def taken() -> Iterator[tuple[int, int]]:
    """Ports that another program listens on, without a word of HTTP."""
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        yield one.getsockname()[1], other.getsockname()[1]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def sandboxed(folder: Path, **values: Any) -> Settings:
    ports = {"sandbox_port": free_port(), "web_port": free_port()}
    return Settings(_env_file=None, data_dir=folder, **{**ports, **values})


async def wrongs(settings: Settings) -> dict[str, str]:
    """What is wrong, by part."""
    words: dict[str, str] = {}
    for part, finding in await examine(settings):
        if not finding.fine:
            words[part] = f"{words.get(part, '')} {finding.words}".strip()
    return words


async def test_empty_folder_with_free_ports_is_fine_and_stays_empty(tmp_path: Path) -> None:
    found = await examine(sandboxed(tmp_path / "new"))
    assert [part for part, finding in found if not finding.fine] == []
    assert [part for part, _ in found] == [
        "settings",
        "data folder",
        "database",
        "documents",
        "backups",
        "sandbox",
        "web",
        "model",
    ]
    assert not (tmp_path / "new" / "crm.sqlite3").exists()
    assert [path for path in (tmp_path / "new" / "documents").rglob("*") if path.is_file()] == []


async def test_backups_are_told_of_and_a_folder_that_cant_be_written_is_wrong(tmp_path: Path) -> None:
    words = {part: finding.words for part, finding in await examine(sandboxed(tmp_path))}
    assert "none was taken yet, not sealed" in words["backups"]
    (tmp_path / "file").write_bytes(b"")
    settings = sandboxed(tmp_path).model_copy(update={"backup_folder": tmp_path / "file" / "backups"})
    assert "BACKUP_FOLDER" in (await wrongs(settings))["backups"]


async def test_migrated_sqlite_is_fine(sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copy(sqlite_template, tmp_path / "crm.sqlite3")
    assert await wrongs(sandboxed(tmp_path)) == {}


async def test_old_schema_is_named_with_what_to_do(sqlite_template: Path, tmp_path: Path) -> None:
    shutil.copy(sqlite_template, tmp_path / "crm.sqlite3")
    with closing(sqlite3.connect(tmp_path / "crm.sqlite3")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '0001'")
    words = (await wrongs(sandboxed(tmp_path)))["database"]
    assert "schema at 0001" in words
    assert "crm migrate" in words


async def test_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "crm.sqlite3").write_text("not a database at all, but long enough to be read as one" * 20)
    assert "not a database" in (await wrongs(sandboxed(tmp_path)))["database"]


async def test_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    words = await wrongs(sandboxed(tmp_path / "file"))
    assert words["data folder"].startswith("DATA_DIR: ")


async def test_full_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Usage(NamedTuple):
        total: int
        used: int
        free: int

    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda folder: Usage(1, 1, 3 * 2**20))
    assert "only 3 MB are free" in (await wrongs(sandboxed(tmp_path)))["data folder"]


async def test_taken_ports_are_named(tmp_path: Path, taken: tuple[int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "PORT_SECONDS", 0.2)
    words = await wrongs(sandboxed(tmp_path, sandbox_port=taken[0], web_port=taken[1]))
    assert words["sandbox"].startswith("SANDBOX_PORT: ")
    assert words["web"].startswith("WEB_PORT: ")


async def test_running_sandbox_is_known(tmp_path: Path, telegram: Telegram) -> None:
    port = int(telegram.url.rpartition(":")[2])
    found = dict(await examine(sandboxed(tmp_path, sandbox_port=port)))
    assert found["sandbox"] == Finding(fine=True, words=f"no token is set; the local Telegram runs on port {port}")


async def test_running_crm_is_known_and_its_trouble_is_told(
    tmp_path: Path, sqlite_database: Any, telegram: Telegram
) -> None:
    port, silence = free_port(), [1.0]
    settings = settings_for(tmp_path, telegram.url, web_port=port)
    async with running(sqlite_database, tmp_path, telegram.url, port, poll_age=lambda: silence[0]):
        assert "is well" in dict(await examine(settings))["web"].words
        silence[0] = 500.0
        words = await wrongs(settings)
    assert "failing: telegram" in words["web"]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"code": 401, "description": "Unauthorized"}, "TELEGRAM_BOT_TOKEN: "),
        ({"code": 500}, "can't be reached"),
        ({"code": "drop"}, "can't be reached"),
    ],
)
async def test_telegram_that_refuses_or_is_away_is_named(
    tmp_path: Path, telegram: Telegram, fault: dict[str, Any], expected: str
) -> None:
    await telegram.people.fault("getMe", **fault)
    assert expected in (await wrongs(settings_for(tmp_path, telegram.url, web_port=free_port())))["telegram"]
    await telegram.people.clear_faults()
    assert await wrongs(settings_for(tmp_path, telegram.url, web_port=free_port())) == {}


async def test_failing_webhook_is_named(tmp_path: Path, telegram: Telegram) -> None:
    url = f"http://127.0.0.1:{free_port()}/telegram/webhook"
    settings = settings_for(
        tmp_path,
        telegram.url,
        web_port=free_port(),
        telegram_webhook_url=url,
        telegram_webhook_secret="a-secret-of-the-tests",
    )
    assert await wrongs(settings) == {}
    await telegram.done("setWebhook", url=url)
    await telegram.people.say(7000000003, "/start")
    words = ""
    for _ in range(100):
        words = (await wrongs(settings)).get("telegram", "")
        if words:
            break
    assert words.startswith("TELEGRAM_WEBHOOK_URL: ")


async def test_a_model_that_answers_is_fine(tmp_path: Path, telegram: Telegram) -> None:
    local = {"openai_base_url": f"{telegram.url}{MODEL_PATH}", "openai_api_key": MODEL_KEY}
    assert await wrongs(sandboxed(tmp_path, **local)) == {}
    assert await telegram.people.model_requests() == []


async def test_a_model_that_refuses_or_is_away_is_named_without_its_key(tmp_path: Path, telegram: Telegram) -> None:
    refuses = {"openai_base_url": f"{telegram.url}{MODEL_PATH}", "openai_api_key": "sk-very-secret"}
    words = (await wrongs(sandboxed(tmp_path, **refuses)))["model"]
    assert "does not answer (status); check the key" in words
    away = {**refuses, "openai_base_url": f"http://127.0.0.1:{free_port()}/v1"}
    words += (await wrongs(sandboxed(tmp_path, **away)))["model"]
    assert "does not answer (connection)" in words
    assert "very-secret" not in words


async def test_storage_that_can_not_be_reached_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "documents").write_text("a file where the folder should be")
    assert (await wrongs(sandboxed(tmp_path)))["documents"].startswith("DOCUMENT_STORAGE: ")


@pytest.mark.postgres
async def test_postgres_without_cyrillic_letters_is_named(tmp_path: Path, postgres_url: str) -> None:
    import psycopg

    with psycopg.connect(postgres_url, autocommit=True) as admin:
        name = f"{admin.info.dbname}_c"
        admin.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
        try:
            url = f"{postgres_url.rsplit('/', 1)[0]}/{name}"
            words = await wrongs(sandboxed(tmp_path, database_url=url))
        finally:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")
    assert "LC_CTYPE" in words["database"]
    found = await examine(sandboxed(tmp_path, database_url=postgres_url))
    assert any("PostgreSQL" in finding.words for _, finding in found)


async def test_postgres_that_is_away_is_named_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://crm:very-secret@127.0.0.1:{free_port()}/crm"
    words = (await wrongs(sandboxed(tmp_path, database_url=url)))["database"]
    assert words.startswith("DATABASE_URL: ")
    assert "very-secret" not in words
