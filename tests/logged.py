"""Everything that a test run logs, and personal data that must not be among it."""

import sys

NAME = "Канарейкин Птах"
PHONE = "+79035550142"
EMAIL = "kanarejka@example.org"
PASSPORT = "4509 771923"
TOKEN = "7100000001:AAcanary-token-of-nobody"
CANARIES = ("Канарейкин", "Птах", PHONE.removeprefix("+7"), "903 555", EMAIL, "kanarejka", "771923", "AAcanary")


class Logged:
    """A stream that passes lines on and keeps those since `begin`; `leaked` are all that hold a canary."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.leaked: list[str] = []
        self._keeping = False
        self._begun = ""

    def begin(self) -> None:
        self.lines.clear()
        self._keeping = True

    def end(self) -> None:
        self._keeping = False

    def write(self, text: str) -> int:
        *whole, self._begun = (self._begun + text).split("\n")
        for line in whole:
            if self._keeping:
                self.lines.append(line)
            if any(canary in line for canary in CANARIES):
                self.leaked.append(line)
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()

    def isatty(self) -> bool:
        return False


LOGGED = Logged()
