"""What an empty installation gets, and what is told of it."""

import json

import pytest

from bot.database import Database
from bot.first_start import greet
from bot.settings import Settings
from sandbox.seed import seed
from services.automation.rules.seed import seed_rules
from tests.harness import NOON
from tests.logged import Logged


def events(logged: Logged) -> list[str]:
    return [json.loads(line)["event"] for line in logged.lines]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_the_seed_is_told_in_one_line_and_only_when_there_was_one(database: Database, logged: Logged) -> None:
    welcome = greet(Settings(_env_file=None), lambda: seed)
    await welcome(database, NOON)
    (line,) = logged.lines
    assert json.loads(line)["event"] == "seed.loaded"
    assert json.loads(line)["count"] > 100
    await welcome(database, NOON)
    assert len(logged.lines) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_what_happens_after_the_seed_has_its_lines(database: Database, logged: Logged) -> None:
    await greet(Settings(_env_file=None), lambda: _nothing)(database, NOON)
    await database.write(lambda session: seed_rules(session, now=NOON, on=False))
    assert set(events(logged)) == {"event.published"}


async def _nothing(session: object, **facts: object) -> None: ...
