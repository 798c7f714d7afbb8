"""Conversations: one folder per subject, one table of steps for all of them."""

from handlers import (
    calculations,
    clients,
    day,
    dead_letters,
    deals,
    documents,
    leads,
    ledger,
    policies,
    proposal,
    reference,
    reminders,
    rules,
    tasks,
    users,
)
from handlers.ai import steps as ai
from handlers.audit import steps as audit
from handlers.idle import steps as idle
from handlers.journal import steps as journal
from handlers.kit.steps import Steps
from handlers.menu import steps as menu
from handlers.settings import steps as settings
from handlers.status import steps as status


def build_steps() -> Steps:
    """Every subject's steps in one table; a verb, state or command that two of them claim is an error."""
    merged = Steps()
    for subject in (
        menu.steps,
        ai.steps,
        audit.steps,
        calculations.steps,
        clients.steps,
        day.steps,
        dead_letters.steps,
        deals.steps,
        documents.steps,
        idle.steps,
        journal.steps,
        leads.steps,
        ledger.steps,
        policies.steps,
        proposal.steps,
        reference.steps,
        rules.steps,
        reminders.steps,
        settings.steps,
        status.steps,
        tasks.steps,
        users.steps,
    ):
        merged.merge(subject)
    return merged
