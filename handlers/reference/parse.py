"""What people type about a kind of insurance; None where it can't be known."""

import re

from handlers.parsing.documents import guess_document_kind
from models.document_kind import DocumentKind
from models.user import Language
from services.calculations.plans import AT_ONCE, PaymentPlan
from services.money.rates import WHOLE

LONGEST_MONTHS, LONGEST_DAYS, LONGEST_WAIT = 60, 366, 60
FARTHEST_BEFORE, FARTHEST_AFTER, MOST_STEPS, MOST_PARTS = 180, 30, 8, 12

_UNIT = re.compile(r"(?P<count>\d{1,3})?\s*(?P<unit>г|л|р|y|м|m|д|d)[^\W\d_]*\.?")
_YEARS, _MONTHS = "глрy", "мm"
_DAYS = re.compile(r"(?:через\s+|за\s+|in\s+)?(\d{1,3})(?:\s*(?:д|d)[^\W\d_]*)?")
_AT_ONCE = ("сраз", "одраз", "відраз", "разом", "одним", "целик", "повніст", "at once", "in full", "1 раз")
_SAME_DAY = ("сраз", "одраз", "відраз", "в тот же", "того ж", "день в день", "сегодн", "сьогодн", "at once", "same day")
_LADDER_WORDS = re.compile(r"\b(?:за|и|й|та|до|дн[а-яі]*|день|and|before|days?)\b")
_EVERY = (("полугод", 2, 6), ("півр", 2, 6), ("half", 2, 6), ("кварт", 4, 3), ("quarter", 4, 3))
_EVERY_MONTH = ("ежемес", "помес", "щоміс", "поміс", "month")
_WITH_EACH = ("кажд", "кожн", "взнос", "внес", "each")
_WITH_FIRST = ("перв", "перш", "целик", "повніст", "first", "whole", "сраз", "одраз")
_LANGUAGES = ((Language.RU, ("рус", "рос", "rus")), (Language.UK, ("укр", "ukr")), (Language.EN, ("анг", "eng")))


def parse_term(typed: str) -> tuple[int | None, int | None] | None:
    """Months or days: «12 мес», «год», «15 дней»."""
    found = _UNIT.fullmatch(_plain(typed))
    if found is None:
        return None
    count = int(found["count"] or 1)
    if found["unit"] in _YEARS:
        count *= 12
    elif found["unit"] not in _MONTHS:
        return (None, count) if 0 < count <= LONGEST_DAYS else None
    return (count, None) if 0 < count <= LONGEST_MONTHS else None


def parse_wait(typed: str) -> int | None:
    """Days: «3», «через 3 дня», «сразу»."""
    plain = _plain(typed)
    if plain.startswith(_SAME_DAY):
        return 0
    found = _DAYS.fullmatch(plain)
    return int(found[1]) if found and int(found[1]) <= LONGEST_WAIT else None


def parse_ladder(typed: str) -> list[int] | None:
    """Days before, the farthest first: «30, 14, 7, 1», «7 3 1 0 -1»."""
    numbers = re.split(r"[\s,;]+", _LADDER_WORDS.sub(" ", _plain(typed).replace("−", "-")).strip(" ,;"))
    if not all(re.fullmatch(r"-?\d{1,3}", number) for number in numbers):
        return None
    days = sorted({int(number) for number in numbers}, reverse=True)
    return days if days[-1] >= -FARTHEST_AFTER and days[0] <= FARTHEST_BEFORE and len(days) <= MOST_STEPS else None


def parse_basis(typed: str) -> bool | None:
    """Whether commission comes with each payment."""
    plain = _plain(typed)
    if any(stem in plain for stem in _WITH_EACH):
        return True
    return False if any(stem in plain for stem in _WITH_FIRST) else None


def parse_language(typed: str) -> Language | None:
    plain = _plain(typed)
    return next((language for language, stems in _LANGUAGES if plain.startswith((language, *stems))), None)


def parse_plans(typed: str) -> list[PaymentPlan] | None:
    plans = [_plan(part) for part in re.split(r"[,;\n]", _plain(typed)) if part.strip()]
    known = [plan for plan in plans if plan is not None]
    return known if known and len(known) == len(plans) else None


def _plan(said: str) -> PaymentPlan | None:
    """«60/40», «2», «4 платежа», «поквартально», «сразу»."""
    said = said.strip()
    if said == "1" or said.startswith(_AT_ONCE):
        return AT_ONCE
    for stem, count, months in _EVERY:
        if stem in said:
            return PaymentPlan(count, (), months)
    if any(stem in said for stem in _EVERY_MONTH):
        return PaymentPlan(12, (), 1)
    if re.fullmatch(r"\d{1,2}(?:\s*/\s*\d{1,2})+", said):
        return _in_shares([int(share) * 100 for share in said.split("/")])
    found = re.fullmatch(r"(?:на\s+|in\s+)?(\d{1,2})(?:\s*[^\W\d_]+)?", said)
    return PaymentPlan(int(found[1])) if found and 1 < int(found[1]) <= MOST_PARTS else None


def _in_shares(shares: list[int]) -> PaymentPlan | None:
    """Equal shares are no shares."""
    if sum(shares) != WHOLE or not all(shares) or len(shares) > MOST_PARTS:
        return None
    return PaymentPlan(len(shares), () if len(set(shares)) == 1 else tuple(shares))


def parse_documents(typed: str) -> list[DocumentKind] | None:
    kinds = [guess_document_kind(part) for part in re.split(r"[,;\n]", typed) if part.strip()]
    return kinds if kinds and DocumentKind.UNKNOWN not in kinds else None


def _plain(typed: str) -> str:
    return " ".join(typed.casefold().replace("ё", "е").split()).strip(" .!")
