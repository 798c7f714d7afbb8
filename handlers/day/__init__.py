"""My day: what is due, what woke, what is overdue."""

from handlers.kit.steps import Steps

steps = Steps()
