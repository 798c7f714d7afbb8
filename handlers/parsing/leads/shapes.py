"""A lead as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from handlers.parsing.leads.result import Lead
from handlers.parsing.result import Ask
from models.lead import LeadSource
from services.clients.identifiers import TaxNumber


@dataclass(frozen=True, slots=True)
class LeadJson:
    """The fields of the lead, or "none"."""

    lead: Mapping[str, Any] | str


def lead_as_json(lead: Lead | None) -> LeadJson:
    if lead is None:
        return LeadJson("none")
    return LeadJson({each.name: _as_json(getattr(lead, each.name)) for each in fields(Lead)})


def _as_json(value: object) -> Any:
    match value:
        case Ask(why):
            return {"ask": why}
        case TaxNumber(kind, number):
            return {"type": kind.value, "value": number}
        case LeadSource():
            return value.name
        case frozenset():
            return sorted(value)
        case tuple():
            return list(value)
        case _:
            return value
