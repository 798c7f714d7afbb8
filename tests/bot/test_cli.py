"""The commands that answer at once."""

import json
from importlib.metadata import version
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.cli import app

RUNNER = CliRunner()


def parse(kind: str, *lines: str | bytes) -> Result:
    given = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    return RUNNER.invoke(app, ["parse", kind], input=given)


def answers(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_version_is_the_distributions() -> None:
    result = RUNNER.invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"{version('ael-crm')}\n")


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "not json",
        '["a", "list"]',
        "7",
        "null",
        b'{"id": 1, "text": "\xff"}',
        "[" * 100_000,
        "9" * 5_000,
    ],
)
def test_a_line_that_is_no_json_object_is_answered_and_stops_no_others(line: str | bytes) -> None:
    found = answers(parse("money", '{"id": 1, "text": "5 руб"}', line, '{"id": 2, "text": "7 руб"}'))
    assert [answer["id"] for answer in found] == [1, None, 2]
    assert found[1] == {"id": None, "result": {"ask": "bad-json"}}
    assert [found[at]["result"]["amount"] for at in (0, 2)] == [500, 700]


@pytest.mark.parametrize("given", ["null", "[1]", '"now"', "7"])
def test_a_given_of_a_wrong_shape_stops_no_others(given: str) -> None:
    found = answers(parse("date", f'{{"id": 1, "text": "завтра", "given": {given}}}', '{"id": 2, "text": "завтра"}'))
    assert [answer["id"] for answer in found] == [1, 2]
    assert "date" in found[1]["result"]


def test_an_id_comes_back_as_it_was_whatever_it_holds() -> None:
    line = json.dumps({"id": "строка \ud800", "text": "5 руб"})
    assert answers(parse("money", line))[0]["id"] == "строка \ud800"


def test_blank_lines_are_passed_over() -> None:
    assert answers(parse("money", "", "  ", '{"id": 1, "text": "5 руб"}', ""))[0]["id"] == 1


@pytest.mark.parametrize("lines", [(), ('{"id": 1, "text": "дождь"}',)])
def test_an_unknown_kind_ends_with_2_and_the_known_ones_in_one_line(lines: tuple[str, ...]) -> None:
    result = parse("weather", *lines)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "weather" in line
    assert all(kind in line for kind in ("date", "document", "instalments", "money"))
