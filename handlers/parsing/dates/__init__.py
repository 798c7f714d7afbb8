"""Days and clock times as people type them in Russian, Ukrainian and English."""

from handlers.parsing.dates.parse import parse_date

__all__ = ["parse_date"]
