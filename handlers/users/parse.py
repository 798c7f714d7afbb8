"""A role as people type it."""

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


def parse_role(typed: str) -> Role | None:
    word = typed.strip().casefold()
    return next((role for beginning, role in _BEGINNINGS.items() if word.startswith(beginning)), None)
