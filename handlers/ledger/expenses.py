"""Enters an expense by hand: what for, how much, to whom, paid or to come."""

from datetime import date, datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_payment
from handlers.common.answers import short_text
from handlers.common.days import typed_future_day, typed_past_day
from handlers.common.ids import row_id
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.ledger import question_screens as ask
from handlers.ledger.parse import parse_category, says_paid
from handlers.ledger.showing import deal_screen
from handlers.ledger.states import ExpenseFlow
from models.ledger import Category
from models.money import Currency, Money
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.deals.access import access_deal
from services.errors import ScreenOutdated
from services.ledger.expenses import PlanExpense, plan_expense

LONGEST_PAYEE = 120
_FAR = timedelta(days=30)

steps = Steps()
steps.flow(ExpenseFlow, right=Right.RECORD_LEDGER)


@steps.tap("ledger.expense", right=Right.RECORD_LEDGER)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    deal = await access_deal(session, actor, row_id(arg), right=Right.RECORD_LEDGER)
    return Start(ExpenseFlow.category, {"deal_id": deal.id, "currency": deal.currency.value, "payee": None})


@steps.question(ExpenseFlow.category)
async def ask_category(draft: Draft) -> Screen:
    return ask.category("ask-expense-category", draft["deal_id"])


@steps.pick(ExpenseFlow.category)
async def on_category(draft: Draft, value: str) -> Ask:
    if value not in ask.EXPENSES:
        raise ScreenOutdated
    draft["category"] = value
    return Ask(ExpenseFlow.amount)


@steps.answer(ExpenseFlow.category)
async def on_category_typed(draft: Draft, text: str) -> Ask:
    category = parse_category(text)
    if category is None:
        return Ask(ExpenseFlow.category, problem=ask.category_problem(text))
    return await on_category(draft, category.value)


@steps.question(ExpenseFlow.amount)
async def ask_amount(draft: Draft) -> Screen:
    return ask.expense_amount(Category(draft["category"]))


@steps.answer(ExpenseFlow.amount)
async def on_amount(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    """With the day on which it was paid or will be, where that is said: neither is asked then."""
    currency = Currency(draft["currency"])
    before = typed_payment(text, currency, actor, brokerage, now)
    ahead = typed_payment(text, currency, actor, brokerage, now, want="future")
    said = _likely(before, ahead, today)
    if isinstance(said, Text):
        return Ask(ExpenseFlow.amount, problem=said)
    amount, day = said
    draft["amount"], draft["currency"] = amount.amount, amount.currency.value
    draft["on"], draft["paid"] = day and day.isoformat(), day is not None and day <= today
    if draft["category"] != Category.DISCOUNT:
        return Ask(ExpenseFlow.payee)
    draft["payee"] = None
    return await _on_its_day(session, actor, draft, now, today)


def _likely(
    before: tuple[Money, date | None] | Text, ahead: tuple[Money, date | None] | Text, today: date
) -> tuple[Money, date | None] | Text:
    """The day that was or will be, where the other can't be meant; «в пятницу» is asked."""
    if isinstance(before, Text) or isinstance(ahead, Text):
        return ahead if isinstance(before, Text) else before
    (amount, past), (_, future) = before, ahead
    if past is None or future is None or past == future:
        return before
    if future - today > _FAR:
        return before
    return ahead if today - past > _FAR else (amount, None)


async def _on_its_day(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Ask | Done:
    """The day that was said with the amount, else it is asked."""
    if draft.get("on") is None:
        return Ask(ExpenseFlow.paid)
    return await _enter(session, actor, draft, date.fromisoformat(draft["on"]), now, today)


@steps.question(ExpenseFlow.payee)
async def ask_payee() -> Screen:
    return ask.payee()


@steps.pick(ExpenseFlow.payee)
async def on_payee_skipped(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Ask | Done:
    draft["payee"] = None
    return await _on_its_day(session, actor, draft, now, today)


@steps.answer(ExpenseFlow.payee)
async def on_payee(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    draft["payee"] = short_text(text, limit=LONGEST_PAYEE)
    return await _on_its_day(session, actor, draft, now, today)


@steps.question(ExpenseFlow.paid)
async def ask_paid(draft: Draft) -> Screen:
    return ask.is_paid(_amount(draft))


@steps.pick(ExpenseFlow.paid)
async def on_paid(draft: Draft, value: str) -> Ask:
    draft["paid"] = value == ask.PAID
    return Ask(ExpenseFlow.day)


@steps.answer(ExpenseFlow.paid)
async def on_paid_typed(draft: Draft, text: str) -> Ask:
    paid = says_paid(text)
    if paid is None:
        return Ask(ExpenseFlow.paid, problem=ask.choice_problem(text))
    return await on_paid(draft, ask.PAID if paid else ask.AHEAD)


@steps.question(ExpenseFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return ask.expense_day(_amount(draft), draft.view, today, paid=draft["paid"])


@steps.pick(ExpenseFlow.day)
async def on_day(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str) -> Done:
    return await _enter(session, actor, draft, chosen_day(value), now, today)


@steps.answer(ExpenseFlow.day)
async def on_day_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    read = typed_past_day if draft["paid"] else typed_future_day
    day = read(text, actor, brokerage, now)
    if not isinstance(day, date):
        return Ask(ExpenseFlow.day, problem=day)
    return await _enter(session, actor, draft, day, now, today)


async def _enter(session: AsyncSession, actor: Actor, draft: Draft, day: date, now: datetime, today: date) -> Done:
    command = PlanExpense(
        deal_id=draft["deal_id"],
        category=Category(draft["category"]),
        amount=_amount(draft),
        on=day,
        paid=draft["paid"],
        payee=draft["payee"],
        intent_key=f"expense-{draft.token}",
    )
    await plan_expense(session, actor, command, now=now, today=today)
    note = ask.expense_entered(command.category, command.payee, command.amount, day, paid=command.paid)
    return Done(await deal_screen(session, actor, command.deal_id, note))


def _amount(draft: Draft) -> Money:
    return Money(draft["amount"], Currency(draft["currency"]))
