"""What must hold for a client's own data."""

from datetime import date, datetime, timedelta

from models.client import ClientKind
from models.tax_number import TaxNumberKind
from services.clients.errors import BirthDateImpossible, TaxNumberOfOtherKind
from services.clients.identifiers import TaxNumber

EARLIEST_BIRTH = date(1900, 1, 1)


def expected_tax_number(kind: ClientKind, region: str) -> tuple[TaxNumberKind, int]:
    """The tax number that such a client of the region (RU, UA) has, and how many digits it counts."""
    company = kind is ClientKind.COMPANY
    if region == "UA":
        return (TaxNumberKind.EDRPOU, 8) if company else (TaxNumberKind.RNOKPP, 10)
    return TaxNumberKind.INN, 10 if company else 12


def check_tax_number_fits(kind: ClientKind, tax: TaxNumber) -> None:
    """A company's number is shorter than a person's, in both countries."""
    region = "RU" if tax.kind is TaxNumberKind.INN else "UA"
    expected, digits = expected_tax_number(kind, region)
    if (tax.kind, len(tax.value)) != (expected, digits):
        raise TaxNumberOfOtherKind(digits=digits)


def check_birth_date(day: date, *, now: datetime) -> None:
    """`now` is in UTC: where the day has begun already, tomorrow's date is today's."""
    if not EARLIEST_BIRTH <= day <= now.date() + timedelta(days=1):
        raise BirthDateImpossible
