"""The table of commission rates: shown by insurer and kind, added to, removed from."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.days import typed_any_day
from handlers.common.ids import row_id, row_ids
from handlers.common.insurers import known_insurer
from handlers.common.kinds import typed_kind
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.ledger import rate_screens as screens
from handlers.ledger.parse import parse_rate, says_no_end
from handlers.ledger.states import AddRateFlow, RatesFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.deals.kinds import find_kind, list_kinds
from services.insurers.queries import find_insurer, list_insurers
from services.ledger.commission_rates import AddRate, access_rate, add_rate, remove_rate
from services.ledger.rate_queries import find_rates_today, list_rates

steps = Steps()
steps.flow(RatesFlow, right=Right.EDIT_REFERENCE)
steps.flow(AddRateFlow, right=Right.EDIT_REFERENCE)


@steps.tap("rate.list", right=Right.EDIT_REFERENCE)
async def start() -> Start:
    return Start(RatesFlow.insurer)


@steps.question(RatesFlow.insurer)
async def ask_insurer(session: AsyncSession, brokerage: Brokerage) -> Screen:
    return screens.insurers(await list_insurers(session, brokerage.region))


@steps.pick(RatesFlow.insurer)
async def on_insurer(session: AsyncSession, draft: Draft, value: str) -> Ask:
    draft["insurer_id"] = (await find_insurer(session, row_id(value))).id
    return Ask(RatesFlow.kind)


@steps.answer(RatesFlow.insurer)
async def on_insurer_typed(session: AsyncSession, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    insurer = await known_insurer(session, brokerage.region, text)
    if isinstance(insurer, Text):
        return Ask(RatesFlow.insurer, problem=insurer)
    return await on_insurer(session, draft, str(insurer.id))


@steps.question(RatesFlow.kind)
async def ask_kind(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, today: date) -> Screen:
    insurer = await find_insurer(session, draft["insurer_id"])
    rates = await find_rates_today(session, actor, insurer.id, today=today)
    return screens.kinds(insurer, await list_kinds(session, brokerage.region), rates)


@steps.pick(RatesFlow.kind)
async def on_kind(session: AsyncSession, actor: Actor, draft: Draft, value: str) -> Done:
    return Done(await _table(session, actor, draft["insurer_id"], row_id(value)))


@steps.answer(RatesFlow.kind)
async def on_kind_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, text: str
) -> Ask | Done:
    kind = await typed_kind(session, brokerage.region, text)
    if isinstance(kind, Text):
        return Ask(RatesFlow.kind, problem=kind)
    return await on_kind(session, actor, draft, str(kind.id))


@steps.tap("rate.table", right=Right.EDIT_REFERENCE)
async def show(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return await _table(session, actor, *row_ids(arg))


async def _table(
    session: AsyncSession, actor: Actor, insurer_id: int, kind_id: int, note: Text | None = None
) -> Screen:
    insurer, kind = await find_insurer(session, insurer_id), await find_kind(session, kind_id)
    shown = screens.table(insurer, kind, await list_rates(session, actor, insurer.id, kind.id))
    return shown.with_first(note) if note else shown


@steps.tap("rate.card", right=Right.EDIT_REFERENCE)
async def show_rate(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    rate = await access_rate(session, actor, row_id(arg))
    insurer, kind = await find_insurer(session, rate.insurer_id), await find_kind(session, rate.kind_id)
    return screens.card(insurer, kind, rate)


@steps.tap("rate.remove", right=Right.EDIT_REFERENCE)
async def remove(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Screen:
    rate = await access_rate(session, actor, row_id(arg))
    await remove_rate(session, actor, rate.id, now=now)
    return await _table(session, actor, rate.insurer_id, rate.kind_id, screens.removed())


@steps.tap("rate.new", right=Right.EDIT_REFERENCE)
async def start_adding(session: AsyncSession, arg: str) -> Start:
    insurer_id, kind_id = row_ids(arg)
    insurer, kind = await find_insurer(session, insurer_id), await find_kind(session, kind_id)
    values = {"insurer_id": insurer.id, "kind_id": kind.id}
    return Start(AddRateFlow.rate, values, origin=f"rate.table:{insurer.id}:{kind.id}")


@steps.question(AddRateFlow.rate)
async def ask_rate(session: AsyncSession, draft: Draft) -> Screen:
    insurer, kind = await find_insurer(session, draft["insurer_id"]), await find_kind(session, draft["kind_id"])
    return screens.new_rate(insurer, kind)


@steps.pick(AddRateFlow.rate)
async def on_rate_picked(draft: Draft, value: str) -> Ask:
    draft["rate"] = row_id(value)
    return Ask(AddRateFlow.since)


@steps.answer(AddRateFlow.rate)
async def on_rate(draft: Draft, text: str) -> Ask:
    rate = parse_rate(text)
    if not isinstance(rate, int):
        return Ask(AddRateFlow.rate, problem=rate)
    draft["rate"] = rate
    return Ask(AddRateFlow.since)


@steps.question(AddRateFlow.since)
async def ask_since(draft: Draft, today: date) -> Screen:
    return screens.since(draft["rate"], draft.view, today)


@steps.pick(AddRateFlow.since)
async def on_since(draft: Draft, value: str) -> Ask:
    draft["since"] = chosen_day(value).isoformat()
    return Ask(AddRateFlow.until)


@steps.answer(AddRateFlow.since)
async def on_since_typed(actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str) -> Ask:
    day = typed_any_day(text, actor, brokerage, now)
    if not isinstance(day, date):
        return Ask(AddRateFlow.since, problem=day)
    draft["since"] = day.isoformat()
    return Ask(AddRateFlow.until)


@steps.question(AddRateFlow.until)
async def ask_until(draft: Draft, today: date) -> Screen:
    return screens.until(draft["rate"], date.fromisoformat(draft["since"]), draft.view, today)


@steps.pick(AddRateFlow.until)
async def on_until(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Done:
    day = None if value == screens.NO_END else chosen_day(value)
    return await _add(session, actor, draft, day, now)


@steps.answer(AddRateFlow.until)
async def on_until_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    if says_no_end(text):
        return await _add(session, actor, draft, None, now)
    day = typed_any_day(text, actor, brokerage, now)
    if not isinstance(day, date):
        return Ask(AddRateFlow.until, problem=day)
    return await _add(session, actor, draft, day, now)


async def _add(session: AsyncSession, actor: Actor, draft: Draft, last: date | None, now: datetime) -> Done:
    command = AddRate(
        insurer_id=draft["insurer_id"],
        kind_id=draft["kind_id"],
        rate=draft["rate"],
        from_on=date.fromisoformat(draft["since"]),
        until_on=last,
    )
    await add_rate(session, actor, command, now=now)
    note = screens.added(command.rate, command.from_on, last)
    return Done(await _table(session, actor, command.insurer_id, command.kind_id, note))
