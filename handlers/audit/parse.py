"""What people type to say whose or what history they want."""

import re
from collections.abc import Mapping

_NUMBER = re.compile(r"([^\W\d]+)\s*[№#]?\s*([0-9]{1,9})")
_THINGS: Mapping[str, str] = {
    "сделка": "deal",
    "сделки": "deal",
    "сделке": "deal",
    "угода": "deal",
    "угоди": "deal",
    "угоді": "deal",
    "deal": "deal",
    "лид": "lead",
    "лида": "lead",
    "лиду": "lead",
    "лід": "lead",
    "ліда": "lead",
    "ліду": "lead",
    "lead": "lead",
    "клиент": "client",
    "клиента": "client",
    "клиенту": "client",
    "клієнт": "client",
    "клієнта": "client",
    "клієнту": "client",
    "client": "client",
}


def parse_thing(typed: str) -> tuple[str, int] | None:
    """Сделка 14, лид №3, client 7."""
    said = _NUMBER.fullmatch(typed.strip().casefold())
    if said is None or said[1] not in _THINGS:
        return None
    return _THINGS[said[1]], int(said[2])
