"""Conversations about what the client is shown of the offers."""

from handlers.kit.steps import Steps

steps = Steps()
