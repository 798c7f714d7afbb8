"""Reactions to events. Importing the package registers every consumer."""

from services.events.consumers import CONSUMERS

__all__ = ["CONSUMERS"]
