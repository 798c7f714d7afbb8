"""The HTTP edge: Telegram's webhook, health and metrics."""
