"""The card that a flow is started from, by the ids that the flow begins with."""

from collections.abc import Mapping
from typing import Any

CARDS = (
    ("task_id", "task.card"),
    ("offer_id", "offer.card"),
    ("entry_id", "ledger.entry"),
    ("policy_id", "policy.card"),
    ("document_id", "doc.open"),
    ("lead_id", "lead.card"),
    ("deal_id", "deal.card"),
    ("client_id", "client.card"),
    ("user_id", "user.card"),
    ("letter", "dead.card"),
    ("rule_id", "auto.card"),
)
"""What is nearer stands before what it belongs to."""


def origin_of(values: Mapping[str, Any]) -> str | None:
    """Verb and argument of the card's button; None of a flow that is started from the menu or a list."""
    return next((f"{verb}:{values[name]}" for name, verb in CARDS if values.get(name) is not None), None)
