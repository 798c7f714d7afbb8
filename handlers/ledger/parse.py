"""What people type about commission and expenses."""

import re

from handlers.common.answers import is_no, is_yes
from handlers.parsing.text import clean
from models.ledger import Category, ExpenseBasis
from services.conversation.values import Text, text

_NUMBER = re.compile(r"(-?)\s*(\d+)(?:[.,](\d+))?")
_KNOWN = re.compile(
    r"%|проц\w*|відс\w*|percent|pct|кв|комис\w*|коміс\w*|commission|ставк\w*|rate|"
    r"преми\w*|премі\w*|premium|от|від|з|of|the|[\s:=.]"
)
_BASIS = {
    ExpenseBasis.COMMISSION: re.compile(r"\bкв\b|комис|коміс|commission"),
    ExpenseBasis.PREMIUM: re.compile(r"преми|премі|premium"),
}
_CATEGORIES = {
    Category.DISCOUNT: ("скид", "знижк", "клиент", "клієнт", "discount", "client"),
    Category.REFERRER: ("рефер", "агент", "агенц", "привел", "привів", "посред", "посеред", "refer", "agent"),
    Category.OTHER: ("друг", "інш", "other", "проч"),
}
_LATER = ("позж", "потом", "пізн", "згод", "жд", "чек", "later", "wait", "rest")
_ALL = ("все", "всё", "всьо", "усе", "больше не", "більше не", "all", "nothing", "that")
_PAID = ("опла", "заплат", "уже", "вже", "сплач", "paid", "already", "done")
_AHEAD = ("предст", "буд", "план", "потом", "ще ні", "еще нет", "ещё нет", "later", "plan", "ahead", "not yet")
_NO_END = ("без", "бесср", "безстр", "всегда", "завжди", "no end", "open", "forever", "never")


def parse_rate(typed: str) -> int | Text:
    """Hundredths of a per cent, or what to say."""
    plain = clean(typed)
    found = list(_NUMBER.finditer(plain))
    if len(found) != 1 or _KNOWN.sub("", _NUMBER.sub(" ", plain)):
        return text("err-rate-not-understood", typed=typed[:60])
    sign, whole, decimals = found[0].groups(default="")
    if len(decimals) > 2:
        return text("err-rate-too-precise", typed=typed[:60])
    rate = int(whole[:9]) * 100 + int(decimals.ljust(2, "0"))
    return text("err-rate-out-of-range") if sign or rate > 10_000 else rate


def parse_basis(typed: str) -> ExpenseBasis | None:
    plain = clean(typed)
    said = [basis for basis, words in _BASIS.items() if words.search(plain)]
    return said[0] if len(said) == 1 else None


def parse_category(typed: str) -> Category | None:
    said = typed.casefold()
    return next((category for category, stems in _CATEGORIES.items() if any(stem in said for stem in stems)), None)


def says_more_comes(typed: str) -> bool | None:
    """None when it says neither that the rest comes later nor that this was all."""
    return _either(typed, _LATER, _ALL)


def says_paid(typed: str) -> bool | None:
    """None when it says neither paid nor to come."""
    if is_yes(typed) or is_no(typed):
        return is_yes(typed)
    return _either(typed, _PAID, _AHEAD)


def says_no_end(typed: str) -> bool:
    return typed.strip().casefold().startswith(_NO_END)


def _either(typed: str, yes: tuple[str, ...], no: tuple[str, ...]) -> bool | None:
    said = typed.casefold()
    meant = [answer for answer, stems in ((True, yes), (False, no)) if any(stem in said for stem in stems)]
    return meant[0] if len(meant) == 1 else None
