"""Questions on the way to a new deal."""

from collections.abc import Mapping, Sequence
from typing import Any

from models.insurance_kind import InsuranceKind
from services.clients.identifiers import format_phone
from services.clients.search import ClientLine
from services.conversation.rows import in_rows
from services.conversation.values import Chip, Localized, Screen, Style, Text, text


def client(recent: Sequence[ClientLine]) -> Screen:
    return Screen([text("ask-deal-client"), text("ask-deal-client-example")], [*_clients(recent), [_new_client()]])


def found_clients(query: str, found: Sequence[ClientLine]) -> Screen:
    return Screen([text("ask-deal-client-found", query=query)], [*_clients(found), [_new_client()]])


def client_name() -> Screen:
    return Screen([text("ask-client-name")])


def phone(name: str) -> Screen:
    return Screen([text("ask-client-phone", name=name)], [[Chip(text("btn-skip"), "skip")]])


def phone_problem() -> Text:
    return text("err-phone-not-understood")


def phone_is_of(name: str) -> Text:
    return text("scr-phone-is-of", name=name)


def given_up() -> Text:
    return text("scr-cancelled")


def kind(name: str, kinds: Sequence[InsuranceKind]) -> Screen:
    chips = [Chip(text("btn-kind", icon=kind.icon, name=Localized(kind.names)), str(kind.id)) for kind in kinds]
    return Screen([text("ask-deal-kind", client=name)], in_rows(chips))


def insured_object(kind_names: Mapping[str, str]) -> Screen:
    return Screen([text("ask-deal-object", kind=Localized(kind_names))])


def confirm(values: Mapping[str, Any]) -> Screen:
    phone_number = values.get("phone")
    lines = [
        text("ask-deal-confirm"),
        text("scr-confirm-client", client=values["name"]),
        text("scr-confirm-phone", phone=format_phone(phone_number)) if phone_number else None,
        text("scr-confirm-kind", kind=Localized(values["kind_names"])),
        text("scr-confirm-object", object=values["object"]),
        text("scr-confirm-note", note=values["note"]) if values.get("note") else text("ask-deal-note"),
    ]
    return Screen(lines, [[Chip(text("btn-open-deal"), "yes", Style.SUCCESS)]])


def _clients(lines: Sequence[ClientLine]) -> list[list[Chip]]:
    return [[Chip(_client_label(line), str(line.id))] for line in lines]


def _client_label(line: ClientLine) -> Text:
    if line.phone is None:
        return text("btn-client", name=line.name)
    return text("btn-client-phone", name=line.name, tail=line.phone[-5:-2] + "-" + line.phone[-2:])


def _new_client() -> Chip:
    return Chip(text("btn-new-client"), "new")
