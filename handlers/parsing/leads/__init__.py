"""Leads as sellers type them and as clients write them: a line, or a whole forwarded message."""

from handlers.parsing.leads.parse import parse_lead, parse_part
from handlers.parsing.leads.result import Lead

__all__ = ["Lead", "parse_lead", "parse_part"]
