"""One offer field by field: a line of several, a new one, or one that is saved already."""

from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.calculations import question_screens as ask
from handlers.calculations.correcting import corrected
from handlers.calculations.entering import insurers_of, line_at, put_lines, read_lines
from handlers.calculations.lines import FIELDS, doubts_of, line_of, to_offer, unsaid_of
from handlers.calculations.listing import done_with_list
from handlers.calculations.parse import Line, typed_field
from handlers.calculations.states import OfferFormFlow, OffersFlow
from handlers.common.answers import is_yes
from handlers.common.ids import row_id
from handlers.common.insurers import MOST_INSURERS, insurer_book
from handlers.documents.incoming import incoming_file
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Kind, Steps
from handlers.parsing.offers import InsurerBook
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.calculations.access import access_offer, check_unsettled
from services.calculations.queries import OfferTermsView, list_offers
from services.calculations.revise import correct_offer
from services.conversation.values import Screen, Text
from services.deals.access import access_deal
from services.documents.receive import receive_file
from services.documents.received import find_received
from services.errors import ScreenOutdated
from services.insurers.queries import find_insurer, popular_insurers
from services.policies.last_year import find_last_year

steps = Steps()
steps.flow(OfferFormFlow, right=Right.ENTER_OFFERS)

_DEFAULT = {"deductible": {"type": "none"}, "instalments": {"count": 1}}
CLEAR = "clear"


@steps.tap("offer.edit", right=Right.ENTER_OFFERS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    offer = await access_offer(session, actor, row_id(arg))
    check_unsettled(offer)
    line = line_of(offer, (await find_insurer(session, offer.insurer_id)).code)
    values = {"deal_id": offer.deal_id, "lines": [line], "at": 0, "saved": 0, "offer_id": offer.id}
    return Start(OfferFormFlow.offer, values)


@steps.question(OfferFormFlow.offer)
async def ask_offer(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    line, last_year = line_at(draft), await _last_year(session, actor, draft)
    unsaid = last_year is not None and unsaid_of(line, last_year)
    return ask.offer(
        line,
        await insurers_of(session, [line]),
        is_saved=draft.get("offer_id") is not None,
        last_year=last_year if unsaid else None,
    )


async def _last_year(session: AsyncSession, actor: Actor, draft: Draft) -> OfferTermsView | None:
    deal = await access_deal(session, actor, draft["deal_id"])
    found = await find_last_year(session, deal.id) if deal.predecessor_id is not None else None
    return found.terms if found else None


@steps.pick(OfferFormFlow.offer)
async def on_offer(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    if value == ask.DROP:
        draft["lines"] = [line for at, line in enumerate(draft["lines"]) if at != draft["at"]]
        return Ask(OffersFlow.review) if draft["lines"] else Ask(OffersFlow.lines)
    if value == ask.READY:
        return await _ready(session, actor, draft, now, today)
    if value == ask.LAST_YEAR:
        return await _as_last_year(session, actor, draft)
    if value not in FIELDS:
        raise ScreenOutdated
    draft["field"] = value
    return Ask(OfferFormFlow.field)


async def _as_last_year(session: AsyncSession, actor: Actor, draft: Draft) -> Ask:
    last_year, line = await _last_year(session, actor, draft), line_at(draft)
    if last_year is None:
        raise ScreenOutdated
    put_lines(draft, [{**line, **unsaid_of(line, last_year)}])
    return Ask(OfferFormFlow.offer)


async def _ready(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Ask | Done:
    offer_id, line = draft.get("offer_id"), line_at(draft)
    if offer_id is None:
        return Ask(OffersFlow.review)
    if doubts_of(line):
        return Ask(OfferFormFlow.offer, problem=ask.nothing_clear())
    await correct_offer(session, actor, offer_id, to_offer(line, await insurers_of(session, [line])), now=now)
    return await done_with_list(session, actor, draft["deal_id"], ask.corrected(), today=today)


@steps.answer(OfferFormFlow.offer)
async def on_offer_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    """The line anew, or parts of it; several lines stand in its place."""
    if is_yes(text):
        return await _ready(session, actor, draft, now, today)
    line = line_at(draft)
    found = await read_lines(session, brokerage, await access_deal(session, actor, draft["deal_id"]), text, today)
    if len(found) > 1 and draft.get("offer_id") is None:
        put_lines(draft, found)
        return Ask(OffersFlow.review)
    read = corrected(text, line, await _book(session, line), brokerage, now)
    if isinstance(read, Text):
        return Ask(OfferFormFlow.offer, problem=read)
    put_lines(draft, [read])
    return Ask(OfferFormFlow.offer)


@steps.question(OfferFormFlow.field)
async def ask_field(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, today: date) -> Screen:
    line, field = line_at(draft), draft["field"]
    if field == "insurer":
        deal = await access_deal(session, actor, draft["deal_id"])
        known = await popular_insurers(session, brokerage.region, deal.kind_id, limit=MOST_INSURERS)
        return ask.insurer(known, line, draft.view)
    others = [other.terms for other in await list_offers(session, actor, draft["deal_id"], today=today)]
    last_year = await _last_year(session, actor, draft)
    return ask.field(field, line, [*([last_year] if last_year else []), *others], draft.view, today)


@steps.pick(OfferFormFlow.field)
async def on_field(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, value: str
) -> Ask:
    field = draft["field"]
    if value == CLEAR:
        return _put(draft, _DEFAULT.get(field))
    typed = chosen_day(value).isoformat() if field == "valid_until" else value
    return await on_field_typed(session, actor, brokerage, draft, now, typed)


@steps.answer(OfferFormFlow.field)
async def on_field_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask:
    line = line_at(draft)
    value = typed_field(draft["field"], text, line, await _book(session, line), actor, brokerage, now)
    return Ask(OfferFormFlow.field, problem=value) if isinstance(value, Text) else _put(draft, value)


async def _book(session: AsyncSession, line: Line) -> InsurerBook:
    """The offer's own insurer is known, out of use or not."""
    code = line["insurer"]
    return await insurer_book(session, beside=code if isinstance(code, str) else None)


def _put(draft: Draft, value: object) -> Ask:
    """Words that nobody understood are understood with the insurer's name."""
    field = draft["field"]
    named: Line = {"unknown": []} if field == "insurer" else {}
    put_lines(draft, [{**line_at(draft), field: value, **named}])
    return Ask(OfferFormFlow.offer)


@steps.answer(OfferFormFlow.offer, Kind.FILE)
@steps.answer(OfferFormFlow.field, Kind.FILE)
async def on_file(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, message: Message
) -> Ask:
    """The insurer's own paper: into the folder, and kept with the offer."""
    await receive_file(session, actor, incoming_file(message, today=today), deal_id=draft["deal_id"], now=now)
    document_id = await find_received(session, chat_id=actor.telegram_id, message_id=message.message_id)
    put_lines(draft, [{**line_at(draft), "document_id": document_id}])
    draft["filed"] = True
    return Ask(OfferFormFlow.offer)
