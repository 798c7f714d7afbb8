"""What is done at night, what is told of it, and by whom it is started."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from typer.testing import CliRunner

from bot.backup.keeper import Keeper, run_command
from bot.cli import app
from bot.settings import Settings
from tests.bot.backup.conftest import Brokerage
from tests.harness import Play
from tests.people import ADMIN

FINE = {"taken_at": "2026-11-24T00:00:00+00:00", "size": 7 * 2**20, "missing": 0, "name": "x"}
REFUSED = {"refused": "backup-no-room", "params": {"place": "/mnt/backups", "reason": "No space left on device"}}


class Children:
    """What was started, and what it will say."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.answers: dict[str, dict] = {"backup": FINE, "rehearse": FINE}

    async def __call__(self, name: str) -> dict:
        self.started.append(name)
        return self.answers[name]


@pytest.fixture
def children() -> Children:
    return Children()


@pytest.fixture
def keeper(play: Play, children: Children, tmp_path: Path) -> Keeper:
    settings = Settings(_env_file=None, data_dir=tmp_path, time_zone="Europe/Moscow", backup_hour=3)
    return Keeper(play.database, play.clock, settings, child=children)


async def look_each_hour(play: Play, keeper: Keeper, hours: int) -> None:
    for _ in range(hours):
        play.clock.advance(hours=1)
        await keeper.look()
    await play.deliver()


async def test_a_night_has_one_backup_and_a_week_one_rehearsal(play: Play, keeper: Keeper, children: Children) -> None:
    await look_each_hour(play, keeper, 14)
    assert children.started == [], "nobody was there at three o'clock"
    await look_each_hour(play, keeper, 24 * 15)
    assert children.started.count("backup") == 15
    assert children.started.count("rehearse") == 3
    assert children.started[:3] == ["backup", "rehearse", "backup"]
    told = [seen.text for seen in play.seen(ADMIN)]
    assert len(told) == 3
    assert "The backup restores. I put up the one of" in told[0]
    assert "7 MB" in told[0]


async def test_a_failure_is_tried_again_and_told_once(play: Play, keeper: Keeper, children: Children) -> None:
    children.answers["backup"] = REFUSED
    await look_each_hour(play, keeper, 24)
    assert children.started == ["backup"] * 3
    (told,) = play.seen(ADMIN)
    assert "This night's backup failed" in told.text
    assert "/mnt/backups can't be written to: No space left on device." in told.text
    assert "none was taken yet" in (await play.say(ADMIN, "/status")).text


async def test_a_night_that_went_well_at_the_second_try_is_not_talked_of(
    play: Play, keeper: Keeper, children: Children
) -> None:
    children.answers["backup"] = REFUSED
    await look_each_hour(play, keeper, 15)
    children.answers["backup"] = FINE
    await look_each_hour(play, keeper, 5)
    assert children.started == ["backup", "backup", "rehearse"]
    assert [seen.text[:22] for seen in play.seen(ADMIN)] == ["🛟 The backup restores."[:22]]
    assert "is 5 h old" in (await play.say(ADMIN, "/status")).text


async def test_a_rehearsal_that_fails_says_why_and_is_due_again_the_next_night(
    play: Play, keeper: Keeper, children: Children
) -> None:
    children.answers["rehearse"] = {"refused": "backup-damaged", "params": {"file": "database"}}
    await look_each_hour(play, keeper, 15)
    assert "could not be restored" in play.screen(ADMIN).text
    assert "database is not what it was" in play.screen(ADMIN).text


@pytest.mark.process
async def test_the_commands_themselves_take_a_backup_and_rehearse_it(
    brokerage: Brokerage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = brokerage.installation.database
    if url.startswith("postgresql"):
        monkeypatch.setenv("DATABASE_URL", url.replace("+psycopg", ""))
        monkeypatch.setenv("DATA_DIR", str(tmp_path / "old"))
    else:
        monkeypatch.setenv("DATA_DIR", str(tmp_path))
        (tmp_path / "old" / "documents").rename(tmp_path / "documents")
    monkeypatch.setenv("BACKUP_FOLDER", str(tmp_path / "backups"))
    assert (await run_command("rehearse"))["refused"] == "backup-not-there"
    taken = await run_command("backup")
    assert taken["size"] > 0
    assert taken["missing"] == 0
    assert await run_command("rehearse") == taken
    assert [*tmp_path.glob("**/.rehearsal-*")] == []
    monkeypatch.setenv("BACKUP_HOUR", "25")
    assert (await run_command("backup"))["params"]["reason"].startswith("settings: BACKUP_HOUR")


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_clients_file_is_written_in_the_terminal(
    brokerage: Brokerage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    (tmp_path / "old" / "documents").rename(tmp_path / "documents")
    write = ["export-client", "1", str(tmp_path / "given")]
    result = await asyncio.to_thread(CliRunner().invoke, app, write)
    assert result.exit_code == 0, result.output
    with ZipFile(tmp_path / "given" / "client-1.zip") as archive:
        assert "Иванов Иван" in archive.read("clients.json").decode()
        assert [name for name in archive.namelist() if name.endswith("policy.pdf")]
    assert result.output == f"{tmp_path / 'given' / 'client-1.zip'}\n", "no log lines"
    write[1] = "99"
    assert (await asyncio.to_thread(CliRunner().invoke, app, write)).output == "The client is no longer there.\n"
    write[1:] = ["1", str(tmp_path / "crm.sqlite3" / "given")]
    assert "can't be written: Not a directory" in (await asyncio.to_thread(CliRunner().invoke, app, write)).output


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_backup_that_was_taken_by_hand_is_known_to_the_status(
    brokerage: Brokerage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    (tmp_path / "old" / "documents").rename(tmp_path / "documents")
    play = brokerage.play
    for folder, known in ((["elsewhere"], "none was taken yet"), ([], "is less than an hour old")):
        monkeypatch.chdir(tmp_path)
        result = await asyncio.to_thread(CliRunner().invoke, app, ["backup", *folder])
        assert result.exit_code == 0, result.output
        play.clock.at = datetime.now(UTC)
        assert known in (await play.say(ADMIN, "/status")).text
