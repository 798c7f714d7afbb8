"""Conversations: one folder per subject, one table of steps for all of them."""

from handlers import deals
from handlers.kit.steps import Steps
from handlers.menu import steps as menu


def build_steps() -> Steps:
    """Every subject's steps in one table; a verb, state or command that two of them claim is an error."""
    merged = Steps()
    for subject in (menu.steps, deals.steps):
        merged.merge(subject)
    return merged
