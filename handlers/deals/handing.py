"""Gives a deal to another seller or executor."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.common.people import named
from handlers.deals import question_screens as ask
from handlers.deals.shown import done_with_card
from handlers.deals.states import HandOverFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.conversation.values import Screen
from services.deals.access import access_open_deal
from services.deals.hand_over import ROLES, Place, hand_over
from services.users.queries import find_user, list_by_role

steps = Steps()
steps.flow(HandOverFlow, right=Right.HAND_OVER_DEAL)


@steps.tap("deal.executor", right=Right.HAND_OVER_DEAL)
async def start_executor(session: AsyncSession, actor: Actor, arg: str) -> Start:
    return await _start(session, actor, arg, Place.EXECUTOR)


@steps.tap("deal.seller", right=Right.HAND_OVER_DEAL)
async def start_seller(session: AsyncSession, actor: Actor, arg: str) -> Start:
    return await _start(session, actor, arg, Place.SELLER)


async def _start(session: AsyncSession, actor: Actor, arg: str, place: Place) -> Start:
    deal = await access_open_deal(session, actor, row_id(arg), right=Right.HAND_OVER_DEAL)
    return Start(HandOverFlow.person, {"deal_id": deal.id, "place": place.value})


@steps.question(HandOverFlow.person)
async def ask_person(session: AsyncSession, draft: Draft) -> Screen:
    place = Place(draft["place"])
    return ask.person(draft["deal_id"], place, await list_by_role(session, *ROLES[place]))


@steps.pick(HandOverFlow.person)
async def on_person(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str, today: date) -> Done:
    return await _hand_over(session, actor, draft, row_id(value), now, today)


@steps.answer(HandOverFlow.person)
async def on_person_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str, today: date
) -> Ask | Done:
    people = await list_by_role(session, *ROLES[Place(draft["place"])])
    person = named(people, text)
    if person is None:
        return Ask(HandOverFlow.person, problem=ask.person_problem(text))
    return await _hand_over(session, actor, draft, person.id, now, today)


async def _hand_over(
    session: AsyncSession, actor: Actor, draft: Draft, user_id: int, now: datetime, today: date
) -> Done:
    place = Place(draft["place"])
    deal = await hand_over(session, actor, draft["deal_id"], place=place, to_user_id=user_id, now=now)
    note = ask.handed_over(place, (await find_user(session, user_id)).name)
    if not actor.may(Right.SEE_ALL_DEALS) and actor.id not in (deal.seller_id, deal.executor_id):
        return Done(ask.left_the_deal(deal.id, note))
    return await done_with_card(session, actor, deal.id, note, today=today)
