"""Which model the process asks."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.clock import SystemClock
from bot.database import Database
from bot.sandbox_process import SandboxAddress
from bot.scoring import open_model, open_scoring, with_local_model
from bot.settings import Settings
from integrations.circuit import Circuit
from models.user import Language
from services.scoring.ports import NoScorer

CIRCUIT = Circuit(SystemClock().now)
SANDBOX = SandboxAddress("http://127.0.0.1:1", "t", "bot", "http://127.0.0.1:1/openai/v1", "sk-local")


def settings(tmp_path: Path, **given: str) -> Settings:
    return Settings(_env_file=None, data_dir=tmp_path, **given)


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


def test_beside_the_sandbox_the_local_model_is_asked(tmp_path: Path) -> None:
    access = with_local_model(settings(tmp_path), SANDBOX).model_access
    assert access is not None
    assert (access.base_url, access.api_key) == (SANDBOX.model_url, SANDBOX.model_key)


@pytest.mark.parametrize("given", [{"openai_api_key": "sk-own"}, {"openai_base_url": "https://llm.example/v1"}])
def test_what_is_configured_holds_beside_the_sandbox_too(tmp_path: Path, given: dict[str, str]) -> None:
    known = settings(tmp_path, **given)
    assert with_local_model(known, SANDBOX) is known


@pytest.mark.parametrize("key", [None, "", "  "])
async def test_without_a_key_nothing_is_asked(tmp_path: Path, sqlite_database: Database, key: str | None) -> None:
    known = settings(tmp_path, **({} if key is None else {"openai_api_key": key}))
    model = open_model(known)
    assert model is None
    assert isinstance(open_scoring(known, model, sqlite_database, SystemClock(), CIRCUIT).scorer, NoScorer)


async def test_where_nobody_asked_the_region_decides_the_language(tmp_path: Path, sqlite_database: Database) -> None:
    for region, language in (("RU", Language.RU), ("UA", Language.UK)):
        scoring = open_scoring(settings(tmp_path, region=region), None, sqlite_database, SystemClock(), CIRCUIT)
        assert scoring.language is language


def test_the_key_is_not_shown(tmp_path: Path) -> None:
    known = settings(tmp_path, openai_api_key="sk-very-secret")
    assert known.openai_api_key == SecretStr("sk-very-secret")
    assert "very-secret" not in repr(known) + repr(known.model_access)
