"""Conversations: one folder per subject, one table of steps for all of them."""

from handlers.deals import card as deal_card
from handlers.deals import opening as deal_opening
from handlers.kit.steps import Steps
from handlers.menu import steps as menu


def build_steps() -> Steps:
    """Every subject's steps in one table; a verb, state or command that two of them claim is an error."""
    merged = Steps()
    for subject in (menu.steps, deal_opening.steps, deal_card.steps):
        merged.merge(subject)
    return merged
