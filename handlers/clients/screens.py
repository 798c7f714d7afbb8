"""What a client looks like: the card, lines of lists, masks."""

from collections.abc import Callable, Sequence

from models.client import ClientKind
from services.access import Actor, Right
from services.clients.identifiers import format_phone, mask_email, mask_passport, mask_phone, mask_tax_number
from services.clients.queries import ClientCard, Contact
from services.clients.search import ClientLine
from services.conversation.numbers import numbers
from services.conversation.values import Button, Localized, Screen, Style, Text, text

ICONS = {ClientKind.INDIVIDUAL: "👤", ClientKind.SOLE_PROPRIETOR: "💼", ClientKind.COMPANY: "🏢"}
LONG_NOTES = 200


def kind_name(kind: ClientKind) -> Text:
    return text(f"client-kind-{kind.value.replace('_', '-')}")


def client_line(number: int, client: ClientLine) -> Text:
    icon = ICONS[client.kind]
    if client.phone is None:
        return text("scr-client-line", number=str(number), icon=icon, name=client.name)
    phone = mask_phone(client.phone)
    return text("scr-client-line-phone", number=str(number), icon=icon, name=client.name, phone=phone)


def card(client: ClientCard, actor: Actor, *, revealed: bool = False, search: str | None = None) -> Screen:
    """`search` is the token of the results that Back leads to."""
    notes = notes_lines(client.notes or "")
    fold = len(client.notes or "") > LONG_NOTES
    lines = [
        text("scr-client-title", icon=ICONS[client.kind], name=client.name, kind=kind_name(client.kind)),
        *_facts(client, revealed=revealed),
        *([] if fold else notes),
        *_deals(client),
    ]
    rows = [*_deal_rows(client), *_action_rows(client, actor, revealed=revealed), _back_row(search)]
    screen = Screen(lines, rows, folded=notes if fold else (), subject=f"client:{client.id}")
    return screen.with_first(text("scr-client-revealed")) if revealed else screen


def notes_lines(notes: str) -> list[Text]:
    """With the line breaks that were typed."""
    first, *others = notes.splitlines() or [""]
    return (
        [text("scr-client-notes", notes=first), *(text("scr-client-note", line=line) for line in others)]
        if first
        else []
    )


def _facts(client: ClientCard, *, revealed: bool) -> list[Text | None]:
    def shown(value: str, mask: Callable[[str], str]) -> str:
        return value if revealed else mask(value)

    return [
        text("scr-client-phones", phones=_joined(client.phones, format_phone if revealed else mask_phone))
        if client.phones
        else text("scr-client-no-phone"),
        text("scr-client-emails", emails=_joined(client.emails, lambda v: shown(v, mask_email)))
        if client.emails
        else None,
        text("scr-client-birth-date", day=client.birth_date) if client.birth_date else None,
        text("scr-client-tax-number", kind=tax_name(client.tax_kind), number=shown(client.tax_number, mask_tax_number))
        if client.tax_kind and client.tax_number
        else None,
        text("scr-client-passport", passport=shown(client.passport, mask_passport)) if client.passport else None,
    ]


def tax_name(kind: str) -> Text:
    return text(f"tax-name-{kind}")


def _joined(contacts: Sequence[Contact], show: Callable[[str], str]) -> str:
    return ", ".join(show(contact.value) for contact in contacts)


def _deals(client: ClientCard) -> list[Text]:
    if not client.deals.lines:
        return [text("scr-client-no-deals")]
    lines = [
        text(
            "scr-client-deal-line",
            number=str(number),
            icon=deal.icon,
            deal=str(deal.id),
            kind=Localized(deal.kind_names),
            object=deal.object,
            stage=text(f"stage-deal-{deal.stage}"),
        )
        for number, deal in enumerate(client.deals.lines, start=1)
    ]
    return [text("scr-client-deals"), *lines]


def _deal_rows(client: ClientCard) -> list[list[Button]]:
    rows = [numbers("deal.card", [deal.id for deal in client.deals.lines])]
    if client.deals.next_before is not None:
        rows.append([Button(text("btn-older"), "client.card", f"{client.id}:{client.deals.next_before}")])
    return [row for row in rows if row]


def _action_rows(client: ClientCard, actor: Actor, *, revealed: bool) -> list[list[Button]]:
    first, second = [], []
    if actor.may(Right.OPEN_DEAL):
        first.append(Button(text("btn-new-deal"), "client.deal", client.id, Style.PRIMARY))
    if revealed:
        first.append(Button(text("btn-hide"), "client.card", client.id))
    elif actor.may(Right.REVEAL_PERSONAL_DATA) and _has_masked(client):
        first.append(Button(text("btn-reveal"), "client.reveal", client.id))
    if actor.may(Right.EDIT_CLIENTS):
        second.append(Button(text("btn-edit"), "client.edit", client.id))
    if actor.may(Right.DELETE_CLIENTS):
        second.append(Button(text("btn-delete"), "client.delete", client.id, Style.DANGER))
    third = []
    if actor.may(Right.ERASE_CLIENTS):
        third.append(Button(text("btn-client-file"), "client.file", client.id))
        third.append(Button(text("btn-client-erase"), "client.erase", client.id, Style.DANGER))
    return [row for row in (first, second, third) if row]


def _has_masked(client: ClientCard) -> bool:
    return bool(client.phones or client.emails or client.tax_number or client.passport)


def _back_row(search: str | None) -> list[Button]:
    back = (
        Button(text("btn-to-results"), "client.found", f"{search}:")
        if search
        else Button(text("btn-clients"), "client.list")
    )
    return [back, Button(text("btn-menu"), "menu")]
