"""What a deal looks like."""

from handlers.journal.screens import entry_words
from models.deal import CLOSED_STAGES, DealStage, LostReason, Turn
from services.access import Actor, Right
from services.clients.identifiers import mask_phone
from services.conversation.numbers import numbers
from services.conversation.paging import Page
from services.conversation.values import Button, Localized, Screen, Style, Text, text
from services.deals.queries import DealCard, DealFilter, DealLine
from services.deals.rules import next_by_hand
from services.documents.words import shorten
from services.journal.queries import JournalLine
from services.tasks.queries import TaskLine
from services.tasks.words import waits_for


def card(deal: DealCard, actor: Actor) -> Screen:
    lines = [
        text(
            "scr-deal-title", icon=deal.icon, number=str(deal.id), kind=Localized(deal.kind_names), object=deal.object
        ),
        turn_line(deal),
        task_words(deal.first_task, deal.tasks) if deal.first_task else None,
        text("scr-deal-stage", stage=text(f"stage-deal-{deal.stage}")),
        client_line(deal),
        text("scr-deal-premium", amount=deal.premium) if deal.premium else None,
        text("scr-deal-folder", count=deal.documents, fetching=deal.fetching),
        journal_line(deal.last_entry) if deal.last_entry else text("scr-deal-journal-empty"),
    ]
    return Screen(lines, card_rows(deal, actor), subject=f"deal:{deal.id}")


def turn_line(deal: DealCard) -> Text:
    if deal.stage is DealStage.LOST:
        return text("scr-deal-lost", reason=lost_words(deal.lost_reason or ""))
    if deal.asleep and deal.review_on:
        return text("scr-deal-asleep", day=deal.review_on)
    return text(f"scr-deal-turn-{deal.turn}", seller=deal.seller, executor=deal.executor or "")


def task_words(task: TaskLine, count: int) -> Text:
    key = "scr-deal-task" if count == 1 else "scr-deal-tasks"
    what = text(f"task-kind-{task.kind}")
    more = {} if count == 1 else {"more": count - 1}
    return text(key, what=what, name=task.doer or text("who-pool"), due=waits_for(task), **more)


def lost_words(reason: str) -> Text:
    if reason in set(LostReason):
        return text(f"lost-reason-{reason}")
    return text("lost-reason-typed", words=reason)


def client_line(deal: DealCard) -> Text:
    if deal.client_phone is None:
        return text("scr-deal-client", client=deal.client_name)
    return text("scr-deal-client-phone", client=deal.client_name, phone=mask_phone(deal.client_phone))


def journal_line(entry: JournalLine) -> Text:
    return text("scr-deal-journal-last", entry=entry_words(entry))


def card_rows(deal: DealCard, actor: Actor) -> list[list[Button]]:
    """Only what this person may do with the deal as it stands, the likely thing first."""
    look = [Button(text("btn-folder", count=deal.documents), "deal.folder", deal.id)]
    if actor.may(Right.WRITE_JOURNAL):
        look.append(Button(text("btn-journal"), "deal.journal", deal.id))
    client = Button(text("btn-client-card"), "client.card", deal.client_id)
    leave = [Button(text("btn-my-deals"), "deal.list", "mine:"), Button(text("btn-menu"), "menu")]
    if deal.stage is DealStage.LOST:
        return [[*look, client], leave]
    look.append(Button(text("btn-tasks", count=deal.tasks), "deal.tasks", deal.id))
    people = [client, *_people_steps(deal, actor)]
    return [look, _moves(deal, actor), *(people[i : i + 2] for i in range(0, len(people), 2)), leave]


def _moves(deal: DealCard, actor: Actor) -> list[Button]:
    sleep = (
        Button(text("btn-wake"), "deal.wake", deal.id)
        if deal.asleep
        else Button(text("btn-defer"), "deal.defer", deal.id)
    )
    if actor.may(Right.MOVE_DEAL) and next_by_hand(deal.stage):
        return [Button(text("btn-stage-on"), "deal.stage", deal.id, Style.PRIMARY), sleep]
    return [sleep]


def _people_steps(deal: DealCard, actor: Actor) -> list[Button]:
    steps = []
    if actor.may(Right.HAND_OVER_DEAL):
        steps.append(Button(text("btn-executor"), "deal.executor", deal.id))
        steps.append(Button(text("btn-hand-over"), "deal.seller", deal.id))
    if actor.may(Right.LOSE_DEAL) and deal.stage is not DealStage.PAID:
        steps.append(Button(text("btn-lose"), "deal.lose", deal.id, Style.DANGER))
    return steps


LONGEST_IN_LIST = 44
"""A phone shows about so many letters in a line."""

FILTERS = (DealFilter.MINE, DealFilter.MY_TURN, DealFilter.ASLEEP, DealFilter.CLOSED)


def deal_list(page: Page[DealLine], which: DealFilter, actor: Actor) -> Screen:
    """Numbered lines, opened by the numbers below them."""
    title = text(f"scr-deals-{which}")
    lines = [_list_line(number, deal) for number, deal in enumerate(page.lines, start=1)]
    rows = [numbers("deal.card", [deal.id for deal in page.lines])]
    if page.next_before is not None:
        rows.append([Button(text("btn-older"), "deal.list", f"{which}:{page.next_before}")])
    shown = (*FILTERS, DealFilter.ALL) if actor.may(Right.SEE_ALL_DEALS) else FILTERS
    others = [Button(text(f"btn-deals-{other}"), "deal.list", f"{other}:") for other in shown if other is not which]
    rows += [others[i : i + 2] for i in range(0, len(others), 2)]
    rows.append([Button(text("btn-menu"), "menu")])
    return Screen([title, *(lines or [text("scr-deals-none")])], rows)


def _list_line(number: int, deal: DealLine) -> Text:
    state = (
        text("scr-deals-asleep-until", day=deal.review_on)
        if deal.review_on and deal.turn is Turn.NOBODY and deal.stage not in CLOSED_STAGES
        else text(f"stage-deal-{deal.stage}")
    )
    return text(
        "scr-deals-line",
        number=str(number),
        deal=str(deal.id),
        icon=deal.icon,
        kind=Localized(deal.kind_names),
        object=shorten(deal.object, LONGEST_IN_LIST),
        client=shorten(deal.client_name, LONGEST_IN_LIST),
        state=state,
    )
