"""Conversations about tasks."""

from handlers.kit.steps import Steps
from handlers.tasks import queue, setting, working

steps = Steps()
for part in (setting, working, queue):
    steps.merge(part.steps)
