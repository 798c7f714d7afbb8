"""Conversations about insurers' offers."""

from handlers.calculations import choosing, entering, form, leaving, listing
from handlers.kit.steps import Steps

steps = Steps()
for part in (entering, form, leaving, listing, choosing):
    steps.merge(part.steps)
