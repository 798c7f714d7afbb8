"""What people type where a rule asks: one of a few words, a number, how much later."""

import re
from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation

from models.lead import SCORE_UNIT

ANY, NONE = "any", "none"
LONGEST_HOURS = 24 * 14
LONGEST_DELAY = 60 * 24 * 30

_WORDS: Mapping[str, str] = {
    ANY: "не важно|неважно|любой|любая|любые|все|не важливо|неважливо|будь.?як\\w*|усі|any\\w*|all|doesn.?t matter",
    NONE: "не созда\\w*|не створ\\w*|нет|ні|don.?t create|no|none|без назв\\w*|no name",
    "new": "нов\\w*|new",
    "contacted": "связал\\w*|зв.?язал\\w*|contacted",
    "qualified": "квалиф\\w*|кваліф\\w*|qualif\\w*",
    "transferred": "передан\\w*|transferred|made a deal",
    "lost": "отказ\\w*|відмов\\w*|lost",
    "kyc": "клиент и док\\w*|клієнт і док\\w*|документ\\w*|client and doc\\w*|documents|kyc",
    "calculation": "расч[её]т\\w*|розрахун\\w*|calculat\\w*",
    "agreement": "согласов\\w*|погодж\\w*|узгодж\\w*|agree\\w*",
    "issuing": "оформл\\w*|issu\\w*",
    "paid": "оплач\\w*|сплач\\w*|paid",
    "hot": "горяч\\w*|гаряч\\w*|hot|🔥",
    "warm": "т[её]пл\\w*|warm",
    "cold": "холодн\\w*|cold",
    "dead": "пуст\\w*|порожн\\w*|dead|empty",
    "web": "(?:с |з |from the )?(?:сайт\\w*|web\\w*|site)",
    "referral": "(?:по |за )?(?:рекоменд\\w*|referral\\w*)",
    "social": "(?:из |із |з )?(?:соцсет\\w*|соцмереж\\w*|social\\w*)",
    "manual": "вн[её]с\\w*.*|вручную|вручну|manual\\w*|by hand",
    "scanner": "сканер\\w*|scanner",
    "partner": "(?:от |від |from a )?парт?н[её]р\\w*|partner\\w*",
    "registration": "регистр\\w*|реєстр\\w*|registr\\w*",
    "callback": "звонок|дзвінок|.*перезвон\\w*|.*передзвон\\w*|call.?back",
    "lead_magnet": "лид.магнит|лід.магніт|lead.magnet",
    "message": "сообщен\\w*|повідомл\\w*|написа\\w*.*|messages?",
    "owner": "ответственн\\w*|відповідальн\\w*|whoever has it|owner",
    "person": "человек\\w*|людин\\w*|(?:a )?person",
    "role": "рол\\w*|(?:a )?role",
    "chat": "(?:в |у )?чат\\w*.*|(?:the )?(?:team.?s )?chat",
    "webhook": "(?:друг\\w* |інш\\w* |another )?систем\\w*|вебхук|webhook|another system",
    "email": "(?:на )?(?:почт\\w*|пошт\\w*)|(?:by )?e.?mail",
    "admin": "админ\\w*|адмін\\w*|admins?",
    "manager": "руковод\\w*|керівн\\w*|managers?",
    "seller": "продав\\w*|sellers?",
    "executor": "исполн\\w*|викон\\w*|executors?",
}
_PATTERNS = {value: re.compile(words) for value, words in _WORDS.items()}
_NOW = re.compile("сразу|сейчас|немедленно|одразу|зараз|at once|now|immediately|0")
_UNITS = (
    (1, re.compile(r"м|мин\w*|хв\w*|min\w*")),
    (60, re.compile(r"ч|час\w*|год\w*|h|hours?")),
    (60 * 24, re.compile(r"д|дн\w*|ден\w*|d|days?|сут\w*|доб\w*")),
)
_DELAY = re.compile(r"(?:через |за |after |in )?(\d{1,5})\s*([^\W\d_]+)\.?")
_ONE = re.compile(r"(?:через |за |after |in )?(?:an? |one )?([^\W\d_]+)\.?")
_NUMBER = re.compile(r"(?:от|від|from|>=?|≥)?\s*(\d{1,9}(?:[.,]\d{1,3})?)\s*%?(?:\s*[^\W\d_]+)?")
_CHAT = re.compile(r"-\d{5,15}")


def parse_choice(typed: str, offered: Collection[str]) -> str | None:
    """Which of the values that are offered is meant."""
    said = _said(typed)
    found = [value for value in offered if value in _PATTERNS and _PATTERNS[value].fullmatch(said)]
    return found[0] if len(found) == 1 else None


def parse_score(typed: str, *, least: int) -> int | None:
    """Thousandths, from `least` on: «0,7», «от 0.75», «70 %»."""
    found = _NUMBER.fullmatch(_said(typed))
    if found is None:
        return None
    score = _decimal(found[1])
    if score > 1:
        score /= 100
    thousandths = int(score * SCORE_UNIT)
    return thousandths if least <= thousandths <= SCORE_UNIT else None


def parse_hours(typed: str) -> int | None:
    """«4», «4 часа», «сутки»."""
    said = _said(typed)
    if said.isascii() and said.isdigit():
        return int(said) if 0 < int(said) <= LONGEST_HOURS else None
    minutes = parse_delay(typed)
    return minutes // 60 if minutes and minutes % 60 == 0 and minutes // 60 <= LONGEST_HOURS else None


def parse_delay(typed: str) -> int | None:
    """Minutes: «сразу», «30 минут», «2 часа», «день»."""
    said = _said(typed)
    if _NOW.fullmatch(said):
        return 0
    many, one = _DELAY.fullmatch(said), _ONE.fullmatch(said)
    if many is None and one is None:
        return None
    count, word = (int(many[1]), many[2]) if many is not None else (1, one[1] if one is not None else "")
    unit = next((minutes for minutes, words in _UNITS if words.fullmatch(word)), None)
    return None if unit is None or not 0 < count * unit <= LONGEST_DELAY else count * unit


def parse_chat(typed: str) -> int | None:
    """The number of a group: below zero."""
    said = typed.strip().replace("\N{MINUS SIGN}", "-")
    return int(said) if _CHAT.fullmatch(said) else None


def _said(typed: str) -> str:
    return " ".join(typed.casefold().split()).strip(' .!«»"')


def _decimal(written: str) -> Decimal:
    try:
        return Decimal(written.replace(",", "."))
    except InvalidOperation:
        return Decimal(0)
