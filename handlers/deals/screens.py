"""What a deal looks like."""

from handlers.journal.screens import entry_words
from models.deal import CLOSED_STAGES, DealStage
from models.money import Money
from models.task import TaskKind
from services.access import Actor, Right
from services.calculations.words import last_year_words
from services.clients.identifiers import mask_phone
from services.conversation.rows import in_rows
from services.conversation.values import Button, Deadline, Localized, Parts, Screen, Style, Text, text
from services.deals.queries import DealCard
from services.deals.rules import next_by_hand
from services.deals.words import lost_words, moment_words
from services.documents.words import missing_line
from services.journal.queries import JournalLine
from services.tasks.queries import TaskLine
from services.tasks.words import waits_for


def card(deal: DealCard, actor: Actor, *, more: bool = False) -> Screen:
    """`more`: with the buttons that are needed seldom."""
    lines = [
        text(
            "scr-deal-title", icon=deal.icon, number=str(deal.id), kind=Localized(deal.kind_names), object=deal.object
        ),
        turn_line(deal),
        task_words(deal.first_task, deal.tasks) if deal.first_task else None,
        text("scr-task-urgent") if deal.first_task and deal.first_task.urgent else None,
        _next_line(deal),
        text("scr-deal-stage", stage=text(f"stage-deal-{deal.stage}")),
        client_line(deal),
        text("scr-deal-folder", count=deal.documents, fetching=deal.fetching),
        missing_line(deal.missing),
        text("scr-deal-last-year", terms=last_year_words(deal.last_year)) if deal.last_year else None,
        _offers_line(deal) or (text("scr-deal-premium", amount=deal.premium) if deal.premium else None),
        _policies_line(deal),
        _refund_line(deal),
        *(text("scr-deal-margin", planned=each.planned, settled=each.settled) for each in deal.margins),
        journal_line(deal.last_entry) if deal.last_entry else text("scr-deal-journal-empty"),
    ]
    return Screen(lines, _more_rows(deal, actor) if more else card_rows(deal, actor), subject=f"deal:{deal.id}")


def _next_line(deal: DealCard) -> Text | None:
    if deal.next_event is None or deal.next_event_on is None or deal.lost_reason is not None:
        return None
    day = Deadline(deal.next_event_on, deal.next_event_time)
    return text("scr-deal-next", what=text(f"next-event-{deal.next_event}"), day=day)


def _offers_line(deal: DealCard) -> Text | None:
    offers = deal.offers
    if offers.chosen is not None and offers.chosen_premium is not None:
        return text("scr-deal-chosen", insurer=offers.chosen, premium=offers.chosen_premium)
    if not offers.count:
        return None
    if offers.best is None:
        return text("scr-deal-offers", count=offers.count)
    return text("scr-deal-offers-best", count=offers.count, best=offers.best)


def _policies_line(deal: DealCard) -> Text | None:
    policies = deal.policies
    if not policies.count:
        return None
    if not policies.running:
        return text("scr-deal-policies-ended", count=policies.count)
    if policies.next_due is None:
        return text("scr-deal-policies-paid", count=policies.count)
    said = {"count": policies.count, "next": policies.next_rest or "", "due": Deadline(policies.next_due)}
    if policies.rest == policies.next_rest and not policies.in_others:
        return text("scr-deal-policies", **said)
    return text("scr-deal-policies-more", **said, rest=_owed(policies.rest, in_others=policies.in_others))


def _refund_line(deal: DealCard) -> Text | None:
    policies = deal.policies
    if policies.to_refund is None and not policies.refund_in_others:
        return None
    return text("scr-deal-to-refund", amount=_owed(policies.to_refund, in_others=policies.refund_in_others))


def _owed(amount: Money | None, *, in_others: bool) -> Parts:
    """In the deal's currency, and that there is something in others."""
    if not in_others:
        return Parts([amount])
    return Parts([amount, text("scr-deal-owed-in-others" if amount else "scr-deal-owed-elsewhere")])


