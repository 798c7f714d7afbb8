"""Money and days as people write them."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date

from models.money import Currency, Money
from models.user import Language

NARROW_SPACE = "\u202f"
SIGNS = {Currency.RUB: "₽", Currency.UAH: "₴", Currency.EUR: "€", Currency.USD: "$"}


def format_money(money: Money, language: Language) -> str:
    """48 200 ₽, 1 200,50 ₴; minor units only where there are any."""
    return f"{format_amount(money, language)}{NARROW_SPACE}{SIGNS[money.currency]}"


def format_amount(money: Money, language: Language) -> str:
    """The same without the currency."""
    whole, minor = divmod(abs(money.amount), 100)
    digits = f"{whole:,}".replace(",", NARROW_SPACE)
    if minor:
        digits += f"{'.' if language is Language.EN else ','}{minor:02}"
    return ("−" if money.amount < 0 else "") + digits


@lru_cache(maxsize=4096)
def format_day(day: date, language: Language, *, today: date) -> str:
    """пт 27 ноя; the year only where it is not this one."""
    pattern = "EEE d MMM" if day.year == today.year else "d MMM y"
    return format_date(day, pattern, Locale(language.value)).replace(".", "")


def format_full_day(day: date, language: Language) -> str:
    """27 ноября 2026."""
    return format_date(day, "d MMMM y", Locale(language.value))


def format_moment(at: datetime, language: Language, *, zone: ZoneInfo, today: date) -> str:
    local = at.astimezone(zone)
    return f"{format_day(local.date(), language, today=today)} {local:%H:%M}"
