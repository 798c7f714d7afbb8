"""What is registered at import is whole, and the dispatcher stands as the update path wants it."""

import ast
import re
import socket
from pathlib import Path
from typing import Any

import pytest
from aiogram.fsm.strategy import FSMStrategy

from bot.dispatcher import build_dispatcher
from handlers import build_steps
from services.access import RIGHTS, Right
from services.automation import CONSUMERS
from services.events.event import EVENT_TYPES
from tests.architecture.test_house import ROOMS, ROOT, modules

STEPS = build_steps()
LONGEST_MODULE = 300


def test_the_dispatcher_is_built_without_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any) -> None:
        raise AssertionError("it reaches out")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    build_dispatcher(build_steps())


def test_aiograms_own_state_and_isolation_are_off() -> None:
    """The FSM is a storage in the update's transaction; the worker's lanes serialise."""
    dispatcher = build_dispatcher(STEPS)
    assert type(dispatcher.fsm.events_isolation).__name__ == "DisabledEventIsolation"
    assert dispatcher.fsm.strategy is FSMStrategy.USER_IN_CHAT
    assert not [middleware for middleware in dispatcher.update.outer_middleware if "FSM" in type(middleware).__name__]


def test_every_right_has_its_roles_and_every_step_a_right() -> None:
    assert set(RIGHTS) == set(Right)
    assert [right for right, roles in RIGHTS.items() if not roles] == []
    steps = [step for table in STEPS._tables()[:7] for step in table.values()]
    assert [step.function.__qualname__ for step in steps if not isinstance(step.right, Right)] == []


def test_verbs_and_steps_leave_room_for_an_argument() -> None:
    """64 bytes of callback data hold a verb and an id, or a token, a step and a value."""
    assert [verb for verb in STEPS.taps if len(verb) > 24 or ":" in verb] == []
    assert [state for state in STEPS.states if len(state.rpartition(":")[2]) > 20] == []


def test_steps_of_one_flow_have_names_of_their_own() -> None:
    """A chip names its step without the flow."""
    for state in STEPS.states:
        flow, _, step = state.rpartition(":")
        assert [other for other in STEPS.states if other.endswith(f":{step}") and other.startswith(f"{flow}:")] == [
            state
        ]


def test_every_consumer_hears_events_that_exist() -> None:
    unknown = {name: consumer.events - set(EVENT_TYPES) for name, consumer in CONSUMERS.by_name.items()}
    assert {name: events for name, events in unknown.items() if events} == {}


@pytest.mark.parametrize("event", EVENT_TYPES.values(), ids=lambda event: event.name)
def test_an_event_names_its_aggregate_and_its_personal_fields(event: Any) -> None:
    fields = set(event.__dataclass_fields__)
    assert f"{event.aggregate}_id" in fields
    assert event.personal <= fields


def test_modules_stay_small() -> None:
    long = {
        str(path): lines
        for path, _ in modules(*ROOMS)
        if (lines := len((ROOT / path).read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }
    assert not long, f"one module per use case, one per screen family: {long}"


TYPED_BY_PEOPLE = (
    "handlers/parsing",
    "handlers/common/answers.py",
    "handlers/clients/finding.py",
    "handlers/tasks/parse.py",
    "services/insurers",
    "services/scoring/redact.py",
    "services/search",
    "services/clients/identifiers.py",
    "services/documents/formats",
    "bot/doctor.py",
)
DOCUMENTED = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def docstring_of(node: ast.AST) -> ast.expr | None:
    if isinstance(node, DOCUMENTED) and node.body and isinstance(node.body[0], ast.Expr):
        return node.body[0].value
    return None


def test_words_that_people_read_stand_in_locales() -> None:
    """Russian and Ukrainian letters in code are words that people type, and stand with the parsers."""
    letters = re.compile(r"[а-яёіїєґ]", re.IGNORECASE)
    found = []
    for path, tree in modules("bot", "handlers", "services", "integrations", "web", "models"):
        if str(path).startswith(TYPED_BY_PEOPLE) or Path(path).name == "parse.py":
            continue
        docstrings = {id(docstring_of(node)) for node in ast.walk(tree)}
        for node in ast.walk(tree):
            said = node.value if isinstance(node, ast.Constant) and id(node) not in docstrings else None
            if isinstance(said, str) and letters.search(said):
                found.append(f"{path}:{getattr(node, 'lineno', 0)} {said[:40]}")
    assert not found, f"words belong in locales/: {found}"
