"""Conversations about the brokerage's own money: commission, expenses, margin, the table of rates."""

from handlers.kit.steps import Steps
from handlers.ledger import expenses, overriding, rate_table, reversing, rules, settling, showing

steps = Steps()
for part in (showing, settling, expenses, rules, overriding, reversing, rate_table):
    steps.merge(part.steps)
