"""`crm audit verify` and `crm replay`: what an operator learns about the record."""

import asyncio
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from bot.cli import app
from bot.database import open_database
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.leads.builders import a_lead
from tests.harness import Play
from tests.services.audit.test_chain import record, seal

RUNNER = CliRunner()


@pytest.fixture
def folder(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with a lead, a deal and seven more events, all sealed."""
    shutil.copy(sqlite_template, tmp_path / "crm.sqlite3")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    async def fill(play: Play) -> None:
        await play.seed()
        await a_lead(play)
        await a_deal(play, await a_client(play))
        await record(play.database, 7)
        await seal(play.database)

    within(tmp_path, fill)
    return tmp_path


def within(folder: Path, work: Callable[[Play], Awaitable[Any]]) -> None:
    async def run() -> None:
        database = open_database(f"sqlite+aiosqlite:///{folder / 'crm.sqlite3'}")
        await work(Play(database))
        await database.close()

    asyncio.run(run())


def harm(folder: Path, statement: str) -> None:
    within(folder, lambda play: play.write(lambda session: session.execute(text(statement))))


def crm(*args: str) -> tuple[int, str]:
    result = RUNNER.invoke(app, list(args))
    return result.exit_code, result.output


def test_a_chain_that_holds_is_told_with_its_last_seal(folder: Path) -> None:
    code, output = crm("audit", "verify")
    assert code == 0
    assert output.startswith("ok 10 events under 3 seals")
    noted = output.split("last seal ")[1].strip()
    assert crm("audit", "verify", "--noted", noted)[0] == 0


def test_the_first_broken_place_is_named(folder: Path) -> None:
    harm(folder, "UPDATE events SET payload = '{}' WHERE id = 6")
    code, output = crm("audit", "verify")
    assert (code, output) == (1, "BROKEN seal 2, event 6: the event is not what was sealed\n")


def test_a_slip_in_the_noted_seal_is_no_broken_chain(folder: Path) -> None:
    noted = crm("audit", "verify")[1].split("last seal ")[1].strip()
    for typed in (f" {noted.upper()} ", noted):
        assert crm("audit", "verify", "--noted", typed)[0] == 0
    for typed in (noted[:-1], noted.partition(":")[2], "the last one"):
        code, output = crm("audit", "verify", "--noted", typed)
        assert code == 2
        assert "BROKEN" not in output
        assert "NUMBER:DIGEST" in output


def test_events_that_no_seal_covers_yet_are_counted(folder: Path) -> None:
    assert "not sealed yet" not in crm("audit", "verify")[1]
    within(folder, lambda play: record(play.database, 3))
    assert "3 newer events are not sealed yet" in crm("audit", "verify")[1]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DELETE FROM events WHERE id = 5", "event 5: the event is gone"),
        ("UPDATE events SET id = 99 WHERE id = 5", "event 5: the event is gone"),
        ("UPDATE events SET actor_id = NULL WHERE id = 2", "event 2: the event is not what was sealed"),
        (
            "UPDATE events SET payload = (SELECT payload FROM events AS o WHERE o.id = 13 - events.id) WHERE id > 5",
            "event 6: the event is not what was sealed",
        ),
        ("UPDATE events SET occurred_at = datetime(occurred_at, '-1 day') WHERE id = 9", "event 9: the event is not"),
        ("UPDATE event_personal SET \"values\" = '{}' WHERE event_id = 1", "event 1: its personal values are not"),
        ("UPDATE audit_seals SET leaves = '[]' WHERE id = 2", "seal 2: the seal is changed or gone"),
        ("DELETE FROM audit_seals WHERE id = 1", "seal 1: the seal is changed or gone"),
    ],
)
def test_whatever_somebody_did_to_the_record_is_named(folder: Path, statement: str, said: str) -> None:
    """Past the program, which would not let them."""
    with closing(sqlite3.connect(folder / "crm.sqlite3")) as connection, connection:
        connection.execute(statement)
    code, output = crm("audit", "verify")
    assert code == 1
    assert said in output


def test_an_end_that_was_cut_off_is_found_by_a_seal_that_was_noted(folder: Path) -> None:
    noted = crm("audit", "verify")[1].split("last seal ")[1].strip()
    harm(folder, "DELETE FROM audit_seals WHERE id = 3")
    assert crm("audit", "verify")[0] == 0
    code, output = crm("audit", "verify", "--noted", noted)
    assert code == 1
    assert "cut off" in output


def test_a_row_beside_what_its_events_tell(folder: Path) -> None:
    code, output = crm("replay", "lead", "1")
    assert (code, output.splitlines()[0], output.splitlines()[-1]) == (0, "lead 1 from 1 events", "equal")
    harm(folder, "UPDATE deals SET object = 'Kia Rio'")
    code, output = crm("replay", "deal", "1")
    assert code == 1
    assert '! object: "Toyota Camry 2021"  row: "Kia Rio"' in output
    harm(folder, "DELETE FROM event_personal")
    code, output = crm("replay", "lead", "1")
    assert code == 0
    assert "- name: erased" in output


def test_what_is_not_there_is_refused(folder: Path) -> None:
    assert crm("replay", "lead", "99") == (1, "Not found: it may have been deleted.\n")
    assert crm("replay", "client", "1")[0] == 2
