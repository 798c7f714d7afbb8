"""What an event holds and what it changed, a line each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from handlers.audit.fields import HIDDEN, field_name
from handlers.audit.values import Reading, is_nothing, show_value
from models.money import Currency
from services.audit.names import Known
from services.conversation.values import Text, text
from services.events.rows import ROW

Payload: TypeAlias = Mapping[str, Any]

NESTED = ("fields", "person", "wanted", "conditions", "params")
SUMS = frozenset({"amount", "premium"})
EMPTY_AT_ZERO = frozenset({"delay_minutes", "refunded", "message_count"})
SWITCHES = frozenset({"enabled", "brief", "asleep"})
"""Whether these are off tells something, too."""


@dataclass(frozen=True, slots=True)
class Change:
    before: Any
    after: Any


def fact_lines(about: str, payload: Payload, personal: Payload, known: Known, *, told: Collection[str]) -> list[Text]:
    """`told` are names of what stands in the heading. A new row has no values before."""
    values = {**payload, **personal}
    reading = Reading(about, known, _currency(values))
    facts = {name: value for name, value in _flat(values).items() if name not in {*told, f"{about}_id"}}
    changes = _changes(payload, personal)
    new = "created_at" in changes
    facts |= {name: change.after if new else change for name, change in changes.items()}
    _drop_what_is_said_twice(facts)
    lines = (_line(name, value, reading) for name, value in facts.items() if name not in HIDDEN)
    return [line for line in lines if line is not None]


def _drop_what_is_said_twice(facts: dict[str, Any]) -> None:
    if "kind_id" in facts:
        facts.pop("kind", None)
    if SUMS & facts.keys() and not isinstance(facts.get("currency"), Change):
        facts.pop("currency", None)


def _flat(values: Payload) -> dict[str, Any]:
    """What is nested stands beside the rest."""
    flat: dict[str, Any] = {}
    for name, value in values.items():
        flat |= value if name in NESTED and isinstance(value, Mapping) else {name: value}
    return flat


def _changes(payload: Payload, personal: Payload) -> dict[str, Change]:
    pairs = {**payload.get(ROW, {}), **personal.get(ROW, {})}
    before, after = personal.get("before") or {}, personal.get("after") or {}
    pairs |= {name: (before.get(name), after.get(name)) for name in {**before, **after}}
    changed = payload.get("changed") or {}
    pairs |= {name: value if _is_pair(value) else (None, value) for name, value in changed.items()}
    return {name: Change(*pair) for name, pair in sorted(pairs.items())}


def _is_pair(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 2


def _currency(values: Payload) -> Currency | None:
    said = values.get("currency") or values.get(ROW, {}).get("currency", (None, None))[1]
    return Currency(said) if said in set(Currency) else None


def _line(name: str, value: Any, reading: Reading) -> Text | None:
    """None where it would say that there is nothing."""
    if isinstance(value, Change):
        before, after = (show_value(name, side, reading) for side in (value.before, value.after))
        return text("scr-audit-changed", name=field_name(name), **{"from": before, "to": after})
    if is_nothing(value) or (value is False and name not in SWITCHES) or (value == 0 and name in EMPTY_AT_ZERO):
        return None
    return text("scr-audit-fact", name=field_name(name), value=show_value(name, value, reading))
