"""Reactions to events. Importing the package registers every consumer."""

from services.automation import tell_people
from services.events.consumers import CONSUMERS

__all__ = ["CONSUMERS", "tell_people"]
