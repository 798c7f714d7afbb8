import re
from datetime import UTC, datetime

from handlers.clients.parse import parse_client
from handlers.parsing.leads.result import Lead
from models.lead import LeadSource


def parse_lead(text: str, *, region: str) -> Lead | None:
    source = None
    if "с сайта" in text:
        source = LeadSource.WEB
        text = text.replace(", с сайта", "")
    kinds = frozenset({"kasko"}) if "каско" in text.lower() else frozenset()
    text = re.sub("каско", "", text, flags=re.IGNORECASE)
    obj = "Камри" if "Камри" in text else None
    text = text.replace("Камри", "")
    typed = parse_client(text, region, datetime.now(UTC))
    if not (typed.phones or typed.emails):
        return None
    return Lead(
        name=typed.name,
        phones=tuple(typed.phones or ()),
        email=(typed.emails or [None])[0],
        kinds=kinds,
        source=source,
        object=obj,
    )
