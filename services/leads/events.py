"""What happens to leads."""

from dataclasses import dataclass, field
from typing import Any

from services.events.event import Event


@dataclass(frozen=True, kw_only=True)
class LeadCreated(Event):
    """`fields` are those of the row that do not tell who the lead is, `person` those that do."""

    name = "lead.created"
    aggregate = "lead"
    personal = frozenset({"person", "contacts"})

    lead_id: int
    source: str
    assignee_id: int | None
    fields: dict[str, Any]
    person: dict[str, Any]
    contacts: list[str]


@dataclass(frozen=True, kw_only=True)
class LeadStageChanged(Event):
    """`rolled_back`: one step back, by a manager. `in_bulk`: people are told of all of them together."""

    name = "lead.stage.changed"
    aggregate = "lead"
    personal = frozenset({"reason"})

    lead_id: int
    from_stage: str
    to_stage: str
    reason: str | None
    moved_at: str
    rolled_back: bool = False
    pipeline: str = "leads"
    in_bulk: bool = False


@dataclass(frozen=True, kw_only=True)
class LeadAssigned(Event):
    """Without `to_user_id` it goes to the pool. `in_bulk`: people are told of all of them together."""

    name = "lead.assigned"
    aggregate = "lead"

    lead_id: int
    from_user_id: int | None
    to_user_id: int | None
    in_bulk: bool = False


@dataclass(frozen=True, kw_only=True)
class LeadCalled(Event):
    name = "lead.called"
    aggregate = "lead"
    silent = True

    lead_id: int


@dataclass(frozen=True, kw_only=True)
class LeadsHandledTogether(Event):
    """`user_id` did `what` with them: given, taken-away, deleted or moved (to `stage`), the last two for a `reason`.

    `whose` has a list for each person to tell: his id, and those of the leads.
    """

    name = "user.leads.handled"
    aggregate = "user"

    user_id: int
    what: str
    stage: str | None
    reason: str | None = None
    whose: list[list[int]] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class LeadChanged(Event):
    """`fields` are column names, `phone` and `email`; `before` and `after` hold their values by name."""

    name = "lead.changed"
    aggregate = "lead"
    personal = frozenset({"before", "after"})
    silent = True

    lead_id: int
    fields: list[str]
    before: dict[str, Any]
    after: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class LeadNoted(Event):
    """`by_lead`: his own words, forwarded."""

    name = "lead.noted"
    aggregate = "lead"
    personal = frozenset({"text", "forwarded_from"})
    silent = True

    lead_id: int
    note_id: int
    text: str
    forwarded_from: str | None
    by_lead: bool


@dataclass(frozen=True, kw_only=True)
class LeadDeleted(Event):
    """`in_bulk`: people are told of all of them together."""

    name = "lead.deleted"
    aggregate = "lead"
    personal = frozenset({"reason"})

    lead_id: int
    reason: str | None = None
    in_bulk: bool = False


@dataclass(frozen=True, kw_only=True)
class LeadRestored(Event):
    name = "lead.restored"
    aggregate = "lead"

    lead_id: int


@dataclass(frozen=True, kw_only=True)
class LeadAnalysisRequested(Event):
    """`watcher_id` sees the card and is shown the result there."""

    name = "lead.analysis.requested"
    aggregate = "lead"

    lead_id: int
    watcher_id: int | None


@dataclass(frozen=True, kw_only=True)
class LeadScored(Event):
    """`score` counts thousandths; `request_id` is the event that asked. `outdated`: a newer analysis stands already."""

    name = "lead.scored"
    aggregate = "lead"

    lead_id: int
    request_id: int
    score: int
    tier: str
    recommendation: str
    scored_by: str
    watcher_id: int | None
    outdated: bool = False


@dataclass(frozen=True, kw_only=True)
class LeadPaymentRegistered(Event):
    """`amount`, in minor units, is all that the client has paid for the deal by now; 0 once it was taken back."""

    name = "lead.payment.registered"
    aggregate = "lead"

    lead_id: int
    deal_id: int
    amount: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class LeadsExportRequested(Event):
    """`user_id` wants a list as a file: `wanted` is its filter, `words` what was looked for in it.

    `idle_before` is a moment (ISO), for leads that have been silent.
    """

    name = "user.leads.export-requested"
    aggregate = "user"
    personal = frozenset({"words"})

    user_id: int
    wanted: dict[str, Any]
    words: str | None
    idle_before: str | None


@dataclass(frozen=True, kw_only=True)
class LeadsExported(Event):
    """`user_id` was sent personal data of so many leads in the file that the storage keeps under `key` until then."""

    name = "user.leads.exported"
    aggregate = "user"

    user_id: int
    leads: int
    key: str


@dataclass(frozen=True, kw_only=True)
class LeadSettled(Event):
    """What followed from something else in the same transaction: the changes of the row say what."""

    name = "lead.settled"
    aggregate = "lead"
    silent = True

    lead_id: int


@dataclass(frozen=True, kw_only=True)
class LeadPersonalDataRevealed(Event):
    """`fields` were shown in full to the actor; their values are not recorded."""

    name = "lead.personal-data.revealed"
    aggregate = "lead"
    silent = True

    lead_id: int
    fields: list[str]
