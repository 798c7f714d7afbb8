"""Conversations about policies and what clients pay for them."""

from handlers.kit.steps import Steps

steps = Steps()
