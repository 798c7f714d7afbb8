"""Questions about commission and expenses."""

from collections.abc import Sequence
from datetime import date

from handlers.common.days import deadline_rows, past_day_rows
from handlers.ledger.words import reason_words, what_words
from models.ledger import Category, ExpenseBasis
from models.money import Money
from services.conversation.values import Chip, Param, Screen, Text, text
from services.ledger.history import HistoryLine
from services.money.rates import as_percent
from services.money.words import percent_words

WHOLE, LATER, ALL, PAID, AHEAD, SKIP = "whole", "later", "all", "paid", "ahead", "skip"
EXPENSES = (Category.DISCOUNT, Category.REFERRER, Category.OTHER)
USUAL_RATES = (1000, 1500, 2000, 2500, 3000)
USUAL_SHARES = {
    Category.DISCOUNT: (ExpenseBasis.PREMIUM, (300, 500, 1000)),
    Category.REFERRER: (ExpenseBasis.COMMISSION, (1000, 2000, 3000)),
    Category.OTHER: (ExpenseBasis.PREMIUM, (100, 300, 500)),
}


def amount_settled(side: str, left: Money, *, back: bool) -> Screen:
    key = "ask-ledger-amount-back" if back else f"ask-ledger-amount-{side}"
    return Screen([text(key, left=left)], [[Chip(text("btn-ledger-whole", amount=left), WHOLE)]])


def other_currency(left: Money) -> Text:
    return text("err-ledger-other-currency", left=left)


def rest(given: Money, left: Money) -> Screen:
    chips = [Chip(text("btn-ledger-later"), LATER), Chip(text("btn-ledger-all"), ALL)]
    return Screen([text("ask-ledger-rest", given=given, left=left, rest=left - given)], [chips])


def difference(given: Money, left: Money, reasons: Sequence[str]) -> Screen:
    if given < left:
        words = text("ask-ledger-less", difference=left - given)
    else:
        words = text("ask-ledger-more", difference=given - left, left=left)
    return Screen([words], reason_rows(reasons))


def reason_rows(reasons: Sequence[str]) -> list[list[Chip]]:
    return [[Chip(text(f"ledger-reason-{reason}"), reason)] for reason in reasons]


def day_settled(amount: Money, view: str | None, today: date) -> Screen:
    return Screen([text("ask-ledger-day", amount=amount)], past_day_rows(view, today=today))


def settled(side: str, amount: Money, day: date, *, back: bool) -> Text:
    return text("scr-ledger-now-back" if back else f"scr-ledger-now-{side}", amount=amount, day=day)


def reversal(line: HistoryLine, words: Text, reasons: Sequence[str]) -> Screen:
    return Screen([text("ask-ledger-reverse"), words], reason_rows(reasons), subject=f"deal:{line.deal_id}")


def reversed_now() -> Text:
    return text("scr-ledger-now-reversed")


def category(key: str, deal_id: int) -> Screen:
    chips = [Chip(text(f"ledger-category-{each}"), each.value) for each in EXPENSES]
    return Screen([text(key, deal=str(deal_id))], [[chip] for chip in chips])


def category_problem(typed: str) -> Text:
    return text("err-ledger-category-not-understood", typed=typed[:60])


def expense_amount(what: Category) -> Screen:
    return Screen([text("ask-expense-amount", what=text(f"ledger-category-{what}"))])


def payee() -> Screen:
    return Screen([text("ask-ledger-payee")], [[Chip(text("btn-skip"), SKIP)]])


def is_paid(amount: Money) -> Screen:
    chips = [Chip(text("btn-expense-paid"), PAID), Chip(text("btn-expense-ahead"), AHEAD)]
    return Screen([text("ask-expense-paid", amount=amount)], [chips])


def choice_problem(typed: str) -> Text:
    return text("err-ledger-choice-not-understood", typed=typed[:60])


def expense_day(amount: Money, view: str | None, today: date, *, paid: bool) -> Screen:
    if paid:
        return day_settled(amount, view, today)
    return Screen([text("ask-expense-day", amount=amount)], deadline_rows(view, today=today))


def expense_entered(what: Category, payee: str | None, amount: Money, day: date, *, paid: bool) -> Text:
    key = "scr-expense-now-paid" if paid else "scr-expense-now-planned"
    return text(key, what=what_words(what, payee), amount=amount, day=day)


def rule_share(what: Category) -> Screen:
    basis, shares = USUAL_SHARES[what]
    chips = [Chip(text(f"ledger-share-{basis}", percent=as_percent(share)), f"{basis}-{share}") for share in shares]
    return Screen([text("ask-rule-share", what=text(f"ledger-category-{what}"))], [[chip] for chip in chips])


def zero_rate() -> Text:
    return text("err-rate-zero")


def rule_added(words: Param) -> Text:
    return text("scr-rule-now-added", rule=words)


def rule_ended() -> Text:
    return text("scr-rule-now-ended")


def new_rate(number: str, current: int | None) -> Screen:
    now = text("ledger-rate-now", rate=percent_words(current)) if current is not None else text("ledger-rate-none")
    return Screen([text("ask-ledger-rate", number=number, current=now)], rate_rows())


def rate_rows() -> list[list[Chip]]:
    chips = [Chip(percent_words(rate), str(rate)) for rate in USUAL_RATES]
    return [chips[:3], chips[3:]]


def override_reason(rate: int, reasons: Sequence[str]) -> Screen:
    return Screen([text("ask-ledger-rate-reason", rate=percent_words(rate))], reason_rows(reasons))


def overridden(rate: int, reason: str) -> Text:
    return text("scr-ledger-now-recounted", rate=percent_words(rate), reason=reason_words(reason))
