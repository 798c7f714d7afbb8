"""Questions about changes of a policy, and what came of the answers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from handlers.kit.calendar import calendar_chip, day_chip, month_rows
from handlers.policies.drafted import day_of
from handlers.policies.screens import title
from handlers.policies.words import numeric
from models.money import Money
from models.policy import EndorsementKind, PolicyState
from services.access import Actor, Right
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Screen, Style, Text, text
from services.policies.queries import PolicyCard, PolicyLine
from services.policies.words import reason_words

SUSPEND, RESUME = "suspend", "resume"
CANCEL, ANNUL = "cancel", "annul"
YES = "yes"
NOTHING, PART, ALL = "nothing", "part", "all"
SUSPEND_REASONS = {
    SUSPEND: ("policy-not-paid", "policy-papers", "policy-by-wish"),
    RESUME: ("policy-resumed",),
}
END_REASONS = {
    CANCEL: ("policy-by-wish", "policy-vehicle-sold", "policy-not-paid"),
    ANNUL: ("policy-mistake", "policy-not-paid", "policy-terms"),
}
ALIVE = frozenset({PolicyState.ISSUED, PolicyState.IN_FORCE, PolicyState.SUSPENDED})


def more(policy: PolicyCard, actor: Actor) -> Screen:
    """Only what this person may do with the policy as it stands."""
    line = policy.line
    buttons = [Button(text("btn-policy-payments"), "policy.payments", line.id)]
    if line.running and actor.may(Right.OPEN_DEAL) and not policy.renewed:
        buttons.append(Button(text("btn-policy-renew"), "policy.renew", line.id))
    if actor.may(Right.FILE_POLICIES):
        buttons += _changes(policy)
    rows = in_rows(buttons)
    rows.append([Button(text("btn-policy-card"), "policy.card", line.id)])
    return Screen([title(line), text("scr-policy-more")], rows, subject=f"deal:{line.deal_id}")


def _changes(policy: PolicyCard) -> list[Button]:
    line = policy.line
    if not line.running:
        return []
    buttons = []
    if line.state in ALIVE:
        what = RESUME if line.state is PolicyState.SUSPENDED else SUSPEND
        buttons = [
            Button(text("btn-policy-endorse"), "policy.endorse", line.id),
            Button(text(f"btn-policy-{what}"), f"policy.{what}", line.id),
            Button(text("btn-policy-cancel"), "policy.cancel", line.id, Style.DANGER),
        ]
    return [*buttons, Button(text("btn-policy-annul"), "policy.annul", line.id, Style.DANGER)]


def suspend_reason(what: str, number: str) -> Screen:
    rows = [[Chip(text(f"reason-{reason}"), reason)] for reason in SUSPEND_REASONS[what]]
    return Screen([text(f"ask-policy-{what}", number=number)], rows)


def now_put(what: str) -> Text:
    return text(f"scr-policy-now-{what}")


def renewal() -> Text:
    return text("scr-renewal-opened")


def asked(name: str | None, due: date) -> Text:
    return text("scr-offers-again", name=name or text("who-pool"), day=due)


def day(question: Text, values: Mapping[str, Any], view: str | None, today: date) -> Screen:
    """Within the policy's term."""
    starts_on, ends_on = day_of(values, "starts_on"), day_of(values, "ends_on")
    if view is not None:
        return Screen([question], month_rows(view, today=today, earliest=starts_on))
    usual = min(max(today, starts_on), ends_on)
    label = text("btn-today") if usual == today else text("btn-day", day=usual)
    return Screen([question], [[day_chip(label, usual), calendar_chip(usual)]])


def end_day(values: Mapping[str, Any], view: str | None, today: date) -> Screen:
    return day(text("ask-policy-end-day", number=values["number"]), values, view, today)


def refund(values: Mapping[str, Any], paid: Money, part: Money) -> Screen:
    unused = [[Chip(text("btn-refund-part", amount=part), PART)]] if 0 < part.amount < paid.amount else []
    chips = [Chip(text("btn-refund-all", amount=paid), ALL), Chip(text("btn-refund-nothing"), NOTHING)]
    question = text("ask-policy-refund", paid=paid, day=numeric(day_of(values, "ended_on")))
    return Screen([question], [*unused, chips])


def end_reason(how: str, number: str) -> Screen:
    rows = [[Chip(text(f"reason-{reason}"), reason)] for reason in END_REASONS[how]]
    return Screen([text(f"ask-policy-{how}", number=number)], rows)


def refunded(values: Mapping[str, Any], policy: PolicyCard) -> Money:
    """What the client gets back."""
    return policy.paid if values["how"] == ANNUL else Money(values["refund"], policy.line.premium.currency)


def end_confirm(values: Mapping[str, Any], policy: PolicyCard, commission: Money | None) -> Screen:
    """`commission` is what goes of it, where the reader may know."""
    how, given = values["how"], refunded(values, policy)
    lines = [
        text(f"ask-policy-{how}-confirm", number=values["number"], day=_end_day(values)),
        text("ntf-policy-refunded", amount=given) if given.amount else text("scr-policy-no-refund"),
        text("scr-policy-no-longer-owed", amount=policy.line.rest) if policy.line.rest.amount else None,
        text("scr-policy-commission-back", amount=commission) if commission and commission.amount else None,
        text("ntf-policy-reason", reason=reason_words(values["reason"])),
    ]
    return Screen(lines, [[Chip(text(f"btn-policy-{how}"), YES, Style.DANGER)]])


def _end_day(values: Mapping[str, Any]) -> str:
    return numeric(day_of(values, "ended_on" if values["how"] == CANCEL else "starts_on"))


def ended(how: str) -> Text:
    return text(f"scr-policy-now-{how}")


def endorsement_kind(number: str) -> Screen:
    chips = [Chip(text(f"btn-endorsement-{kind}"), kind.value) for kind in EndorsementKind]
    return Screen([text("ask-endorsement-kind", number=number)], [chips[:2], chips[2:]])


def endorsement_kind_problem(typed: str) -> Text:
    return text("err-policy-field-not-understood", typed=typed[:60])


def endorsement_amount(kind: str, premium: Money) -> Screen:
    return Screen([text(f"ask-endorsement-{kind}", premium=premium)])


def endorsement_day(values: Mapping[str, Any], view: str | None, today: date) -> Screen:
    return day(text("ask-endorsement-day"), values, view, today)


def endorsement_words() -> Screen:
    return Screen([text("ask-endorsement-words")])


def endorsement_confirm(values: Mapping[str, Any], policy: PolicyLine) -> Screen:
    """Of a premium that becomes less, the client gets back what goes beyond what he still owes."""
    amount = Money(values["amount"], policy.premium.currency)
    is_less = values["kind"] == EndorsementKind.RETURN
    to_refund = is_less and amount.amount > policy.rest.amount
    premium = policy.premium - amount if is_less else policy.premium + amount
    lines = [
        text("ask-endorsement-confirm", number=values["number"], day=numeric(day_of(values, "effective_on"))),
        text(f"ntf-endorsement-{values['kind']}", amount=amount, words=values["words"]),
        text("scr-endorsement-premium", premium=premium) if amount.amount else None,
        text("ntf-policy-refunded", amount=amount - policy.rest) if to_refund else None,
    ]
    return Screen(lines, [[Chip(text("btn-endorsement-save"), YES, Style.SUCCESS)]])


def endorsed() -> Text:
    return text("scr-policy-endorsed")


def calculate(deal_id: int) -> Button:
    """By last year's executor."""
    return Button(text("btn-woke-renew"), "offers.again", deal_id, Style.PRIMARY)
