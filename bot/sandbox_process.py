"""The local Telegram beside the CRM: a process of its own, found running or started."""

import fcntl
import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

START_SECONDS = 20.0


class SandboxUnavailableError(Exception):
    """The port is taken by something else, or the sandbox did not come up."""


@dataclass(frozen=True, slots=True)
class SandboxAddress:
    """`model_url` and `model_key` lead to the sandbox's own model that scores leads."""

    url: str
    token: str
    bot_username: str
    model_url: str
    model_key: str


class SandboxProcess:
    """Survives a kill of the CRM, so that the chats are still there when it comes back."""

    def __init__(self, *, port: int, data_dir: Path) -> None:
        self._url = f"http://127.0.0.1:{port}"
        self._port = port
        self._data_dir = data_dir
        self._child: subprocess.Popen[bytes] | None = None
        self._users = _UserLock(data_dir / "sandbox" / "users.lock")

    def start(self) -> None:
        """Returns at once; `wait` says when it serves."""
        self._users.join()
        if self._state() is not None:
            return
        log = self._data_dir / "sandbox" / "log.txt"
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("ab") as output:
            self._child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-m", "sandbox", "--port", str(self._port), "--data-dir", str(self._data_dir)],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )

    def wait(self) -> SandboxAddress:
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            state = self._state()
            if state is not None:
                bot, model = state["bot"], state["model"]
                return SandboxAddress(
                    self._url, bot["token"], bot["username"], f"{self._url}{model['path']}", model["key"]
                )
            if self._child is not None and self._child.poll() is not None:
                break
            time.sleep(0.05)
        raise SandboxUnavailableError(
            f"SANDBOX_PORT: the local Telegram does not come up on port {self._port}; "
            f"is it taken, by another DATA_DIR's perhaps? See {self._data_dir / 'sandbox' / 'log.txt'}"
        )

    def stop(self) -> None:
        """Ends it unless another CRM still uses it, whoever has started it: the last one leaves nothing behind."""
        if not self._users.leave():
            return
        if self._state() is not None:
            request = urllib.request.Request(f"{self._url}/sim/shutdown", method="POST")  # noqa: S310 - loopback
            with suppress(OSError):
                urllib.request.urlopen(request, timeout=3).close()  # noqa: S310 - loopback
        elif self._child is not None:
            self._child.terminate()
        if self._child is not None:
            self._child.wait(timeout=5)

    def _state(self) -> dict[str, Any] | None:
        """Of the sandbox on our data folder; None when none serves, or another's."""
        try:
            with urllib.request.urlopen(f"{self._url}/sim/state", timeout=2) as response:  # noqa: S310 - loopback
                state: dict[str, Any] = json.load(response)
        except (OSError, ValueError):
            return None
        ours = state.get("data_dir") == str(self._data_dir.resolve())
        return state if state.get("ready") and ours else None


class _UserLock:
    """A shared `flock` of every CRM on this data folder; the kernel drops a killed one's."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def join(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def leave(self) -> bool:
        """True when nobody else is left."""
        if self._descriptor is None:
            return False
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        finally:
            os.close(self._descriptor)
            self._descriptor = None
        return True
