"""Bot API methods by name."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.call import Call
from sandbox.world import World

Handler = Callable[[World, Call], Any | Awaitable[Any]]

METHODS: dict[str, Handler] = {}


def api_method(name: str) -> Callable[[Handler], Handler]:
    """Names are matched without case. A plain handler runs inside a transaction, a coroutine makes its own."""

    def register(handler: Handler) -> Handler:
        METHODS[name.lower()] = handler
        return handler

    return register
