"""The answers about a new client as the draft keeps them: plain JSON, one key for each question."""

from collections.abc import MutableMapping
from datetime import date
from typing import Any, TypeAlias

from handlers.clients.parse import TypedClient
from handlers.common.answers import name_text
from models.client import ClientKind, ContactKind
from models.tax_number import TaxNumberKind
from services.clients.create import CreateClient
from services.clients.errors import TaxNumberOfOtherKind
from services.clients.identifiers import TaxNumber
from services.clients.rules import check_tax_number_fits

ANSWERS = ("kind", "name", "phones", "emails", "number")
Values: TypeAlias = MutableMapping[str, Any]


def keep_kind(values: Values, kind: ClientKind) -> None:
    """A number that this kind of client can't have is asked again."""
    values["kind"] = kind.value
    tax = tax_number(values)
    try:
        if tax is not None:
            check_tax_number_fits(kind, tax)
    except TaxNumberOfOtherKind:
        del values["number"]
    if kind is ClientKind.COMPANY and values.pop("birth_date", None) and tax is None:
        del values["number"]


def keep_number(values: Values, number: TaxNumber | date | None) -> None:
    values["number"] = [number.kind.value, number.value] if isinstance(number, TaxNumber) else None
    values["birth_date"] = number.isoformat() if isinstance(number, date) else None


def keep_line(values: Values, typed: TypedClient) -> None:
    """Only what the line told: an answer given before is not undone by silence."""
    if typed.name is not None:
        values["name"] = name_text(typed.name)
    if typed.phones:
        values["phones"] = typed.phones
    if typed.emails:
        values["emails"] = typed.emails
    if typed.tax is not None or typed.birth_date is not None:
        keep_number(values, typed.tax)
        values["birth_date"] = typed.birth_date.isoformat() if typed.birth_date else None
    if typed.kind is not None:
        keep_kind(values, typed.kind)


def tax_number(values: Values) -> TaxNumber | None:
    kept = values.get("number")
    return TaxNumber(TaxNumberKind(kept[0]), kept[1]) if kept else None


def first_missing(values: Values) -> str | None:
    return next((answer for answer in ANSWERS if answer not in values), None)


def create_command(values: Values, token: str) -> CreateClient:
    birth_date = values.get("birth_date")
    return CreateClient(
        kind=ClientKind(values["kind"]),
        name=values["name"],
        contacts=[
            *((ContactKind.PHONE, phone) for phone in values["phones"]),
            *((ContactKind.EMAIL, email) for email in values["emails"]),
        ],
        birth_date=date.fromisoformat(birth_date) if birth_date else None,
        tax=tax_number(values),
        intent_key=f"new-client-{token}",
    )
