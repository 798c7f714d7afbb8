"""Talking to Telegram: connection, raw updates, pacing."""
