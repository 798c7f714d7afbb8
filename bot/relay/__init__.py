"""Takes events to their consumers."""

from bot.relay.loop import LEASE, Relay

__all__ = ["LEASE", "Relay"]
