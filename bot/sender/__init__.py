"""Delivers the outgoing rows: in order per chat, within Telegram's limits, with every outcome recorded."""
