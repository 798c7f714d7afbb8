"""What a published event counts for."""

from models.lead import LeadStage
from services.events.event import Event
from services.health.tallies import EVENTS, LEADS, TransferOutcome, count_transfer
from services.leads.events import LeadCreated, LeadStageChanged


def count_published(event: Event) -> None:
    EVENTS[event.name] += 1
    match event:
        case LeadCreated(source=source):
            LEADS[source] += 1
        case LeadStageChanged(to_stage=LeadStage.TRANSFERRED):
            count_transfer(TransferOutcome.DONE)
