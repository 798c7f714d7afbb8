"""What people type to name a deal or a lead by its number."""

import re

_NUMBER = re.compile(r"([^\W\d]*)\s*[№#]?\s*([0-9]{1,9})")
"""Longer ones are phones."""
_DEAL = frozenset({"", "сделка", "сделку", "сделки", "угода", "угоду", "угоди", "deal"})
_LEAD = frozenset({"лид", "лида", "лиду", "лід", "ліда", "ліду", "lead"})


def parse_deal_number(typed: str) -> int | None:
    """14, №14, сделка 14."""
    return _number(typed, _DEAL)


def parse_lead_number(typed: str) -> int | None:
    """14, №14, лид 14."""
    return _number(typed, _LEAD | {""})


def parse_named_lead(typed: str) -> int | None:
    """лид 14: a bare number is a deal's."""
    return _number(typed, _LEAD)


def _number(typed: str, named: frozenset[str]) -> int | None:
    said = _NUMBER.fullmatch(typed.strip())
    return int(said[2]) if said and said[1].casefold() in named else None
