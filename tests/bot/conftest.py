"""A local Telegram for the parts of the process."""

from tests.sandbox.conftest import telegram

__all__ = ["telegram"]
