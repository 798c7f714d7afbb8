"""What a policy, its payments and a deal's policies look like."""

from collections.abc import Sequence
from datetime import date

from handlers.policies.words import in_how_long, numeric, overlap_words
from models.policy import InstalmentState
from services.access import Actor, Right
from services.conversation.numbers import number_rows
from services.conversation.values import Button, Localized, Param, Parts, Screen, Style, Text, text
from services.ledger.queries import PolicyMoney
from services.policies.queries import InstalmentLine, PolicyCard, PolicyLine
from services.policies.words import reason_words

A_ROW = 6


def card(policy: PolicyCard, money: PolicyMoney | None, actor: Actor, today: date) -> Screen:
    """`money` only for who may see it."""
    line = policy.line
    more = policy.count - len(policy.instalments)
    lines = [
        title(line),
        overdue_line(line),
        text("scr-policy-parts", parts=Parts([line.insurer, line.object])),
        text("scr-policy-days", starts=numeric(line.starts_on), ends=numeric(line.ends_on), premium=line.premium),
        text("scr-policy-beside", reason=overlap_words(policy.overlap_reason)) if policy.overlap_reason else None,
        *(instalment_line(each, today) for each in policy.instalments),
        text("scr-instalments-more", count=more) if more else None,
        *_refund_lines(policy),
        _commission_line(money, running=line.running) if money else None,
        _end_line(policy) if policy.ended_on else _next_line(policy, today),
    ]
    return Screen(lines, _rows(policy, actor), subject=f"deal:{line.deal_id}")


def title(line: PolicyLine) -> Text:
    state = text(f"policy-state-{line.state}")
    return text("scr-policy-title", kind=Localized(line.kind_names), number=line.number, state=state)


def overdue_line(line: PolicyLine) -> Text | None:
    """With what it risks."""
    return text("scr-policy-overdue", amount=line.overdue) if line.running and line.overdue.amount else None


def instalment_line(each: InstalmentLine, today: date) -> Text:
    known: dict[str, Param] = {"number": str(each.number), "amount": each.amount, "due": numeric(each.due_on)}
    match each.state:
        case InstalmentState.PAID:
            return text("scr-instalment-paid", **known, on=numeric(each.paid_on or each.due_on))
        case InstalmentState.PLANNED:
            return text("scr-instalment-planned", **known, when=in_how_long(each.due_on, today))
        case InstalmentState.PARTLY_PAID:
            return text("scr-instalment-partly-paid", **known, rest=each.rest)
        case InstalmentState.CANCELLED | InstalmentState.REFUNDED if each.paid.amount:
            return text("scr-instalment-kept", **known, kept=each.paid)
        case InstalmentState.OVERDUE:
            return text("scr-instalment-overdue", **known, rest=each.rest, days=(today - each.due_on).days)
    return text(f"scr-instalment-{each.state}", **known)


def _refund_lines(policy: PolicyCard) -> list[Text]:
    """What is to go back to the client, and what has."""
    sums = (("to-refund", policy.to_refund), ("refunded", policy.refunded), ("not-refunded", policy.dropped))
    return [text(f"scr-policy-{what}", amount=amount) for what, amount in sums if amount.amount]


def _commission_line(money: PolicyMoney, *, running: bool) -> Text | None:
    """Nothing that will never come is said to be awaited."""
    if not money.rated:
        return text("scr-policy-no-commission") if running else None
    if not (money.expected.amount or money.received.amount or money.returned.amount):
        return text("scr-policy-commission-none")
    return text("scr-policy-commission", parts=Parts(_commission_parts(money, running=running)))


def _commission_parts(money: PolicyMoney, *, running: bool) -> list[Text | None]:
    awaits = money.left.amount > 0 or (running and not money.left.amount)
    return [
        text("commission-received-of", received=money.received, expected=money.expected) if awaits else None,
        text("commission-received", received=money.received) if money.received.amount and not awaits else None,
        text("commission-returned", amount=money.returned) if money.returned.amount else None,
        text("commission-to-return", amount=-money.left) if money.left.amount < 0 else None,
        text("commission-no-more") if not money.left.amount and not running else None,
    ]


def _next_line(policy: PolicyCard, today: date) -> Text:
    """What is waited for."""
    due = policy.next_due
    instalment = text("policy-next-instalment", day=due.due_on) if due else None
    renewal = None if policy.renewed else _renewal_words(policy, today)
    if renewal is None and instalment is None:
        return text("scr-policy-renewed")
    return text("scr-policy-next", parts=Parts([instalment, renewal]))


def _renewal_words(policy: PolicyCard, today: date) -> Text:
    if policy.line.ends_on < today:
        return text("policy-not-renewed")
    return text("policy-next-renewal", day=numeric(policy.renew_by))


def _end_line(policy: PolicyCard) -> Text:
    assert policy.ended_on is not None  # noqa: S101 - the caller has looked
    return text("scr-policy-ended", day=numeric(policy.ended_on), reason=reason_words(policy.end_reason or ""))


def _rows(policy: PolicyCard, actor: Actor) -> list[list[Button]]:
    line = policy.line
    first = []
    if line.running and line.rest.amount and actor.may(Right.RECORD_PAYMENTS):
        first.append(Button(text("btn-policy-pay"), "policy.pay", line.id, Style.SUCCESS))
    if policy.to_refund.amount and actor.may(Right.RECORD_PAYMENTS):
        first.append(Button(text("btn-policy-refund"), "policy.refund", line.id, Style.SUCCESS))
    if policy.sees_margin:
        first.append(Button(text("btn-policy-commission"), "ledger.deal", line.deal_id))
    file = Button(
        text("btn-policy-document" if policy.document_id else "btn-policy-attach"), "policy.document", line.id
    )
    more = Button(text("btn-policy-more"), "policy.more", line.id)
    leave = Button(text("btn-open-card"), "deal.card", line.deal_id)
    return [first, [file, more], [leave]]


def policies_of_deal(deal_id: int, policies: Sequence[PolicyLine], actor: Actor) -> Screen:
    lines = [policy_line(number, each) for number, each in enumerate(policies, start=1)]
    rows = number_rows("policy.card", [each.id for each in policies], a_row=A_ROW)
    if actor.may(Right.FILE_POLICIES):
        rows.append([Button(text("btn-policy-new"), "policy.file", deal_id, Style.PRIMARY)])
    rows.append([Button(text("btn-open-card"), "deal.card", deal_id)])
    title_line = text("scr-policies-of-deal", deal=str(deal_id))
    return Screen([title_line, *(lines or [text("scr-policies-none")])], rows, subject=f"deal:{deal_id}")


def policy_line(number: int, policy: PolicyLine) -> Text:
    owed = None
    if policy.running and policy.rest.amount:
        key = "policy-overdue" if policy.overdue.amount else "policy-owed"
        owed = text(key, amount=policy.overdue if policy.overdue.amount else policy.rest)
    state = text(f"policy-state-{policy.state}")
    term = text("policy-until", day=numeric(policy.ends_on)) if policy.running else None
    return text(
        "scr-policies-line",
        number=str(number),
        kind=Localized(policy.kind_names),
        policy=policy.number,
        insurer=policy.insurer,
        about=Parts([state, term, owed]),
    )
