"""Wrong values and a database that is away: a sentence and an exit code, never a traceback."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.database import Database, open_database
from bot.database.reach import DatabaseUnreachableError, reach
from tests.bot.telegrams import settings_for
from tests.bot.test_doctor import free_port
from tests.bot.test_web import Away

SECRET = "a-secret-of-the-tests"


def crm(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.process
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("WEB_PORT", "80800"),
        ("SANDBOX_PORT", "port"),
        ("DATABASE_URL", "mysql://localhost/crm"),
        ("TELEGRAM_BOT_TOKEN", "token"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("TELEGRAM_PROXY", "ftp://proxy"),
        ("TELEGRAM_WEBHOOK_URL", "http://crm.example/telegram/webhook"),
        ("TELEGRAM_WEBHOOK_SECRET", "short"),
        ("DOCUMENT_STORAGE", "s3:/bucket"),
        ("INVITE_HOURS", "0"),
        ("OPENAI_BASE_URL", "api.openai.com"),
        ("AI_API", "soap"),
        ("AI_TIMEOUT", "51"),
        ("AI_PRICE_IN", "-1"),
        ("AI_CALLS_A_DAY", "many"),
        ("TIME_ZONE", "Moon/Base"),
        ("LOG_LEVEL", "LOUD"),
        ("DATA_DIR", "/dev/null/crm"),
    ],
)
def test_wrong_value_is_named_with_code_2(tmp_path: Path, name: str, value: str) -> None:
    ended = crm(tmp_path, "run", **{name: value})
    assert ended.returncode == 2
    assert name in ended.stderr
    assert "Traceback" not in ended.stderr
    assert len(ended.stderr.strip().splitlines()) == 1


@pytest.mark.process
def test_webhook_without_a_secret_does_not_start(tmp_path: Path) -> None:
    ended = crm(tmp_path, "run", TELEGRAM_WEBHOOK_URL="https://crm.example/telegram/webhook")
    assert ended.returncode == 2
    assert "TELEGRAM_WEBHOOK_SECRET is required" in ended.stderr


@pytest.mark.process
def test_doctor_ends_with_1_where_something_is_wrong(tmp_path: Path) -> None:
    away = f"postgresql://crm:very-secret@127.0.0.1:{free_port()}/crm"
    ports = {"SANDBOX_PORT": str(free_port()), "WEB_PORT": str(free_port())}
    good = crm(tmp_path, "doctor", **ports)
    assert (good.returncode, "WRONG" in good.stdout) == (0, False)
    bad = crm(tmp_path, "doctor", DATABASE_URL=away, **ports)
    assert bad.returncode == 1
    assert "WRONG database: DATABASE_URL: " in bad.stdout
    assert "very-secret" not in bad.stdout + bad.stderr


@pytest.mark.process
def test_doctor_ends_with_2_on_a_setting_that_can_not_be_read(tmp_path: Path) -> None:
    ended = crm(tmp_path, "doctor", WEB_PORT="0")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "WEB_PORT" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.process
@pytest.mark.parametrize("command", ["run", "doctor"])
def test_one_port_for_the_sandbox_and_the_web_is_refused_with_both_names(tmp_path: Path, command: str) -> None:
    ended = crm(tmp_path, command, SANDBOX_PORT="8080", WEB_PORT="8080")
    assert ended.returncode == 2
    assert ended.stderr == "settings: SANDBOX_PORT and WEB_PORT are both 8080; name two different ports\n"


def test_one_port_is_fine_where_no_sandbox_runs(tmp_path: Path) -> None:
    assert settings_for(tmp_path, "http://127.0.0.1:9", sandbox_port=8080, web_port=8080).web_port == 8080


async def test_database_that_stays_away_ends_the_start_with_a_sentence() -> None:
    database = open_database(f"postgresql+psycopg://crm:very-secret@127.0.0.1:{free_port()}/crm")
    with pytest.raises(DatabaseUnreachableError) as refused:
        await reach(database, asyncio.Event(), patience=0)
    await database.close()
    assert str(refused.value).startswith("DATABASE_URL: the database did not answer")
    assert "very-secret" not in str(refused.value)


async def test_database_that_comes_up_late_is_waited_for(sqlite_database: Database) -> None:
    class Late(Away):
        async def read(self, work):
            if self.refusals:
                self._refuse()
            return await super().read(work)

    late = Late(sqlite_database)
    late.refusals = 1
    assert await reach(late, asyncio.Event(), patience=10)
    assert late.refusals == 0


@pytest.mark.process
async def test_start_that_waits_for_its_database_obeys_sigterm(tmp_path: Path) -> None:
    log = tmp_path / "log"
    environment = {
        "PATH": "/usr/bin:/bin",
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": f"postgresql://crm@127.0.0.1:{free_port()}/crm",
        "TELEGRAM_BOT_TOKEN": "123456:ABCDEFGHIJKLMN",
        "TELEGRAM_API_URL": "http://127.0.0.1:9",
    }
    with log.open("wb") as output:
        arguments = [sys.executable, "-m", "bot.cli", "run"]
        waiting = await asyncio.create_subprocess_exec(*arguments, stderr=output, env=environment)
    async with asyncio.timeout(30):
        while "database.waiting" not in log.read_text():
            await asyncio.sleep(0.05)
    waiting.terminate()
    assert await asyncio.wait_for(waiting.wait(), 10) == 0
    assert "Traceback" not in log.read_text()
