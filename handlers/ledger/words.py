"""Commission, expenses and reasons in a few words."""

from models.ledger import Category, ExpenseBasis
from services.conversation.values import Param, Parts, Text, text
from services.ledger.expense_rules import RULE_ENDED
from services.money.rates import as_percent
from services.policies.words import reason_words as policy_reason_words

DIFFERENCE_REASONS = ("held-back", "other-rate", "bonus")
OVERRIDE_REASONS = ("agreed", "insurer-changed", "was-wrong")
REVERSAL_REASONS = ("mistake", "wrong-amount", "wrong-entry")
_USUAL = frozenset({RULE_ENDED, *DIFFERENCE_REASONS, *OVERRIDE_REASONS, *REVERSAL_REASONS})


def reason_words(reason: str) -> str | Text:
    """One of the usual reasons by its code, those of policies too; any other as it was typed."""
    return text(f"ledger-reason-{reason}") if reason in _USUAL else policy_reason_words(reason)


def what_words(category: Category, payee: str | None) -> Param:
    return Parts([text(f"ledger-category-{category}"), payee])


def rule_words(category: Category, basis: ExpenseBasis, rate: int, payee: str | None) -> Param:
    share = text(f"ledger-share-{basis}", percent=as_percent(rate))
    return Parts([text(f"ledger-category-{category}"), share, payee])