def turn_line(deal: DealCard) -> Text:
    if deal.stage is DealStage.LOST:
        return text("scr-deal-lost", reason=lost_words(deal.lost_reason or ""))
    if deal.asleep and deal.review_on:
        return text("scr-deal-asleep", day=moment_words(deal.review_on, deal.review_time))
    doer = deal.first_task.doer if deal.first_task else deal.executor
    return text(f"scr-deal-turn-{deal.turn}", seller=deal.seller, executor=doer or "")


def task_words(task: TaskLine, count: int) -> Text:
    key = "scr-deal-task" if count == 1 else "scr-deal-tasks"
    what = text(f"task-kind-{task.kind}")
    more = {} if count == 1 else {"more": count - 1}
    return text(key, what=what, name=task.doer or text("who-pool"), due=waits_for(task), **more)


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
    if deal.offers.count or actor.may(Right.ENTER_OFFERS):
        look.append(Button(text("btn-offers", count=deal.offers.count), "offers.list", deal.id))
    leave = [Button(text("btn-deal-more"), "deal.more", deal.id), Button(text("btn-my-deals"), "deal.list", "mine:")]
    money = _money_steps(deal)
    if deal.stage is DealStage.LOST:
        return [look, money, leave]
    return [look, _next_steps(deal, actor), money, _moves(deal, actor), leave]


def _next_steps(deal: DealCard, actor: Actor) -> list[Button]:
    """Towards the policy."""
    tasks = Button(text("btn-tasks", count=deal.tasks), "deal.tasks", deal.id)
    if deal.offers.chosen is None or deal.policies.count:
        return [tasks]
    steps = [Button(text("btn-policy-file"), "policy.file", deal.id)] if actor.may(Right.FILE_POLICIES) else []
    is_asked = deal.first_task is not None and deal.first_task.kind is TaskKind.ISSUE
    if actor.may(Right.SET_TASKS) and not is_asked:
        steps.insert(0, Button(text("btn-task-issue"), "task.issue", deal.id, Style.PRIMARY))
    return [*steps, tasks]


def _money_steps(deal: DealCard) -> list[Button]:
    if not deal.policies.count:
        return []
    steps = [Button(text("btn-policies", count=deal.policies.count), "policies.list", deal.id)]
    if deal.sees_margin:
        steps.append(Button(text("btn-deal-ledger"), "ledger.deal", deal.id))
    return steps


def _moves(deal: DealCard, actor: Actor) -> list[Button]:
    sleep = (
        Button(text("btn-wake"), "deal.wake", deal.id)
        if deal.asleep
        else Button(text("btn-defer"), "deal.defer", deal.id)
    )
    if actor.may(Right.MOVE_DEAL) and next_by_hand(deal.stage):
        return [Button(text("btn-stage-on"), "deal.stage", deal.id), sleep]
    return [sleep]


def _more_rows(deal: DealCard, actor: Actor) -> list[list[Button]]:
    steps = [Button(text("btn-client-card"), "client.card", deal.client_id)]
    is_lost = deal.stage is DealStage.LOST
    if not is_lost and actor.may(Right.HAND_OVER_DEAL):
        steps.append(Button(text("btn-executor"), "deal.executor", deal.id))
        steps.append(Button(text("btn-hand-over"), "deal.seller", deal.id))
    if not is_lost and not deal.policies.count and actor.may(Right.FILE_POLICIES):
        steps.append(Button(text("btn-policy-file"), "policy.file", deal.id))
    if not is_lost and not deal.policies.count and deal.sees_margin:
        steps.append(Button(text("btn-deal-ledger"), "ledger.deal", deal.id))
    if actor.may(Right.LOSE_DEAL) and deal.stage not in CLOSED_STAGES:
        steps.append(Button(text("btn-lose"), "deal.lose", deal.id, Style.DANGER))
    back = [Button(text("btn-deal-less"), "deal.card", deal.id), Button(text("btn-menu"), "menu")]
    return [*in_rows(steps), back]
