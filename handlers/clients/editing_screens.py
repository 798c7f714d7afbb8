"""Questions about a client that is there, and what came of the answers."""

from enum import StrEnum

from handlers.clients.adding_screens import kind_chips
from handlers.clients.screens import ICONS, kind_name, notes_lines, tax_name
from models.client import ClientKind, ContactKind
from services.clients.edit import ClientField
from services.clients.identifiers import mask_email, mask_passport, mask_phone, mask_tax_number
from services.clients.queries import ClientCard
from services.clients.rules import expected_tax_number
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Param, Screen, Style, Text, text

REMOVE = "remove"
ORDER = ("name", "phone", "email", "birth_date", "tax_number", "passport", "notes", "kind")
MASKS = {ContactKind.PHONE: mask_phone, ContactKind.EMAIL: mask_email}


def fields(client: ClientCard) -> Screen:
    """A company has neither birth date nor passport."""
    personal = () if client.kind is not ClientKind.COMPANY else ("birth_date", "passport")
    shown = [field for field in ORDER if field not in personal]
    buttons = [Button(text(f"btn-set-{_key(field)}"), "client.set", f"{client.id}:{field}") for field in shown]
    rows = in_rows(buttons)
    back = [Button(text("btn-to-client"), "client.card", client.id), Button(text("btn-menu"), "menu")]
    return Screen([text("ask-client-field", name=client.name)], [*rows, back])


def field(of: ClientField, client: ClientCard, region: str) -> Screen:
    question = text(f"ask-set-{_key(of)}", **_question_params(of, client, region))
    current = _current(of, client)
    if of is ClientField.KIND:
        return Screen([question, *current], [kind_chips()])
    return Screen([question, *current], [[Chip(text("btn-remove"), REMOVE, Style.DANGER)]] if current else [])


def contacts(kind: ContactKind, client: ClientCard) -> Screen:
    """Typing adds one, a button removes one."""
    known = client.phones if kind is ContactKind.PHONE else client.emails
    chips = [
        [Chip(text("btn-remove-contact", value=MASKS[kind](one.value)), str(one.id), Style.DANGER)] for one in known
    ]
    return Screen([text(f"ask-set-{kind}", name=client.name)], chips)


def removal(client: ClientCard, removing: str | int) -> Screen:
    if isinstance(removing, str):
        what = _current(ClientField(removing), client)
    else:
        contacts = [*((mask_phone, one) for one in client.phones), *((mask_email, one) for one in client.emails)]
        what = [text("scr-client-contact", value=mask(one.value)) for mask, one in contacts if one.id == removing]
    shown = what or [text("scr-client-empty")]
    return Screen([text("ask-removal", name=client.name), *shown], [[Chip(text("btn-remove"), REMOVE, Style.DANGER)]])


def saved(of: StrEnum) -> Text:
    return text(f"scr-saved-{_key(of)}")


def removed() -> Text:
    return text("scr-removed")


def taken() -> Text:
    return text("scr-client-known")


def changed_meanwhile() -> Text:
    return text("err-client-changed-meanwhile")


def kind_problem(typed: str) -> Text:
    return text("err-client-kind-not-understood", typed=typed[:60])


def email_problem(typed: str) -> Text:
    return text("err-email-not-understood", typed=typed[:60])


def _key(of: str) -> str:
    return str(of).replace("_", "-")


def _question_params(of: ClientField, client: ClientCard, region: str) -> dict[str, Param]:
    match of:
        case ClientField.TAX_NUMBER:
            expected, digits = expected_tax_number(client.kind, region)
            return {"name": client.name, "tax": tax_name(expected), "digits": str(digits)}
        case ClientField.PASSPORT:
            return {"name": client.name, "example": text(f"passport-example-{region.lower()}")}
        case _:
            return {"name": client.name}


def _current(of: ClientField, client: ClientCard) -> list[Text]:
    """What can be removed; a name is in the question itself."""
    match of:
        case ClientField.KIND:
            return [text("scr-client-kind", icon=ICONS[client.kind], kind=kind_name(client.kind))]
        case ClientField.BIRTH_DATE if client.birth_date:
            return [text("scr-client-birth-date", day=client.birth_date)]
        case ClientField.TAX_NUMBER if client.tax_kind and client.tax_number:
            number = mask_tax_number(client.tax_number)
            return [text("scr-client-tax-number", kind=tax_name(client.tax_kind), number=number)]
        case ClientField.PASSPORT if client.passport:
            return [text("scr-client-passport", passport=mask_passport(client.passport))]
        case ClientField.NOTES if client.notes:
            return notes_lines(client.notes)
        case _:
            return []
