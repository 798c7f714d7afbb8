"""What values of settings look like; a wrong one is a ValueError in words for the person at the terminal."""

import re
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import SecretStr


def is_address(value: str, *schemes: str) -> bool:
    parts = urlsplit(value)
    return parts.scheme in schemes and bool(parts.hostname)


def is_local(value: str) -> bool:
    return urlsplit(value).hostname in {"127.0.0.1", "localhost", "::1"}


def known_zone(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValueError("not a time zone, for example Europe/Kyiv") from error
    return value


def known_database(value: str | None) -> str | None:
    if value is None or value.startswith(("postgresql://", "postgresql+psycopg://")):
        return value
    raise ValueError("must begin with postgresql://")


def known_storage(value: str | None) -> str | None:
    if value is None or (is_address(value, "s3") and set(parse_qs(urlsplit(value).query)) <= {"endpoint", "region"}):
        return value
    raise ValueError("must be s3://bucket/prefix?endpoint=…&region=…")


def secret_shape(value: SecretStr | None) -> SecretStr | None:
    if value is None or re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value.get_secret_value()):
        return value
    raise ValueError("must be 16 to 256 letters, digits, _ or -")


def token_shape(value: SecretStr | None) -> SecretStr | None:
    if value is None or not value.get_secret_value():
        return None
    bot_id, _, rest = value.get_secret_value().partition(":")
    if not bot_id.isdigit() or len(rest) < 10:
        raise ValueError("not a bot token, for example 123456:ABC-DEF…")
    return value


def known_backup_key(value: SecretStr | None) -> SecretStr | None:
    if value is None or not value.get_secret_value().strip():
        return None
    if re.fullmatch(r"AGE-SECRET-KEY-1[0-9A-Z]{58}", value.get_secret_value()):
        return value
    raise ValueError("not a key of `crm backup-key`, which begins with AGE-SECRET-KEY-1")
