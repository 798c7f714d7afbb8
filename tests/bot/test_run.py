"""A start that is ended before the loop listens."""

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import pytest

import bot.run
from bot.run import run_crm
from bot.settings import Settings


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a start sets for its whole process stays as the tests have it."""
    monkeypatch.setattr(bot.run, "configure_logs", lambda *_: None)
    monkeypatch.setattr(gc, "disable", lambda: None)
    handlers = [(number, signal.getsignal(number)) for number in (signal.SIGINT, signal.SIGTERM)]
    yield
    for number, handler in handlers:
        signal.signal(number, handler)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_an_import_swallows_ends_the_start_all_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: signal.Signals
) -> None:
    done: list[str] = []
    sandbox = SimpleNamespace(start=lambda: done.append("started"), stop=lambda: done.append("stopped"))
    monkeypatch.setattr(bot.run, "SandboxProcess", lambda **_: sandbox)

    def swallow() -> None:
        with suppress(SystemExit, KeyboardInterrupt):
            os.kill(os.getpid(), how)

    monkeypatch.setattr(bot.run, "import_aiogram", swallow)
    with pytest.raises(SystemExit) as ended:
        run_crm(Settings(_env_file=None, data_dir=tmp_path), lambda: pytest.fail("the start went on"))
    assert ended.value.code == 128 + how
    assert done == ["started", "stopped"]
