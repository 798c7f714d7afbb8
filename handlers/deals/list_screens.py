"""What lists of deals look like."""

from services.access import Actor, Right
from services.conversation.numbers import numbers
from services.conversation.paging import Page
from services.conversation.rows import in_rows
from services.conversation.values import Button, Deadline, Localized, Screen, Text, text
from services.deals.lists import DealFilter, DealLine
from services.documents.words import shorten

LONGEST_IN_LIST = 44
"""A phone shows about so many letters in a line."""

FILTERS = (DealFilter.MINE, DealFilter.MY_TURN, DealFilter.TODAY, DealFilter.ASLEEP, DealFilter.CLOSED)


def deal_list(page: Page[DealLine], which: DealFilter, actor: Actor) -> Screen:
    """Numbered lines, opened by the numbers below them."""
    title = text(f"scr-deals-{which}")
    waiting = which in (DealFilter.TODAY, DealFilter.ASLEEP)
    lines = [deal_line(number, deal, waiting=waiting) for number, deal in enumerate(page.lines, start=1)]
    rows = [numbers("deal.card", [deal.id for deal in page.lines])]
    if page.next_before is not None:
        rows.append([Button(text("btn-older"), "deal.list", f"{which}:{page.next_before}")])
    shown = (*FILTERS, DealFilter.ALL) if actor.may(Right.SEE_ALL_DEALS) else FILTERS
    others = [Button(text(f"btn-deals-{other}"), "deal.list", f"{other}:") for other in shown if other is not which]
    rows += in_rows(others)
    rows.append([Button(text("btn-menu"), "menu")])
    return Screen([title, *(lines or [text("scr-deals-none")])], rows)


def which_deal() -> Screen:
    return Screen([text("ask-which-deal")], [_leave()])


def not_among_yours(number: int) -> Screen:
    return Screen([text("scr-deal-not-yours", number=str(number))], [_leave()])


def _leave() -> list[Button]:
    return [Button(text("btn-my-deals"), "deal.list", f"{DealFilter.MINE}:"), Button(text("btn-menu"), "menu")]


def deal_line(number: int, deal: DealLine, *, waiting: bool = False) -> Text:
    """With `waiting` the state is what an awake deal owes, not its stage."""
    return text(
        "scr-deals-line",
        number=str(number),
        deal=str(deal.id),
        icon=deal.icon,
        kind=Localized(deal.kind_names),
        object=shorten(deal.object, LONGEST_IN_LIST),
        client=shorten(deal.client_name, LONGEST_IN_LIST),
        state=_state(deal, waiting=waiting),
    )


def _state(deal: DealLine, *, waiting: bool) -> Text:
    if deal.waits_on is None or not (deal.asleep or waiting):
        return text(f"stage-deal-{deal.stage}")
    if not deal.asleep:
        due = Deadline(deal.waits_on)
        return text("scr-deals-owes", what=text(f"next-event-{deal.waits_for}"), due=due)
    if deal.waits_for is None:
        return text("scr-deals-asleep-until", day=deal.waits_on)
    return text("scr-deals-asleep-for", day=deal.waits_on, what=text(f"next-event-{deal.waits_for}"))
