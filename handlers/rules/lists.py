"""Rules as sentences, one by one, on and off, and what each has done."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.replies import Done
from handlers.kit.steps import Steps
from handlers.rules import screens
from services.access import Actor, Right
from services.automation.rules.dry_run import dry_run
from services.automation.rules.queries import (
    RuleLine,
    access_rule,
    access_rule_of,
    find_names,
    line_of,
    list_executions,
    list_rules,
)
from services.automation.rules.switch import switch_rule
from services.automation.rules.words import Names
from services.brokerage import Brokerage
from services.conversation.values import Screen, Toast
from services.errors import ScreenOutdated

steps = Steps()


@steps.command("automation", right=Right.KEEP_RULES)
async def show_first(session: AsyncSession, actor: Actor, brokerage: Brokerage) -> Screen:
    return await page_of(session, actor, brokerage)


@steps.tap("auto.list", right=Right.KEEP_RULES)
async def show_page(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    """`arg` is the last rule of the page before."""
    return await page_of(session, actor, brokerage, before=row_id(arg) if arg else None)


@steps.tap("auto.card", right=Right.KEEP_RULES)
async def show_card(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    return await card_of(session, actor, brokerage, row_id(arg))


@steps.tap("auto.of", right=Right.KEEP_RULES)
async def show_card_of(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    """`arg` is something that the rule did."""
    rule = await access_rule_of(session, actor, row_id(arg))
    return await card_of(session, actor, brokerage, rule.id)


@steps.tap("auto.on", right=Right.KEEP_RULES)
async def switch_on(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Done:
    return await _switch(session, actor, brokerage, row_id(arg), on=True, now=now)


@steps.tap("auto.off", right=Right.KEEP_RULES)
async def switch_off(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Done:
    return await _switch(session, actor, brokerage, row_id(arg), on=False, now=now)


@steps.tap("auto.try", right=Right.KEEP_RULES)
async def try_out(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Screen:
    """`arg` is the rule and for how many days."""
    rule, _, days = arg.partition(":")
    if days not in map(str, screens.TRIED_DAYS):
        raise ScreenOutdated
    found = await dry_run(session, actor, row_id(rule), days=int(days), brokerage=brokerage, now=now)
    return screens.tried(*await worded(session, actor, brokerage, row_id(rule)), found)


@steps.tap("auto.done", right=Right.KEEP_RULES)
async def show_done(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    """`arg` is the rule, and after a colon the last one of the page before."""
    rule, _, before = arg.partition(":")
    page = await list_executions(session, actor, row_id(rule), before=row_id(before) if before else None)
    return screens.done(*await worded(session, actor, brokerage, row_id(rule)), page)


async def page_of(session: AsyncSession, actor: Actor, brokerage: Brokerage, *, before: int | None = None) -> Screen:
    page = await list_rules(session, actor, before=before)
    names = await find_names(session, actor, [rule.words for rule in page.lines], brokerage=brokerage)
    return screens.rules(page, names)


async def card_of(session: AsyncSession, actor: Actor, brokerage: Brokerage, rule_id: int) -> Screen:
    return screens.rule(*await worded(session, actor, brokerage, rule_id))


async def worded(session: AsyncSession, actor: Actor, brokerage: Brokerage, rule_id: int) -> tuple[RuleLine, Names]:
    line = line_of(await access_rule(session, actor, rule_id))
    return line, await find_names(session, actor, [line.words], brokerage=brokerage)


async def _switch(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, rule_id: int, *, on: bool, now: datetime
) -> Done:
    switched = await switch_rule(session, actor, rule_id, on=on, now=now)
    card = await card_of(session, actor, brokerage, rule_id)
    if not switched:
        return Done(card, toast=Toast(screens.so_already()))
    return Done(card.with_first(screens.switched(on=on)))
