"""Lists of clients and results of a search."""

from handlers.clients.screens import client_line
from handlers.kit.draft import Search
from services.access import Actor, Right
from services.clients.search import ClientLine
from services.conversation.numbers import numbers
from services.conversation.paging import Page
from services.conversation.values import Button, Localized, Screen, Style, Text, text
from services.deals.queries import DealLine
from services.errors import AppError

MENU = Button(text("btn-menu"), "menu")


def clients(page: Page[ClientLine], actor: Actor) -> Screen:
    lines = [client_line(number, line) for number, line in enumerate(page.lines, start=1)]
    rows = [numbers("client.card", [line.id for line in page.lines])] if page.lines else []
    if page.next_before is not None:
        rows.append([Button(text("btn-older"), "client.list", page.next_before)])
    if actor.may(Right.EDIT_CLIENTS):
        rows.append([Button(text("btn-new-client"), "client.new", style=Style.PRIMARY)])
    none = text("scr-clients-none") if not lines else None
    return Screen([text("scr-clients"), text("scr-clients-hint"), none, *lines], [*rows, [MENU]])


def results(search: Search, clients: Page[ClientLine], deals: Page[DealLine], actor: Actor) -> Screen:
    """Clients first, then deals, numbered through."""
    lines = [
        *(client_line(number, line) for number, line in enumerate(clients.lines, start=1)),
        *(_deal_line(number, line) for number, line in enumerate(deals.lines, start=len(clients.lines) + 1)),
    ]
    rows = [
        numbers("client.card", [line.id for line in clients.lines]),
        numbers("deal.card", [line.id for line in deals.lines], start=len(clients.lines) + 1),
        [*_more_clients(search, clients), *_more_deals(search, deals)],
        [Button(text("btn-new-client"), "client.new", search.token)] if actor.may(Right.EDIT_CLIENTS) else [],
        [MENU],
    ]
    return Screen([text("scr-found", words=search.words), *lines], [row for row in rows if row])


def more_clients(search: Search, page: Page[ClientLine]) -> Screen:
    lines = [client_line(number, line) for number, line in enumerate(page.lines, start=1)]
    rows = [numbers("client.card", [line.id for line in page.lines]), _more_clients(search, page)]
    return _more(search, lines, rows)


def more_deals(search: Search, page: Page[DealLine]) -> Screen:
    lines = [_deal_line(number, line) for number, line in enumerate(page.lines, start=1)]
    rows = [numbers("deal.card", [line.id for line in page.lines]), _more_deals(search, page)]
    return _more(search, lines, rows)


def nothing(search: Search, actor: Actor) -> Screen:
    offers = _offers(search, actor)
    offered = text("scr-found-nothing-offer") if offers else None
    return Screen([text("scr-found-nothing", words=search.words), offered], [row for row in (offers, [MENU]) if row])


def new_contact(search: Search, actor: Actor) -> Screen:
    offers = _offers(search, actor)
    offered = text("scr-contact-new-offer") if offers else None
    return Screen([text("scr-contact-new", words=search.words), offered], [row for row in (offers, [MENU]) if row])


def not_searchable(actor: Actor) -> Screen:
    """A single letter, no letter at all, or a whole letter."""
    new = [[Button(text("btn-new-client"), "client.new")]] if actor.may(Right.EDIT_CLIENTS) else []
    return Screen([text("scr-not-searchable")], [*new, [MENU]])


def to_journal(search: Search, deal_id: int) -> Button:
    return Button(text("btn-to-journal", number=str(deal_id)), "idle.journal", f"{search.token}:{deal_id}")


def known_contact() -> Text:
    return text("scr-contact-known")


def nothing_to_do() -> Text:
    return text("err-unexpected-idle")


def refusal(error: AppError) -> Text:
    return Text(f"err-{error.code}", error.params)


def _more(search: Search, lines: list[Text], rows: list[list[Button]]) -> Screen:
    rows.append([Button(text("btn-to-results"), "client.found", f"{search.token}:"), MENU])
    return Screen([text("scr-found", words=search.words), *lines], [row for row in rows if row])


def _more_clients(search: Search, page: Page[ClientLine]) -> list[Button]:
    if page.next_before is None:
        return []
    return [Button(text("btn-more-clients"), "client.found", f"{search.token}:c{page.next_before}")]


def _more_deals(search: Search, page: Page[DealLine]) -> list[Button]:
    if page.next_before is None:
        return []
    return [Button(text("btn-more-deals"), "client.found", f"{search.token}:d{page.next_before}")]


def _offers(search: Search, actor: Actor) -> list[Button]:
    """What to do when the one looked for is not there: his data are filled in already."""
    offers = []
    if actor.may(Right.EDIT_CLIENTS):
        offers.append(Button(text("btn-add-client"), "client.new", search.token))
    if actor.may(Right.OPEN_DEAL):
        offers.append(Button(text("btn-new-deal"), "client.deal-new", search.token))
    return offers


def _deal_line(number: int, deal: DealLine) -> Text:
    return text(
        "scr-deals-line",
        number=str(number),
        deal=str(deal.id),
        icon=deal.icon,
        kind=Localized(deal.kind_names),
        object=deal.object,
        client=deal.client_name,
        state=text(f"stage-deal-{deal.stage}"),
    )
