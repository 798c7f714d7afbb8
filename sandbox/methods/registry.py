"""Bot API methods by name."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from sandbox.call import Call
from sandbox.world import World

Handler = Callable[[World, Call], Any | Awaitable[Any]]

AnyHandler = TypeVar("AnyHandler", bound=Handler)

METHODS: dict[str, Handler] = {}


def api_method(name: str) -> Callable[[AnyHandler], AnyHandler]:
    """Names are matched without case. A plain handler runs inside a transaction, a coroutine makes its own."""

    def register(handler: AnyHandler) -> AnyHandler:
        METHODS[name.lower()] = handler
        return handler

    return register
