"""The three languages say the same things, and nothing is asked for that they do not have."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from models.user import Language
from services.errors import AppError

ROOT = Path(__file__).parents[2]
KEY = re.compile(r"(?:scr|ask|btn|err|ntf|jrn|toast|cmd|doubt|refusal|role|cal|who)-[\w-]*\w")


class Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the visitor's naming
        self.names.add(node.id.name)


def texts(language: Language) -> dict[str, set[str]]:
    """Each key with the variables that its text uses."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content[:80]}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{path}: {entry.id.name} stands twice"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = variables.names
    return found


RUSSIAN = texts(Language.RU)


@pytest.mark.parametrize("language", [Language.UK, Language.EN])
def test_languages_have_the_same_keys_and_variables(language: Language) -> None:
    other = texts(language)
    assert set(other) == set(RUSSIAN)
    differing = {key: (RUSSIAN[key], other[key]) for key in RUSSIAN if other[key] != RUSSIAN[key]}
    assert not differing


def literals() -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys written in the code, and patterns of those that are put together from a value."""
    whole: set[str] = set()
    composed: list[re.Pattern[str]] = []
    for room in ("bot", "handlers", "services", "models"):
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    whole.add(node.value)
                if isinstance(node, ast.JoinedStr):
                    parts = [re.escape(p.value) if isinstance(p, ast.Constant) else r"[\w-]+" for p in node.values]
                    composed.append(re.compile("".join(parts)))
    return whole, composed


def test_every_key_in_the_code_has_its_text() -> None:
    whole, _ = literals()
    wanted = {value for value in whole if KEY.fullmatch(value)}
    assert not wanted - set(RUSSIAN)


def test_every_text_is_said_somewhere() -> None:
    whole, composed = literals()
    unused = {
        key for key in RUSSIAN if key not in whole and not any(p.fullmatch(key) for p in composed if "-" in p.pattern)
    }
    assert not unused


def subclasses(of: type[AppError]) -> list[type[AppError]]:
    direct = of.__subclasses__()
    return [*direct, *(deeper for one in direct for deeper in subclasses(one))]


@pytest.mark.parametrize("language", list(Language))
def test_every_refusal_has_words(language: Language) -> None:
    from handlers import build_steps  # imports every subject and with it every refusal

    assert build_steps()
    spoken = texts(language)
    codes = {refusal.code for refusal in subclasses(AppError) if not refusal.__module__.startswith("tests.")}
    assert not {f"err-{code}" for code in codes} - set(spoken)
