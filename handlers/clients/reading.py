"""Typed answers about a client as values, or what to say when they can't be read."""

from datetime import date, datetime

from handlers.clients.parse import parse_birth_date
from handlers.common.doubts import doubt_text
from models.client import ClientKind
from services.access import Actor
from services.brokerage import Brokerage
from services.clients.identifiers import IdentifierProblem, Passport, TaxNumber, parse_passport, parse_tax_number
from services.clients.rules import check_birth_date, check_tax_number_fits, expected_tax_number
from services.conversation.values import Text, text


def read_tax_number(typed: str, kind: ClientKind, region: str) -> TaxNumber | Text:
    """Raises TaxNumberOfOtherKind."""
    number = parse_tax_number(typed, region)
    if isinstance(number, IdentifierProblem):
        expected, digits = expected_tax_number(kind, region)
        name = text(f"tax-name-{expected}")
        return text(f"err-tax-{number.value}", name=name, digits=str(digits), typed=typed[:60])
    check_tax_number_fits(kind, number)
    return number


def read_birth_date(typed: str, actor: Actor, brokerage: Brokerage, now: datetime) -> date | Text:
    """Raises BirthDateImpossible."""
    day = parse_birth_date(typed, actor.language, now.astimezone(brokerage.zone))
    if not isinstance(day, date):
        return doubt_text(day, typed, "err-birth-date-not-understood")
    check_birth_date(day, now=now)
    return day


def read_passport(typed: str, region: str) -> str | Text:
    """Kept without spaces; a Ukrainian series in Cyrillic."""
    passport = parse_passport(typed, region)
    if isinstance(passport, Passport):
        return passport.value
    return text(f"err-passport-{region.lower()}", typed=typed[:60])
