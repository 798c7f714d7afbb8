"""What people type to name a deal."""

import re

_NUMBER = re.compile(r"(?:сделка|угода|deal)?\s*[№#]?\s*([0-9]{1,9})", re.IGNORECASE)


def parse_deal_number(typed: str) -> int | None:
    """14, №14, сделка 14."""
    said = _NUMBER.fullmatch(typed.strip())
    return int(said[1]) if said else None
