"""Why a lead is lost, deleted or taken back, as typed."""

from handlers.common.answers import short_text
from services.leads.rules import SHORTEST_LOST_REASON, check_reason

LONGEST_REASON = 1000


def typed_reason(typed: str) -> str:
    """Raises what `short_text` and `check_reason` raise."""
    reason = short_text(typed, limit=LONGEST_REASON)
    check_reason(reason, least=SHORTEST_LOST_REASON)
    return reason
