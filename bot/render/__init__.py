"""From values to what Telegram is sent: the only place where words and markup come together."""

from bot.render.renderer import Renderer
from bot.render.translate import Translator

__all__ = ["Renderer", "Translator"]
