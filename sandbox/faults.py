"""Telegram failing on purpose."""

import random
from dataclasses import dataclass
from typing import Literal

from sandbox.errors import ApiError

_PREFIXES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}


@dataclass(slots=True, kw_only=True)
class Fault:
    """`after_accept`: the call is performed first, then fails. `seconds`: how long "hang" holds the request."""

    method: str
    code: int | Literal["drop", "hang"]
    description: str | None = None
    retry_after: int | None = None
    times: int | None = None
    chat: int | None = None
    probability: float = 1.0
    after_accept: bool = False
    seconds: float = 65.0

    def error(self) -> ApiError | None:
        """Returns nothing for "drop" and "hang", which have no answer."""
        if not isinstance(self.code, int):
            return None
        if self.code == 429:
            retry_after = self.retry_after or 1
            description = self.description or f"Too Many Requests: retry after {retry_after}"
            return ApiError(429, description, {"retry_after": retry_after})
        return ApiError(self.code, self.description or _PREFIXES.get(self.code, "Internal Server Error"))


class Faults:
    def __init__(self) -> None:
        self._faults: dict[int, Fault] = {}
        self._last = 0

    def add(self, fault: Fault) -> int:
        self._last += 1
        self._faults[self._last] = fault
        return self._last

    def clear(self) -> None:
        self._faults.clear()

    def strike(self, method: str, chat_id: int | None) -> Fault | None:
        """Returns the first fault that this call meets and counts it down."""
        for number, fault in self._faults.items():
            if _meets(fault, method, chat_id):
                self._count_down(number, fault)
                return fault
        return None

    def _count_down(self, number: int, fault: Fault) -> None:
        if fault.times is None:
            return
        fault.times -= 1
        if fault.times <= 0:
            del self._faults[number]


def _meets(fault: Fault, method: str, chat_id: int | None) -> bool:
    if fault.method not in ("*", method):
        return False
    if fault.chat is not None and fault.chat != chat_id:
        return False
    return fault.probability >= 1 or random.random() < fault.probability  # noqa: S311 - chance, not a secret
