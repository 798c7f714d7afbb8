"""What is asked next about a new lead: a way to reach him, else a name; where he came from; whether it is right."""

from collections.abc import Mapping
from typing import Any

from handlers.kit.replies import Ask
from handlers.leads.draft_lead import contacts_of
from handlers.leads.states import CaptureLeadFlow

QUESTIONS = {
    "name": CaptureLeadFlow.name,
    "contact": CaptureLeadFlow.contact,
    "source": CaptureLeadFlow.source,
    "kinds": CaptureLeadFlow.kinds,
    "object": CaptureLeadFlow.object,
    "domain": CaptureLeadFlow.domain,
}


def next_question(values: Mapping[str, Any]) -> Ask:
    if not contacts_of(values) and values.get("phones") is None:
        return Ask(CaptureLeadFlow.contact)
    if not contacts_of(values) and not values.get("name"):
        return Ask(CaptureLeadFlow.name)
    return Ask(CaptureLeadFlow.confirm if values.get("source") else CaptureLeadFlow.source)
