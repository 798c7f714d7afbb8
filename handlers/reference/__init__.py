"""Conversations about the reference books that an admin edits."""

from handlers.kit.steps import Steps

steps = Steps()
