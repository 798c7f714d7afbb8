"""Questions on the way to a new client."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers.clients.new_client import ANSWERS
from handlers.clients.screens import ICONS, kind_name, tax_name
from handlers.common.doubts import doubt_text
from handlers.parsing.result import Ask as Doubt
from models.client import ClientKind
from services.clients.identifiers import format_phone
from services.clients.rules import expected_tax_number
from services.conversation.values import Chip, Screen, Style, Text, text

SKIP = [Chip(text("btn-skip"), "skip")]


def kind(name: str | None) -> Screen:
    lines = [text("ask-client-kind-of", name=name)] if name else [text("ask-client-kind"), text("ask-client-kind-hint")]
    return Screen(lines, [kind_chips()])


def kind_chips() -> list[Chip]:
    return [Chip(text(f"btn-client-kind-{one.value.replace('_', '-')}"), one.value) for one in ClientKind]


def name(of: ClientKind) -> Screen:
    return Screen([text(f"ask-new-client-name-{of.value.replace('_', '-')}")])


def phone(of: str) -> Screen:
    return Screen([text("ask-client-phone", name=of)], [SKIP])


def email(of: str) -> Screen:
    return Screen([text("ask-client-email", name=of)], [SKIP])


def number(of: str, kind: ClientKind, region: str) -> Screen:
    tax = tax_name(expected_tax_number(kind, region)[0])
    if kind is ClientKind.COMPANY:
        return Screen([text("ask-client-tax-number", name=of, tax=tax)], [SKIP])
    return Screen([text("ask-client-number", name=of, tax=tax)], [SKIP])


def confirm(values: Mapping[str, Any]) -> Screen:
    """In full: this is the moment to notice a wrong digit."""
    of = ClientKind(values["kind"])
    phones, emails = ", ".join(map(format_phone, values["phones"])), ", ".join(values["emails"])
    birth_date, tax = values.get("birth_date"), values.get("number")
    lines = [
        text("ask-client-confirm"),
        text("scr-client-title", icon=ICONS[of], name=values["name"], kind=kind_name(of)),
        text("scr-client-phones", phones=phones) if phones else text("scr-client-no-phone"),
        text("scr-client-emails", emails=emails) if emails else None,
        text("scr-client-birth-date", day=date.fromisoformat(birth_date)) if birth_date else None,
        text("scr-client-tax-number", kind=tax_name(tax[0]), number=tax[1]) if tax else None,
    ]
    again = [Chip(text(f"btn-fix-{answer}"), answer) for answer in ANSWERS]
    return Screen(lines, [[Chip(text("btn-save"), "yes", Style.SUCCESS)], again[:2], again[2:]])


def phone_problem(doubt: Doubt | None, typed: str) -> Text:
    return doubt_text(doubt, typed, "err-phone-not-understood")


def email_problem(typed: str) -> Text:
    return text("err-email-not-understood", typed=typed[:60])


def known() -> Text:
    return text("scr-client-known")


def added() -> Text:
    return text("scr-client-added")
