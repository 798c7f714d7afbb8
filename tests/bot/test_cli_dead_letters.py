"""`crm dead-letters`: what an operator sees and does without a chat."""

import asyncio
import shutil
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from typer.testing import CliRunner

from bot.cli import app
from bot.database import open_database
from models.delivery import Delivery, DeliveryState
from models.event import EventRow
from services.events.publish import publish
from services.users.events import UserEnabled, UserJoined
from tests.harness import NOON

RUNNER = CliRunner()


@pytest.fixture
def folder(sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installation with two dead letters of `tell_of_regained_access` and one more of another consumer."""
    shutil.copy(sqlite_template, tmp_path / "crm.sqlite3")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    async def die() -> None:
        database = open_database(f"sqlite+aiosqlite:///{tmp_path / 'crm.sqlite3'}")
        joined = UserJoined(user_id=1, person="Ivanov", role="seller", invite_id=1, invited_by=None)
        for event in (UserEnabled(user_id=1), UserEnabled(user_id=1), joined):
            await database.write(partial(publish, actor=None, event=event, now=NOON, correlation_id="test"))
        dead = {"state": DeliveryState.DEAD, "reason": "TimeoutError", "attempts": 8, "done_at": NOON}
        names = ("tell_of_regained_access", "tell_admins_of_newcomer")
        statement = update(Delivery).where(Delivery.consumer.in_(names)).values(**dead)
        await database.write(lambda session: session.execute(statement))
        await database.close()

    asyncio.run(die())
    return tmp_path


def crm(*args: str) -> tuple[int, str]:
    result = RUNNER.invoke(app, ["dead-letters", *args])
    return result.exit_code, result.output


def refs() -> list[str]:
    result = RUNNER.invoke(app, ["dead-letters", "list"])
    assert result.exit_code == 0, result.output
    return [line.split()[0] for line in result.stdout.splitlines()]


def events(folder: Path) -> list[tuple[str, int | None, str]]:
    async def read() -> list[tuple[str, int | None, str]]:
        database = open_database(f"sqlite+aiosqlite:///{folder / 'crm.sqlite3'}")
        wanted = select(EventRow.name, EventRow.actor_id, EventRow.correlation_id).where(EventRow.name.like("system.%"))
        found: list[tuple[str, int | None, str]] = []

        async def look(session: AsyncSession) -> None:
            found.extend(tuple(row) for row in (await session.execute(wanted)).all())

        await database.read(look)
        await database.close()
        return found

    return asyncio.run(read())


def test_the_list_names_each_with_consumer_event_tries_and_reason(folder: Path) -> None:
    code, output = crm("list")
    assert code == 0
    assert len(output.splitlines()) == 3
    for word in (
        "tell_of_regained_access",
        "user.enabled",
        "user:1",
        "8 tries",
        "TimeoutError",
        "2026-11-23 09:00:00Z",
    ):
        assert word in output


def test_show_gives_the_payload_without_personal_values(folder: Path) -> None:
    code, output = crm("show", next(ref for ref in refs() if "newcomer" in crm("show", ref)[1]))
    assert code == 0
    assert "role: seller" in output
    assert "Ivanov" not in output


def test_that_there_are_none_is_said(folder: Path) -> None:
    crm("requeue-all")
    assert crm("list") == (0, "nothing was given up\n")


def test_requeue_works_once(folder: Path) -> None:
    first, *others = refs()
    assert crm("requeue", first) == (0, f"{first} is tried again\n")
    assert crm("requeue", first) == (1, f"{first} is dead no more\n")
    assert sorted(refs()) == sorted(others)
    assert events(folder) == [("system.delivery.requeued", None, "terminal")]


def test_drop_wants_a_reason(folder: Path) -> None:
    first = refs()[0]
    assert crm("drop", first)[0] == 2
    assert crm("drop", first, "--reason", "  ")[0] == 2
    assert crm("drop", first, "--reason", "told by phone") == (0, f"{first} is dropped\n")
    assert first not in refs()
    assert events(folder) == [("system.delivery.dropped", None, "terminal")]


def test_requeue_all_leaves_none(folder: Path) -> None:
    assert crm("requeue-all") == (0, "3 are tried again\n")
    assert refs() == []
    assert len(events(folder)) == 3


@pytest.mark.parametrize("ref", ["d999", "u999", "x1", "12"])
def test_what_is_not_there_is_refused(folder: Path, ref: str) -> None:
    assert crm("show", ref) == (1, "Not found: it may have been deleted.\n")
    assert crm("requeue", ref)[0] == 1
