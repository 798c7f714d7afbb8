"""Conversations about what the client is shown of the offers."""

from handlers.kit.steps import Steps
from handlers.proposal import showing

steps = Steps()
steps.merge(showing.steps)
