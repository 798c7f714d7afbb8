"""Conversations about the brokerage's own money: commission, expenses, margin."""

from handlers.kit.steps import Steps

steps = Steps()
