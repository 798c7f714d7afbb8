"""Conversations about insurers' offers."""

from handlers.kit.steps import Steps

steps = Steps()
