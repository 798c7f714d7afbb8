"""Conversations about insurers' offers."""

from handlers.calculations import choosing, entering, form, listing
from handlers.kit.steps import Steps

steps = Steps()
for part in (entering, form, listing, choosing):
    steps.merge(part.steps)
