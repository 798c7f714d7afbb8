"""Names of what events hold, and what of it is shown to nobody."""

from services.conversation.values import Param, text
from services.events.rows import PERSONAL_ROW, ROW

HIDDEN = frozenset(
    [
        *(ROW, PERSONAL_ROW, "before", "after", "changed"),
        *("entry_id", "note_id", "offer_id", "offer_ids", "choice_id", "payment_ids", "refund_id", "endorsement_id"),
        *("execution_id", "delivery_id", "invite_id", "packet_id", "document_ids", "instead_of", "after_id"),
        *("request_id", "scored_for", "analysing_for", "key", "sha256", "contents", "content_type", "born"),
        *("pipeline", "moved_at", "created_at", "created_by"),
    ]
)
"""Ids of the machinery, and what the heading says in other words."""

NAMED = frozenset(
    [
        *("aliases", "amount", "amount_from", "answered_ids", "asked_id", "asleep", "assignee_id", "away_until"),
        *("best", "birth_date", "birthdays", "brief", "brief_at", "business_domain", "by_itself", "by_lead"),
        *("call_back_on", "call_back_time", "campaign", "caption", "category", "channel", "chat_id", "client_id"),
        *("client_name", "closed_at", "code", "commission_on_payment", "commission_rate", "company"),
        *("company_documents", "conditions", "consumer", "contacts", "crm_status", "currency", "deal_id"),
        *("deductible", "deductible_kind", "default_term_days", "default_term_months", "delay_minutes"),
        *("deleted_at", "deleted_by", "document_id", "domain_id", "duration_days", "earliest_start_days", "email"),
        *("enabled", "ends_on", "entity_id", "entity_type", "event_id", "executor_id", "expires_at", "fields"),
        *("file_name", "forwarded_from", "from_capacity", "from_deal_id", "from_kind", "from_language"),
        *("from_name", "from_on", "from_role", "from_stage", "from_state", "from_user_id", "hours", "how", "icon"),
        *("idle", "idle_before", "in_bulk", "in_the_morning", "instalment_ladder", "instalments", "insurer_id"),
        *("intent", "invited_by", "kind", "kind_id", "kind_ids", "language", "last_activity_at", "lead_id"),
        *("leads", "lost_reason", "made_on", "media", "message_count", "name", "name_en", "name_ru", "name_uk"),
        *("names", "next_event", "next_event_on", "notes", "object", "other_kind_id", "outcome", "outdated"),
        *("paid_amount", "paid_at", "paid_currency", "paid_on", "pain_points", "passport", "paused_at"),
        *("paused_until", "payment_options", "person", "phone", "policy_id", "position", "predecessor_id"),
        *("premium", "programme", "proprietor_documents", "quiet_from", "quiet_to", "rate", "reason"),
        *("recommendation", "refunded", "region", "renewal_ladder", "renews_id", "required_documents", "rest"),
        *("review_on", "review_time", "role", "rolled_back", "rule_id", "same_as_id", "schedules", "score"),
        *("score_from", "scored_by", "seller_id", "shape", "size", "source", "stage", "starts_on", "state"),
        *("stopped_user_ids", "sum_insured", "task_done", "task_id", "tax_kind", "tax_number", "template"),
        *("term_days", "term_months", "text", "tier", "title", "to", "to_capacity", "to_kind", "to_language"),
        *("to_name", "to_role", "to_stage", "to_state", "to_user_id", "told", "trend", "turn", "until_on"),
        *("update_id", "user_id", "valid_until", "watcher_id", "what", "whom", "whose", "words"),
    ]
)


def field_name(name: str) -> Param:
    """One that is not known here, as of a newer version, stands as it is stored."""
    return text(f"audit-field-{name}") if name in NAMED else name
