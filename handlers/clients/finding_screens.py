"""Lists of clients and results of a search."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.clients.screens import client_line
from handlers.deals.list_screens import LONGEST_IN_LIST, deal_line
from handlers.kit.draft import Search
from handlers.leads.list_screens import lead_line
from models.policy import ENDED
from services.access import Actor, Right
from services.clients.search import ClientLine
from services.conversation.numbers import numbers
from services.conversation.paging import Page
from services.conversation.values import Button, Localized, Screen, Style, Text, text
from services.deals.lists import DealLine
from services.documents.words import shorten
from services.leads.lists import LeadLine
from services.policies.search import FoundPolicy
from services.search.everything import Found

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


@dataclass(frozen=True, slots=True)
class Group:
    """One sort of what was found; `letter` names it in the button for more."""

    letter: str
    verb: str
    page: Page[ClientLine] | Page[LeadLine] | Page[DealLine] | Page[FoundPolicy]

    def lines(self, start: int) -> list[Text]:
        lines: Sequence[ClientLine | LeadLine | DealLine | FoundPolicy] = self.page.lines
        return [_line(number, line) for number, line in enumerate(lines, start)]

    def numbers(self, start: int) -> list[Button]:
        return numbers(self.verb, [line.id for line in self.page.lines], start=start)

    def more(self, search: Search) -> list[Button]:
        if self.page.next_before is None:
            return []
        label = text(f"btn-more-{GROUPS[self.letter]}")
        return [Button(label, "client.found", f"{search.token}:{self.letter}{self.page.next_before}")]


GROUPS = {"c": "clients", "l": "leads", "d": "deals", "p": "policies"}


def clients_group(page: Page[ClientLine]) -> Group:
    return Group("c", "client.card", page)


def leads_group(page: Page[LeadLine]) -> Group:
    return Group("l", "lead.card", page)


def deals_group(page: Page[DealLine]) -> Group:
    return Group("d", "deal.card", page)


def policies_group(page: Page[FoundPolicy]) -> Group:
    return Group("p", "policy.card", page)


def results(search: Search, everything: Found, actor: Actor) -> Screen:
    """Clients, leads, deals, policies, numbered through; before all others the policy whose very number was typed."""
    groups = [
        clients_group(everything.clients),
        leads_group(everything.leads),
        deals_group(everything.deals),
    ]
    groups.insert(0 if everything.exact else len(groups), policies_group(everything.policies))
    lines: list[Text] = []
    rows: list[list[Button]] = []
    count = 0
    for group in groups:
        if group.page.lines:
            lines += [text(f"scr-found-{GROUPS[group.letter]}"), *group.lines(count + 1)]
            rows.append(group.numbers(count + 1))
            count += len(group.page.lines)
    more = [button for group in groups for button in group.more(search)]
    rows += [more[:2], more[2:]]
    if actor.may(Right.EDIT_CLIENTS):
        rows.append([Button(text("btn-new-client"), "client.new", search.token)])
    return Screen([text("scr-found", words=search.words), *lines], [*filter(None, rows), [MENU]])


def more(search: Search, group: Group) -> Screen:
    """A page of one group."""
    leave = [Button(text("btn-to-results"), "client.found", f"{search.token}:"), MENU]
    rows = [group.numbers(1), group.more(search), leave]
    return Screen([text("scr-found", words=search.words), *group.lines(1)], [row for row in rows if row])


def nothing(search: Search, actor: Actor, *, a_lead: bool = False) -> Screen:
    """`a_lead`: the words would make one."""
    offers = [*_offers(search, actor), *([new_lead(search)] if a_lead else [])]
    offered = text("scr-found-nothing-offer") if offers else None
    return Screen([text("scr-found-nothing", words=search.words), offered], [row for row in (offers, [MENU]) if row])


def new_contact(search: Search, actor: Actor) -> Screen:
    offers = [*_offers(search, actor), *([new_lead(search)] if actor.may(Right.WORK_LEADS) else [])]
    offered = text("scr-contact-new-offer") if offers else None
    return Screen([text("scr-contact-new", words=search.words), offered], [row for row in (offers, [MENU]) if row])


def not_searchable(actor: Actor) -> Screen:
    """A single letter, no letter at all, or a whole letter."""
    new = [[Button(text("btn-new-client"), "client.new")]] if actor.may(Right.EDIT_CLIENTS) else []
    return Screen([text("scr-not-searchable")], [*new, [MENU]])


def how_to_find() -> Screen:
    return Screen([text("scr-find")], [[MENU]])


def known_contact() -> Text:
    return text("scr-contact-known")


def nothing_to_do() -> Text:
    return text("err-unexpected-idle")


def _offers(search: Search, actor: Actor) -> list[Button]:
    """What to do when the one looked for is not there: his data are filled in already."""
    offers = []
    if actor.may(Right.EDIT_CLIENTS):
        offers.append(Button(text("btn-add-client"), "client.new", search.token))
    if actor.may(Right.OPEN_DEAL):
        offers.append(Button(text("btn-new-deal"), "client.deal-new", search.token))
    return offers


def new_lead(search: Search) -> Button:
    return Button(text("btn-new-lead"), "lead.new", search.token)


def _line(number: int, line: ClientLine | LeadLine | DealLine | FoundPolicy) -> Text:
    match line:
        case ClientLine():
            return client_line(number, line)
        case LeadLine():
            return lead_line(number, line)
        case DealLine():
            return deal_line(number, line)
        case FoundPolicy():
            return _policy_line(number, line)


def _policy_line(number: int, policy: FoundPolicy) -> Text:
    return text(
        "scr-found-policy-ended" if policy.state in ENDED else "scr-found-policy",
        number=str(number),
        policy=policy.number,
        icon=policy.icon,
        kind=Localized(policy.kind_names),
        insurer=policy.insurer,
        client=shorten(policy.client_name, LONGEST_IN_LIST),
        until=policy.ends_on,
        state=text(f"policy-state-{policy.state}"),
    )
