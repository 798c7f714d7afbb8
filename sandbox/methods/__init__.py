"""The methods of the Bot API that the sandbox serves, a module per group.

Importing a module registers its methods.
"""

from sandbox.methods import albums as albums
from sandbox.methods import callbacks as callbacks
from sandbox.methods import chats as chats
from sandbox.methods import commands as commands
from sandbox.methods import deleting as deleting
from sandbox.methods import downloads as downloads
from sandbox.methods import editing as editing
from sandbox.methods import forwarding as forwarding
from sandbox.methods import inline as inline
from sandbox.methods import media as media
from sandbox.methods import profile as profile
from sandbox.methods import reactions as reactions
from sandbox.methods import sending as sending
from sandbox.methods import topics as topics
from sandbox.methods import updates as updates
from sandbox.methods import webhooks as webhooks
from sandbox.methods.registry import METHODS

__all__ = ["METHODS"]
