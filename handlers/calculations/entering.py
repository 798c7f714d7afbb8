"""Takes insurers' offers in: some at once as people write them, or one question by question.

Every line is shown as understood before it is saved; what was not understood is asked, the rest is kept.
"""

from collections.abc import Sequence
from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.calculations import question_screens as ask
from handlers.calculations.correcting import corrected
from handlers.calculations.lines import doubts_of, to_offer
from handlers.calculations.listing import done_with_list
from handlers.calculations.parse import Line, of_insurer, typed_field, typed_lines
from handlers.calculations.states import OfferFormFlow, OffersFlow
from handlers.common.answers import is_yes
from handlers.common.doubts import doubt_text
from handlers.common.ids import row_id
from handlers.common.insurers import MOST_INSURERS, insurer_book, typed_insurer
from handlers.deals.shown import done_with_card
from handlers.documents.incoming import incoming_file
from handlers.journal import screens as journal
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Later, Start
from handlers.kit.steps import Kind, Steps
from models.calculation import CalculationSource
from models.deal import Deal
from models.insurer import Insurer
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.calculations.enter import EnterOffers, enter_offers, find_task_to_calculate
from services.conversation.values import Screen, Text
from services.deals.access import access_deal, access_open_deal
from services.documents.receive import receive_file
from services.errors import ScreenOutdated
from services.insurers.queries import find_insurer_by_code, find_insurers_by_code, popular_insurers
from services.journal.write import WriteEntry, write_entry
from services.tasks.work import finish_task

steps = Steps()
steps.flow(OffersFlow, right=Right.ENTER_OFFERS)

MOST_LINES = 30
NEW: Line = {"insurer": None, "premium": None, "source": "", "unknown": []}


