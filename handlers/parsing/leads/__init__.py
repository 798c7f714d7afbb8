from handlers.parsing.leads.parse import parse_lead
from handlers.parsing.leads.result import Lead

__all__ = ["Lead", "parse_lead"]
