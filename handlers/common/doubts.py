"""What to say when a parser can't know what was meant."""

from handlers.parsing.result import Ask as Doubt
from services.conversation.values import Text, text

WORDED = frozenset(
    [
        "broken-number",
        "commission-not-percent",
        "day-does-not-exist",
        "deductible-unit",
        "difference",
        "duration-or-date",
        "end-of-week",
        "for-which-offer",
        "future-day",
        "instalments-after-term",
        "instalments-before-start",
        "instalments-count",
        "instalments-dates",
        "instalments-order",
        "instalments-sum",
        "insurer-unclear",
        "insurer-unknown",
        "month-does-not-exist",
        "no-unit",
        "not-a-phone",
        "part-of-premium",
        "passed-time",
        "past-day",
        "percent-too-high",
        "plate-unlike",
        "premium-unit",
        "range",
        "shares-sum",
        "split-or-programme",
        "sum-unit",
        "tax-number-check-digit",
        "term-unclear",
        "time-does-not-exist",
        "too-far",
        "too-large",
        "too-precise",
        "two-amounts",
        "two-currencies",
        "two-days",
        "two-insurers",
        "two-phones",
        "two-sources",
        "two-times",
        "unlikely",
        "vague",
        "vin-characters",
        "weekday-mismatch",
        "which-country",
        "which-currency",
        "which-half",
        "which-percent",
        "words",
        "zero",
    ]
)

SAME_WORDS = {
    "negative": "zero",
    "other-currency": "which-currency",
    "choice": "range",
    "sum": "two-amounts",
    "approximate": "vague",
    "part-of-period": "vague",
    "day-or-time": "duration-or-date",
    "each": "part-of-premium",
    "day-or-hour": "duration-or-date",
}


def doubt_text(doubt: Doubt | None, typed: str, otherwise: str) -> Text:
    """`otherwise` is the key (with `$typed`) for what has no words of its own."""
    why = SAME_WORDS.get(doubt.why, doubt.why) if doubt else None
    if doubt is None or why not in WORDED:
        return text(otherwise, typed=typed[:60])
    return text(f"doubt-{why}", typed=typed[:60], **doubt.params)
