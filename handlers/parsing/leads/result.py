"""What a message says about a lead, field by field; None for what was not said."""

from dataclasses import dataclass

from handlers.parsing.result import Ask
from models.lead import LeadSource
from services.clients.identifiers import TaxNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """`phones` are E.164, the lead's own first; `kinds` are codes of the region; `plate` and `vin` are Latin capitals.

    `name`, `company`, `object`, `position` and `note` are as typed. A sole proprietor with his legal form is `company`.
    `business_domain` is a code of the reference list.
    """

    name: str | None = None
    company: str | None = None
    phones: tuple[str, ...] | Ask = ()
    email: str | Ask | None = None
    kinds: frozenset[str] | Ask = frozenset()
    source: LeadSource | Ask | None = None
    object: str | None = None
    plate: str | Ask | None = None
    vin: str | Ask | None = None
    tax_id: TaxNumber | Ask | None = None
    position: str | None = None
    business_domain: str | None = None
    note: str | None = None
