"""The methods of the Bot API that the sandbox serves, a module per group."""

from sandbox.methods import callbacks, commands, deleting, downloads, editing, media, profile, sending, updates
from sandbox.methods.registry import METHODS

__all__ = [
    "METHODS",
    "callbacks",
    "commands",
    "deleting",
    "downloads",
    "editing",
    "media",
    "profile",
    "sending",
    "updates",
]
