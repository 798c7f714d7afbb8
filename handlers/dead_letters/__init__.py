"""Conversations about what was given up after its last try."""

from handlers.dead_letters import dropping, lists, requeueing
from handlers.kit.steps import Steps

steps = Steps()
for part in (lists, requeueing, dropping):
    steps.merge(part.steps)
