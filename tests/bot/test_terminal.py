"""What the terminal says when a command can't be done: a sentence and a code, never a traceback."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app

RUNNER = CliRunner()
READING = [
    ["audit", "verify"],
    ["dead-letters", "list"],
    ["dead-letters", "requeue-all"],
    ["replay", "deal", "1"],
    ["export-client", "1", "given"],
]


def crm(*args: str) -> tuple[int, str]:
    result = RUNNER.invoke(app, list(args))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_before_the_first_start_there_is_no_database_and_none_is_made(folder: Path, command: list[str]) -> None:
    code, output = crm(*command)
    assert code == 1
    assert "There is no database yet" in output
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
def test_a_database_without_our_tables_or_that_is_away_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "crm.sqlite3").touch()
    assert crm(*command)[1].startswith("The database can't do it: no such table")
    monkeypatch.setenv("DATABASE_URL", "postgresql://127.0.0.1:1/crm")
    code, output = crm(*command)
    assert code == 1
    assert "Connection refused" in output


@pytest.mark.parametrize("number", ["0", "99999999999999999999", "x"])
def test_a_number_that_nothing_can_have_is_refused(folder: Path, number: str) -> None:
    for command in (["replay", "deal", number], ["export-client", number, "given"]):
        code, output = crm(*command)
        assert code == 2
        assert "Invalid value" in output


@pytest.mark.parametrize(
    ("option", "value"), [("--database-url", "mysql://127.0.0.1/crm"), ("--document-storage", "ftp://bucket")]
)
def test_an_address_of_another_sort_is_refused_by_its_option(folder: Path, option: str, value: str) -> None:
    code, output = crm("restore", "backup", "--into", "new", option, value)
    assert code == 2
    assert option in output
