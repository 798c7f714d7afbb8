"""Schedules of payments as people type them in Russian, Ukrainian and English."""

from handlers.parsing.instalments.parse import parse_instalments
from handlers.parsing.instalments.result import Instalment

__all__ = ["Instalment", "parse_instalments"]
