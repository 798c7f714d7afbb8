"""A role, and a number of leads, as people type them."""

import re
from typing import Final, Literal

from models.user import Role

_BEGINNINGS = {
    "админ": Role.ADMIN,
    "адмін": Role.ADMIN,
    "admin": Role.ADMIN,
    "руковод": Role.MANAGER,
    "керівн": Role.MANAGER,
    "менедж": Role.MANAGER,
    "manager": Role.MANAGER,
    "продав": Role.SELLER,
    "seller": Role.SELLER,
    "sales": Role.SELLER,
    "исполн": Role.EXECUTOR,
    "викон": Role.EXECUTOR,
    "executor": Role.EXECUTOR,
    "клиент": Role.CLIENT,
    "клієнт": Role.CLIENT,
    "client": Role.CLIENT,
}

AS_SET: Final = "as set"
BACK: Final = "back"
_BACK = ("уже на месте", "на месте", "вернул", "уже на місці", "на місці", "поверну", "back", "i am back", "here")
_AS_SET = ("по настр", "за налаш", "по налаш", "как у всех", "як у всіх", "as set", "default")
_COUNT = re.compile(r"(?:до|up to|не больше|не більше)?\s*(\d{1,4})(?:\s*[^\W\d_]+)?")
MOST_LEADS = 1000


def parse_role(typed: str) -> Role | None:
    word = typed.strip().casefold()
    return next((role for beginning, role in _BEGINNINGS.items() if word.startswith(beginning)), None)


def is_back(typed: str) -> bool:
    return " ".join(typed.casefold().split()).startswith(_BACK)


def parse_capacity(typed: str) -> int | Literal["as set"] | None:
    """«20», «до 20 лидов», «по настройке»."""
    said = " ".join(typed.casefold().split()).strip(" .!")
    if said.startswith(_AS_SET):
        return AS_SET
    found = _COUNT.fullmatch(said)
    return int(found[1]) if found and int(found[1]) <= MOST_LEADS else None
