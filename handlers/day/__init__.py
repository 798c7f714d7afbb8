"""My day: what is due, what woke, what is overdue."""

from handlers.day import steps as shown
from handlers.kit.steps import Steps

steps = Steps()
steps.merge(shown.steps)