@steps.tap("offers.enter", right=Right.ENTER_OFFERS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    deal = await access_open_deal(session, actor, row_id(arg), right=Right.ENTER_OFFERS)
    return Start(OffersFlow.lines, {"deal_id": deal.id, "lines": [], "at": 0, "saved": 0})


async def offers_written(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, deal_id: int, typed: str, *, today: date
) -> Start | None:
    """The review of what somebody wrote to a deal, when an insurer and a premium stand in it."""
    if not actor.may(Right.ENTER_OFFERS):
        return None
    deal = await access_open_deal(session, actor, deal_id, right=Right.ENTER_OFFERS)
    lines = await read_lines(session, brokerage, deal, typed, today)
    if not any(map(_is_offer, lines)):
        return None
    aside = words_aside(typed, lines)
    values = {"deal_id": deal.id, "lines": lines, "at": 0, "saved": 0, "words": typed, "aside": aside}
    return Start(OffersFlow.review, values)


def _is_offer(line: Line) -> bool:
    """An insurer and a premium; a premium that has to be asked for only where nothing else is said, or where it is
    told by last year's.
    """
    doubts = doubts_of(line)
    why = doubts.get("premium", "missing")
    is_asked = why == "difference" or (why != "missing" and not line["unknown"])
    return "insurer" not in doubts and ("premium" not in doubts or is_asked)


async def read_lines(session: AsyncSession, brokerage: Brokerage, deal: Deal, typed: str, today: date) -> list[Line]:
    return typed_lines(typed, await insurer_book(session), brokerage.region, deal.currency, today)[:MOST_LINES]


@steps.question(OffersFlow.lines)
async def ask_lines(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    deal = await access_deal(session, actor, draft["deal_id"])
    known = await popular_insurers(session, brokerage.region, deal.kind_id, limit=MOST_INSURERS)
    return ask.lines(deal.id, known, draft.view, region=brokerage.region)


@steps.answer(OffersFlow.lines)
async def on_lines(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, today: date, text: str
) -> Ask:
    deal = await access_deal(session, actor, draft["deal_id"])
    found = await read_lines(session, brokerage, deal, text, today)
    if found:
        _add(draft, text, found)
        return Ask(OffersFlow.review)
    insurer = typed_insurer(text, await insurer_book(session), brokerage.region)
    if isinstance(insurer, str):
        return _begin(draft, insurer)
    return Ask(OffersFlow.lines, problem=doubt_text(insurer, text, "err-offers-not-understood"))


@steps.pick(OffersFlow.lines)
async def on_insurer(session: AsyncSession, draft: Draft, value: str) -> Ask:
    if await find_insurer_by_code(session, value) is None:
        raise ScreenOutdated
    return _begin(draft, value)


def _begin(draft: Draft, insurer: str) -> Ask:
    """A new line; one without a premium yet is gone on with."""
    lines = [line for line in draft["lines"] if line["premium"] is not None]
    draft["lines"], draft["at"] = [*lines, {**NEW, "insurer": insurer}], len(lines)
    return Ask(OffersFlow.premium)


@steps.question(OffersFlow.premium)
async def ask_premium(session: AsyncSession, draft: Draft) -> Screen:
    return ask.premium(await insurers_of(session, [line_at(draft)]), line_at(draft))


@steps.answer(OffersFlow.premium)
async def on_premium(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask:
    """The premium alone, or with all that belongs to it."""
    line, book = line_at(draft), await insurer_book(session)
    deal = await access_deal(session, actor, draft["deal_id"])
    whole = typed_lines(of_insurer(line, book, text), book, brokerage.region, deal.currency, today)
    if len(whole) == 1 and "premium" not in doubts_of(whole[0]):
        return _with(draft, {**whole[0], "insurer": line["insurer"], "source": text})
    money = typed_field("premium", text, {"premium": None}, book, actor, brokerage, now)
    if isinstance(money, Text):
        return Ask(OffersFlow.premium, problem=money)
    return _with(draft, {**line, "premium": money})


def _with(draft: Draft, line: Line) -> Ask:
    put_lines(draft, [line])
    return Ask(OfferFormFlow.offer)


@steps.question(OffersFlow.review)
async def ask_review(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    deal = await access_deal(session, actor, draft["deal_id"])
    task = await find_task_to_calculate(session, deal_id=deal.id, user_id=actor.id)
    return ask.review(
        draft["lines"],
        await insurers_of(session, draft["lines"]),
        may_finish=task is not None,
        are_words=draft.get("words") is not None,
        saved=draft["saved"] > 0,
        aside=draft.get("aside") or "",
    )


@steps.answer(OffersFlow.review)
async def on_review_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    """A yes, more lines, or the answer to what is in doubt in the only line that is."""
    if is_yes(text):
        return await on_review(session, actor, draft, now, today, ask.SAVE)
    deal = await access_deal(session, actor, draft["deal_id"])
    found = await read_lines(session, brokerage, deal, text, today)
    if found:
        _add(draft, text, found)
        return Ask(OffersFlow.review)
    doubtful = [at for at, line in enumerate(draft["lines"]) if doubts_of(line)]
    if len(doubtful) == 1:
        draft["at"] = doubtful[0]
        read = corrected(text, line_at(draft), await insurer_book(session), brokerage, now)
        if not isinstance(read, Text):
            put_lines(draft, [read])
            return Ask(OffersFlow.review)
    return Ask(OffersFlow.review, problem=doubt_text(None, text, "err-offers-not-understood"))


@steps.pick(OffersFlow.review)
async def on_review(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    if value == ask.MORE:
        return Ask(OffersFlow.lines)
    if value == ask.JOURNAL:
        return await _to_journal(session, actor, draft, now, today)
    if value.startswith(ask.LINE):
        at = row_id(value.removeprefix(ask.LINE))
        if not 0 <= at < len(draft["lines"]):
            raise ScreenOutdated
        draft["at"] = at
        return Ask(OfferFormFlow.offer)
    return await _save(session, actor, draft, now, today, finish=value == ask.FINISH)


async def _to_journal(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    """They were no offers but words."""
    command = WriteEntry(deal_id=draft["deal_id"], text=draft["words"], intent_key=f"journal-{draft.token}")
    await write_entry(session, actor, command, now=now)
    note = journal.noted(command.deal_id, command.text)
    return await done_with_card(session, actor, command.deal_id, note, today=today)


async def _save(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, *, finish: bool
) -> Ask | Done:
    """Those without doubts; the others stay to be answered, or are dropped when that was all."""
    lines: list[Line] = draft["lines"]
    clear, doubtful = [x for x in lines if not doubts_of(x)], [x for x in lines if doubts_of(x)]
    if not clear and finish and draft["saved"]:
        return await _hand_in(session, actor, draft, now, today)
    if not clear:
        return Ask(OffersFlow.review, problem=ask.nothing_clear())
    insurers = await insurers_of(session, clear)
    command = EnterOffers(
        deal_id=draft["deal_id"],
        offers=[to_offer(line, insurers) for line in clear],
        source=CalculationSource.LINES if any(line["source"] for line in clear) else CalculationSource.FLOW,
        finish=finish,
        intent_key=f"offers-{draft.token}-{draft['saved']}",
    )
    is_mine = finish and await find_task_to_calculate(session, deal_id=draft["deal_id"], user_id=actor.id) is not None
    await enter_offers(session, actor, command, now=now, today=today)
    await _keep_aside(session, actor, draft, now)
    if doubtful and not finish:
        draft["lines"], draft["saved"] = doubtful, draft["saved"] + 1
        return Ask(OffersFlow.review, problem=ask.kept(len(clear), len(doubtful)))
    note = ask.finished(len(clear), len(doubtful)) if is_mine else ask.saved(len(clear), of_another=finish)
    return await done_with_list(session, actor, draft["deal_id"], note, today=today)


async def _keep_aside(session: AsyncSession, actor: Actor, draft: Draft, now: datetime) -> None:
    """What was written beside the offers stands in the journal."""
    if draft.get("aside"):
        key = f"aside-{draft.token}-{draft['saved']}"
        await write_entry(
            session, actor, WriteEntry(deal_id=draft["deal_id"], text=draft["aside"], intent_key=key), now=now
        )
        draft["aside"] = ""


async def _hand_in(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    """What was saved before is all."""
    task = await find_task_to_calculate(session, deal_id=draft["deal_id"], user_id=actor.id)
    if task is None:
        raise ScreenOutdated
    await finish_task(session, actor, task.id, now=now, today=today)
    return await done_with_list(session, actor, draft["deal_id"], ask.handed_in(len(draft["lines"])), today=today)


@steps.answer(OffersFlow.lines, Kind.FILE)
@steps.answer(OffersFlow.premium, Kind.FILE)
@steps.answer(OffersFlow.review, Kind.FILE)
async def on_file(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, message: Message
) -> Later:
    """Into the deal's folder, beside what is being entered."""
    await receive_file(session, actor, incoming_file(message, today=today), deal_id=draft["deal_id"], now=now)
    draft["filed"] = True
    return Later()


def _add(draft: Draft, typed: str, found: list[Line]) -> None:
    draft["lines"] = [*draft["lines"], *found][:MOST_LINES]
    draft["aside"] = "\n".join(filter(None, (draft.get("aside"), words_aside(typed, found))))


def words_aside(typed: str, lines: Sequence[Line]) -> str:
    """The lines of a message that no offer was read from."""
    told = {said.strip() for line in lines for said in line["source"].splitlines()}
    return "\n".join(said.strip() for said in typed.splitlines() if said.strip() and said.strip() not in told)


def line_at(draft: Draft) -> Line:
    lines: list[Line] = draft["lines"]
    if not 0 <= draft["at"] < len(lines):
        raise ScreenOutdated
    return dict(lines[draft["at"]])


def put_lines(draft: Draft, lines: Sequence[Line]) -> None:
    """In place of the one that is being looked at."""
    at = draft["at"]
    draft["lines"] = [*draft["lines"][:at], *lines, *draft["lines"][at + 1 :]][:MOST_LINES]


async def insurers_of(session: AsyncSession, lines: Sequence[Line]) -> dict[str, Insurer]:
    """By code, where the insurer is known."""
    return await find_insurers_by_code(session, {line["insurer"] for line in lines if isinstance(line["insurer"], str)})
