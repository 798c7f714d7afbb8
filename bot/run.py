"""`crm run`: the order of a start, quickest things first."""

import asyncio
import gc
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from bot.logs import configure_logs
from bot.sandbox_process import SandboxAddress, SandboxProcess, SandboxUnavailableError
from bot.settings import Settings
from bot.telegram.lazy_models import import_aiogram

if TYPE_CHECKING:
    from bot.first_start import LoadSeed


def run_crm(settings: Settings, load_seed: "LoadSeed") -> int:
    """`load_seed` gives what fills an empty sandbox; nothing else of the CRM knows the sandbox."""
    gc.disable()  # what is imported stays: looking it through again and again is a tenth of the start
    configure_logs(settings.log_format, settings.log_level)
    try:
        prepare_data_dir(settings.data_dir)
    except OSError as error:
        return _refuse(f"DATA_DIR: {settings.data_dir} can't be used: {error.strerror}", code=2)
    early = EarlyEnd()
    if not settings.sandbox:
        import_aiogram()
        return asyncio.run(_run(settings, None, load_seed, early))
    sandbox = SandboxProcess(port=settings.sandbox_port, data_dir=settings.data_dir)
    try:
        sandbox.start()
        import_aiogram()
        import bot.app  # noqa: F401, PLC0415 - the slow import goes on while the sandbox comes up

        early.check()
        return asyncio.run(_run(settings, sandbox.wait(), load_seed, early))
    except SandboxUnavailableError as error:
        return _refuse(str(error), code=2)
    finally:
        sandbox.stop()


class EarlyEnd:
    """Ctrl-C or SIGTERM before the loop listens: what was started goes down with the process.

    It is noted too: what is raised inside of pydantic's core, while models are built, comes out as an error of its own.
    """

    def __init__(self) -> None:
        self._number: int | None = None
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._end)

    def check(self) -> None:
        """Raises SystemExit when such a signal has come."""
        if self._number is not None:
            raise SystemExit(128 + self._number)

    def _end(self, number: int, _frame: object) -> None:
        self._number = number
        self.check()


async def _run(settings: Settings, sandbox: SandboxAddress | None, load_seed: "LoadSeed", early: EarlyEnd) -> int:
    from bot.app import App, stop_on_signals  # noqa: PLC0415 - imported above, or now
    from bot.clock import ShiftedClock, SystemClock  # noqa: PLC0415 - as above
    from bot.database.reach import DatabaseUnreachableError  # noqa: PLC0415 - as above
    from bot.first_start import greet  # noqa: PLC0415 - as above
    from bot.sandbox_link import follow_clock  # noqa: PLC0415 - as above
    from bot.scoring import with_local_model  # noqa: PLC0415 - as above
    from bot.telegram.connect import connect  # noqa: PLC0415 - as above

    stop = asyncio.Event()
    stop_on_signals(stop)
    early.check()
    clock: SystemClock | ShiftedClock
    if sandbox is None:
        assert settings.telegram_bot_token is not None  # noqa: S101 - what "not sandbox" means
        token, api_url, clock = settings.telegram_bot_token.get_secret_value(), settings.telegram_api_url, SystemClock()
    else:
        token, api_url, clock = sandbox.token, sandbox.url, ShiftedClock()
        settings = with_local_model(settings, sandbox)
    app = App(settings, connect(settings, token=token, api_url=api_url), clock)
    gc.freeze()
    gc.enable()
    following = None
    if sandbox is not None and isinstance(clock, ShiftedClock):
        following = asyncio.create_task(follow_clock(sandbox.url, clock, app.ticker))
    try:
        await app.run(stop=stop, ready=lambda: _ready(settings), greet=greet(settings, load_seed))
    except DatabaseUnreachableError as error:
        return _refuse(str(error), code=1)
    finally:
        if following is not None:
            following.cancel()
            with suppress(asyncio.CancelledError):
                await following
    return 0


def prepare_data_dir(folder: Path) -> None:
    """Raises OSError when nothing can be written there."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as probe:
        probe.write(b"0")


def _refuse(words: str, *, code: int) -> int:
    print(words, file=sys.stderr)  # noqa: T201 - said to the person at the terminal
    return code


def _ready(settings: Settings) -> None:
    port = settings.sandbox_port if settings.sandbox else settings.web_port
    print(f"ready http://127.0.0.1:{port}/", flush=True)  # noqa: T201 - the line that people and tools wait for
