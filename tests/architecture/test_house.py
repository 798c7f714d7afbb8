"""The house keeps its own rules; a message says where a line belongs instead."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "integrations", "models", "sandbox", "services", "web")


def modules(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))


def calls(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Every call as dotted words with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node.lineno


def test_arrows_between_rooms_hold() -> None:
    linted = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.returncode == 0, linted.stdout[-3000:]


def test_nothing_below_the_edge_commits() -> None:
    found = [
        f"{path}:{line}"
        for path, tree in modules("handlers", "services", "models")
        for name, line in calls(tree)
        if name.endswith((".commit", ".rollback"))
    ]
    assert not found, f"commits belong to bot/database: {found}"


def test_services_are_told_the_time() -> None:
    clocks = re.compile(r"(datetime|date)\.(now|today|utcnow)$|^time\.(time|monotonic)$")
    found = [
        f"{path}:{line}"
        for path, tree in modules("services", "handlers", "models", "web")
        for name, line in calls(tree)
        if clocks.search(name)
    ]
    assert not found, f"take `now` or `today` as a parameter: {found}"


def test_handlers_ask_services_and_send_nothing() -> None:
    found = [
        f"{path}:{line} {name}"
        for path, tree in modules("handlers")
        for name, line in calls(tree)
        if name in {"select", "insert", "update", "delete"}
        or re.search(r"^(message|tap|query)\.(answer|edit|reply|delete)|(^|\.)bot\.\w+$", name)
    ]
    assert not found, f"queries belong in services, sending in bot/sender: {found}"


def test_version_files_freeze_their_values() -> None:
    for path in sorted((ROOT / "migrations" / "versions").glob("*.py")):
        imported = set(re.findall(r"^(?:from|import) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
        assert imported <= {"sqlalchemy", "alembic", "datetime", "hashlib", "json", "secrets"}, (
            f"{path.name} depends on code that will change"
        )


def public_verbs() -> Iterator[tuple[Path, ast.AsyncFunctionDef]]:
    for path, tree in modules("services"):
        for node in tree.body:
            if isinstance(node, ast.AsyncFunctionDef) and not node.name.startswith("_"):
                yield path, node


def parameters(node: ast.AsyncFunctionDef) -> list[str]:
    return [argument.arg for argument in node.args.posonlyargs + node.args.args]


def test_use_cases_take_session_first_and_actor_second() -> None:
    for path, node in public_verbs():
        names = parameters(node)
        where = f"{path}:{node.lineno} {node.name}"
        if "session" in names:
            assert names[0] == "session", f"{where}: the session comes first"
        if "actor" in names:
            assert names.index("actor") == (1 if "session" in names else 0), f"{where}: the actor comes second"


INNER = {
    "publish": "called by use cases that have authorised",
    "note_system": "as above",
}
AUTHORISES = re.compile(r"\b(check_right|_?access_\w+|check_\w+|may)\b")


def test_every_verb_with_an_actor_authorises() -> None:
    """Itself, or by calling a verb that does; what is left is named with its reason."""
    by_name = {node.name: (path, node) for path, node in public_verbs()}
    bodies = {name: ast.unparse(node) for name, (_, node) in by_name.items()}
    guarded = {name for name, body in bodies.items() if AUTHORISES.search(body)}
    for _ in bodies:
        more = {name for name, body in bodies.items() if any(re.search(rf"\b{verb}\(", body) for verb in guarded)}
        if more <= guarded:
            break
        guarded |= more
    open_doors = [
        f"{path} {name}"
        for name, (path, node) in by_name.items()
        if "actor" in parameters(node)
        and name not in guarded
        and name not in INNER
        and "which has authorised" not in (ast.get_docstring(node) or "")
    ]
    assert not open_doors, f"call access_* or check_right first: {open_doors}"


@pytest.mark.parametrize("mark", ["noqa", "type: ignore"])
def test_every_exception_from_a_tool_gives_its_reason(mark: str) -> None:
    bare = re.compile(rf"# {mark}(?:\[[^\]]+\]|: [A-Z0-9, ]+)?\s*$")
    for room in (*ROOMS, "migrations"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                assert not bare.search(line), f"{path.relative_to(ROOT)}:{number} says not why"


def test_no_plain_filter_stands_before_a_step() -> None:
    """aiogram runs each magic or lambda filter in a thread; our tables need none."""
    from handlers import build_steps
    from handlers.kit.conversation import Conversation
    from handlers.router import build_router

    router = build_router(Conversation(build_steps()))
    for name, observer in router.observers.items():
        assert not [handler for handler in observer.handlers if handler.filters], name
        assert len(observer.handlers) <= 1, f"{name}: one handler, then a table"


def test_every_state_has_a_question_and_a_way_to_answer() -> None:
    from handlers import build_steps

    steps = build_steps()
    answered = {state for state, _ in steps.answers} | set(steps.picks)
    assert set(steps.states) == set(steps.questions)
    assert set(steps.states) <= answered


def test_every_event_has_a_consumer_or_says_that_it_needs_none() -> None:
    from handlers import build_steps  # imports every subject and with it every event
    from services.automation import CONSUMERS
    from services.events.event import EVENT_TYPES

    assert build_steps()
    for name, event in EVENT_TYPES.items():
        assert bool(CONSUMERS.of(name)) != event.silent, f"{name}: silent and consumed, or neither"
