"""When a person is reminded of things, and what he wants to hear of later."""

from handlers.kit.steps import Steps
from handlers.reminders import setting, snoozing

steps = Steps()
for part in (setting, snoozing):
    steps.merge(part.steps)
