"""Reactions to events. Importing the package registers every consumer."""

from services.automation import (
    export_leads,
    fetch_document,
    make_proposal,
    reword_kinds,
    score_lead,
    show_commands,
    tell_access,
    tell_of_journal,
    tell_of_leads,
    tell_of_ledger,
    tell_of_offers,
    tell_of_policies,
    tell_of_tasks,
    tell_of_waking,
    tell_people,
)
from services.events.consumers import CONSUMERS

__all__ = [
    "CONSUMERS",
    "export_leads",
    "fetch_document",
    "make_proposal",
    "reword_kinds",
    "score_lead",
    "show_commands",
    "tell_access",
    "tell_of_journal",
    "tell_of_leads",
    "tell_of_ledger",
    "tell_of_offers",
    "tell_of_policies",
    "tell_of_tasks",
    "tell_of_waking",
    "tell_people",
]
