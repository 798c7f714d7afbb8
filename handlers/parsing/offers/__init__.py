"""Insurers' offers as executors type them, one a line or several."""

from handlers.parsing.offers.insurers import InsurerBook
from handlers.parsing.offers.parse import parse_offers
from handlers.parsing.offers.result import NoDeductible, OfferLine, Percent, Split, Term

__all__ = ["InsurerBook", "NoDeductible", "OfferLine", "Percent", "Split", "Term", "parse_offers"]
