"""What people type about policies."""

import re
from datetime import date, datetime

from handlers.common.answers import short_text
from handlers.common.doubts import doubt_text
from handlers.parsing.instalments import parse_instalments
from models.money import Money
from models.policy import EndorsementKind
from services.conversation.values import Text
from services.policies.keys import LONGEST_NUMBER
from services.policies.terms import Part, whole_months

_LABEL = re.compile(r"^(?:(?:полис|поліс|policy|номер|number|no|n)[\s.:]+|[№#]\s*)+", re.IGNORECASE)
_LATER = ("без", "потом", "позже", "нет", "немає", "ні", "пізніше", "later", "no", "skip", "without")
_FIELDS = {
    "insurer": ("страхов", "insurer", "компани", "компані"),
    "premium": ("преми", "премі", "цен", "ціна", "premium", "price", "сумм", "сума"),
    "number": ("номер", "number", "№"),
    "start": ("начал", "початок", "start", "с какого", "з якого", "перв", "перш", "first"),
    "ends": ("конец", "оконч", "кінець", "end", "срок", "строк", "term", "послед", "останн", "last"),
    "schedule": ("взнос", "внес", "рассроч", "розстроч", "график", "графік", "плат", "instal", "schedul"),
    "object": ("объект", "об'єкт", "object", "машин", "авто"),
    "kind": ("вид", "kind", "продукт"),
}

_ENDORSEMENTS = {
    EndorsementKind.EXTRA: ("доплат", "extra", "more", "больше", "більше"),
    EndorsementKind.RETURN: ("возврат", "вернут", "поверн", "return", "less", "меньше", "менше"),
    EndorsementKind.TERMS: ("услов", "умов", "terms", "друг", "інш", "other"),
}


def parse_number(typed: str) -> str:
    """Without the word that names it."""
    words = short_text(typed, limit=LONGEST_NUMBER)
    return _LABEL.sub("", words) or words


def means_later(typed: str) -> bool:
    return typed.strip().casefold().startswith(_LATER)


def parse_policy_field(typed: str) -> str | None:
    said = typed.strip().casefold()
    return next((field for field, stems in _FIELDS.items() if any(stem in said for stem in stems)), None)


def parse_endorsement(typed: str) -> EndorsementKind | None:
    said = typed.casefold()
    return next((kind for kind, stems in _ENDORSEMENTS.items() if any(stem in said for stem in stems)), None)


def parse_parts(
    typed: str, *, premium: Money, starts_on: date, ends_on: date, now: datetime, language: str
) -> list[Part] | Text:
    """The schedule, or what to say when it can't be known."""
    said = parse_instalments(
        typed,
        premium=premium,
        start=starts_on,
        term_months=max(1, whole_months(starts_on, ends_on)),
        now=now,
        language=language,
    )
    if isinstance(said, list):
        return [Part(each.due, each.amount.amount) for each in said]
    return doubt_text(said, typed, "err-schedule-not-understood")
