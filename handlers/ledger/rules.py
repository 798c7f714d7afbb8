"""Rules of expenses: shown, added, ended."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.ledger import question_screens as ask
from handlers.ledger import screens
from handlers.ledger.expenses import LONGEST_PAYEE
from handlers.ledger.parse import parse_basis, parse_category, parse_rate
from handlers.ledger.states import RuleFlow
from handlers.ledger.words import rule_words
from models.ledger import Category, ExpenseBasis
from services.access import Actor, Right
from services.conversation.values import Screen, Text
from services.deals.access import access_deal
from services.errors import ScreenOutdated
from services.ledger.access import access_rule
from services.ledger.expense_rules import AddRule, add_rule, end_rule
from services.ledger.queries import list_rules

steps = Steps()
steps.flow(RuleFlow, right=Right.RECORD_LEDGER)


@steps.tap("ledger.rules", right=Right.SEE_MARGIN)
async def show(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return await _rules(session, actor, row_id(arg))


async def _rules(session: AsyncSession, actor: Actor, deal_id: int, note: Text | None = None) -> Screen:
    shown = screens.rules(deal_id, await list_rules(session, actor, deal_id))
    return shown.with_first(note) if note else shown


@steps.tap("rule.card", right=Right.RECORD_LEDGER)
async def ask_end(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    rule, deal = await access_rule(session, actor, row_id(arg))
    if rule.ended_at is not None:
        return await _rules(session, actor, deal.id)
    return screens.rule(deal.id, rule)


@steps.tap("rule.end", right=Right.RECORD_LEDGER)
async def end(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    deal_id = await end_rule(session, actor, row_id(arg), now=now)
    return await _rules(session, actor, deal_id, ask.rule_ended())


@steps.tap("rule.new", right=Right.RECORD_LEDGER)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    deal = await access_deal(session, actor, row_id(arg), right=Right.RECORD_LEDGER)
    return Start(RuleFlow.category, {"deal_id": deal.id})


@steps.question(RuleFlow.category)
async def ask_category(draft: Draft) -> Screen:
    return ask.category("ask-rule-category", draft["deal_id"])


@steps.pick(RuleFlow.category)
async def on_category(draft: Draft, value: str) -> Ask:
    if value not in ask.EXPENSES:
        raise ScreenOutdated
    draft["category"] = value
    return Ask(RuleFlow.rate)


@steps.answer(RuleFlow.category)
async def on_category_typed(draft: Draft, text: str) -> Ask:
    category = parse_category(text)
    if category is None:
        return Ask(RuleFlow.category, problem=ask.category_problem(text))
    return await on_category(draft, category.value)


@steps.question(RuleFlow.rate)
async def ask_rate(draft: Draft) -> Screen:
    return ask.rule_share(Category(draft["category"]))


@steps.pick(RuleFlow.rate)
async def on_rate_picked(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Ask | Done:
    basis, _, rate = value.partition("-")
    if basis not in set(ExpenseBasis):
        raise ScreenOutdated
    return await _share(session, actor, draft, now, ExpenseBasis(basis), row_id(rate))


@steps.answer(RuleFlow.rate)
async def on_rate(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask | Done:
    """Without a word of what it is a part of, of what is usual for the category."""
    rate = parse_rate(text)
    if not isinstance(rate, int):
        return Ask(RuleFlow.rate, problem=rate)
    basis = parse_basis(text) or ask.USUAL_SHARES[Category(draft["category"])][0]
    return await _share(session, actor, draft, now, basis, rate)


async def _share(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, basis: ExpenseBasis, rate: int
) -> Ask | Done:
    """A discount has no payee but the client."""
    draft["basis"], draft["rate"] = basis.value, rate
    if not rate:
        return Ask(RuleFlow.rate, problem=ask.zero_rate())
    if draft["category"] == Category.DISCOUNT:
        return await _add(session, actor, draft, now, None)
    return Ask(RuleFlow.payee)


@steps.question(RuleFlow.payee)
async def ask_payee() -> Screen:
    return ask.payee()


@steps.pick(RuleFlow.payee)
async def on_payee_skipped(session: AsyncSession, actor: Actor, draft: Draft, now: datetime) -> Done:
    return await _add(session, actor, draft, now, None)


@steps.answer(RuleFlow.payee)
async def on_payee(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Done:
    return await _add(session, actor, draft, now, short_text(text, limit=LONGEST_PAYEE))


async def _add(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, payee: str | None) -> Done:
    command = AddRule(
        deal_id=draft["deal_id"],
        category=Category(draft["category"]),
        basis=ExpenseBasis(draft["basis"]),
        rate=draft["rate"],
        payee=payee,
        intent_key=f"rule-{draft.token}",
    )
    await add_rule(session, actor, command, now=now)
    note = ask.rule_added(rule_words(command.category, command.basis, command.rate, payee))
    return Done(await _rules(session, actor, command.deal_id, note))
