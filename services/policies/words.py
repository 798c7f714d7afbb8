"""Why a payment or a refund was taken back or a policy ended, in words."""

from services.conversation.values import Text, text

USUAL_REASONS = frozenset(
    {
        "payment-mistake",
        "payment-bounced",
        "payment-other-policy",
        "refund-mistake",
        "drop-mistake",
        "refund-comes",
        "refund-kept",
        "refund-counted-wrong",
        "policy-not-paid",
        "policy-vehicle-sold",
        "policy-by-wish",
        "policy-papers",
        "policy-mistake",
        "policy-terms",
        "policy-resumed",
    }
)


def reason_words(reason: str) -> Text | str:
    """One of the usual reasons by its code, any other as it was typed."""
    return text(f"reason-{reason}") if reason in USUAL_REASONS else reason
