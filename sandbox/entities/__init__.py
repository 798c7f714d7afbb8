"""Formatted text by Telegram's rules: parsing, entities found by themselves, and back to HTML."""

from sandbox.entities.format import Formatted, format_text, format_typed
from sandbox.entities.render import to_html

__all__ = ["Formatted", "format_text", "format_typed", "to_html"]
