"""Records that commission came in or an expense was paid: how much, what of a difference, on which day."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_payment
from handlers.common.answers import is_all, is_yes, short_text
from handlers.common.days import typed_past_day
from handlers.common.ids import row_id
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.ledger import question_screens as ask
from handlers.ledger import screens
from handlers.ledger.parse import says_more_comes
from handlers.ledger.showing import deal_screen
from handlers.ledger.states import SettleFlow
from handlers.ledger.words import DIFFERENCE_REASONS
from models.money import Currency, Money
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.ledger.history import EntryCard, find_entry_card
from services.ledger.settle import Settle, settle

steps = Steps()
steps.flow(SettleFlow, right=Right.RECORD_LEDGER)


@steps.tap("ledger.settle", right=Right.RECORD_LEDGER)
async def start_whole(session: AsyncSession, actor: Actor, arg: str) -> Screen | Start:
    card = await find_entry_card(session, actor, row_id(arg))
    return Start(SettleFlow.day, _values(card)) if card.outstanding.amount else screens.entry(card)


@steps.tap("ledger.part", right=Right.RECORD_LEDGER)
async def start_part(session: AsyncSession, actor: Actor, arg: str) -> Screen | Start:
    card = await find_entry_card(session, actor, row_id(arg))
    return Start(SettleFlow.amount, _values(card)) if card.outstanding.amount else screens.entry(card)


def _values(card: EntryCard) -> dict[str, object]:
    """`left` and `given` are above zero; `back` says that the money goes the other way."""
    left = abs(card.outstanding.amount)
    return {
        "entry_id": card.id,
        "deal_id": card.deal_id,
        "side": card.side.value,
        "currency": card.outstanding.currency.value,
        "back": card.outstanding.amount < 0,
        "left": left,
        "given": left,
        "reason": None,
    }


def _money(draft: Draft, name: str) -> Money:
    return Money(draft[name], Currency(draft["currency"]))


@steps.question(SettleFlow.amount)
async def ask_amount(draft: Draft) -> Screen:
    return ask.amount_settled(draft["side"], _money(draft, "left"), back=draft["back"])


@steps.pick(SettleFlow.amount)
async def on_whole(draft: Draft) -> Ask:
    draft["given"], draft["reason"], draft["on"] = draft["left"], None, None
    return Ask(SettleFlow.day)


@steps.answer(SettleFlow.amount)
async def on_amount(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    """With the day on which it came or went, where that is said: it is not asked then."""
    if is_yes(text) or is_all(text):
        return await on_whole(draft)
    left = _money(draft, "left")
    said = typed_payment(text, left.currency, actor, brokerage, now, other=ask.other_currency(left))
    if isinstance(said, Text):
        return Ask(SettleFlow.amount, problem=said)
    amount, day = said
    draft["given"], draft["reason"], draft["on"] = amount.amount, None, day and day.isoformat()
    if amount.amount == draft["left"]:
        return await _on_its_day(session, actor, draft, now, today)
    return Ask(SettleFlow.rest if amount.amount < draft["left"] else SettleFlow.reason)


@steps.question(SettleFlow.rest)
async def ask_rest(draft: Draft) -> Screen:
    return ask.rest(_money(draft, "given"), _money(draft, "left"))


@steps.pick(SettleFlow.rest)
async def on_rest(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    draft["reason"] = None
    if value == ask.ALL:
        return Ask(SettleFlow.reason)
    return await _on_its_day(session, actor, draft, now, today)


@steps.answer(SettleFlow.rest)
async def on_rest_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    more = says_more_comes(text)
    if more is None:
        return Ask(SettleFlow.rest, problem=ask.choice_problem(text))
    return await on_rest(session, actor, draft, now, today, ask.LATER if more else ask.ALL)


@steps.question(SettleFlow.reason)
async def ask_reason(draft: Draft) -> Screen:
    return ask.difference(_money(draft, "given"), _money(draft, "left"), DIFFERENCE_REASONS)


@steps.pick(SettleFlow.reason)
async def on_reason_picked(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    if value not in DIFFERENCE_REASONS:
        raise ScreenOutdated
    draft["reason"] = value
    return await _on_its_day(session, actor, draft, now, today)


@steps.answer(SettleFlow.reason)
async def on_reason(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    draft["reason"] = short_text(text)
    return await _on_its_day(session, actor, draft, now, today)


async def _on_its_day(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Ask | Done:
    """The day that was said with the amount, else it is asked."""
    if draft.get("on") is None:
        return Ask(SettleFlow.day)
    return await _settle(session, actor, draft, date.fromisoformat(draft["on"]), now, today)


@steps.question(SettleFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return ask.day_settled(_money(draft, "given"), draft.view, today)


@steps.pick(SettleFlow.day)
async def on_day(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str) -> Done:
    return await _settle(session, actor, draft, chosen_day(value), now, today)


@steps.answer(SettleFlow.day)
async def on_day_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    day = typed_past_day(text, actor, brokerage, now)
    if not isinstance(day, date):
        return Ask(SettleFlow.day, problem=day)
    return await _settle(session, actor, draft, day, now, today)


async def _settle(session: AsyncSession, actor: Actor, draft: Draft, day: date, now: datetime, today: date) -> Done:
    given = _money(draft, "given")
    command = Settle(
        entry_id=draft["entry_id"],
        on=day,
        amount=-given.amount if draft["back"] else given.amount,
        reason=draft["reason"],
        intent_key=f"settle-{draft.token}",
    )
    await settle(session, actor, command, now=now, today=today)
    note = ask.settled(draft["side"], given, day, back=draft["back"])
    return Done(await deal_screen(session, actor, draft["deal_id"], note))
