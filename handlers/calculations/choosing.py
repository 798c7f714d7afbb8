"""Records which offer the client chose, and how he pays."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.calculations import choice_screens as ask
from handlers.calculations.states import ChooseFlow
from handlers.common.ids import row_id
from handlers.deals.shown import done_with_card
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.calculations.access import access_offer
from services.calculations.choose import ChooseOffer, check_on_offer, choose_offer, plans_of
from services.calculations.queries import find_choice, find_offer
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.tasks.queries import find_task_to_issue

steps = Steps()
steps.flow(ChooseFlow, right=Right.CHOOSE_OFFER)


@steps.tap("offer.choose", right=Right.CHOOSE_OFFER)
async def start(session: AsyncSession, actor: Actor, today: date, arg: str) -> Start:
    offer = await access_offer(session, actor, row_id(arg))
    check_on_offer(offer, today)
    values = {"offer_id": offer.id, "deal_id": offer.deal_id, "plan": 0}
    return Start(ChooseFlow.plan if len(plans_of(offer)) > 1 else ChooseFlow.confirm, values)


@steps.question(ChooseFlow.plan)
async def ask_plan(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return ask.plan(plans_of(await access_offer(session, actor, draft["offer_id"])))


@steps.pick(ChooseFlow.plan)
async def on_plan(session: AsyncSession, actor: Actor, draft: Draft, value: str) -> Ask:
    plans = plans_of(await access_offer(session, actor, draft["offer_id"]))
    number = row_id(value)
    if not 0 <= number < len(plans):
        raise ScreenOutdated
    draft["plan"] = number
    return Ask(ChooseFlow.confirm)


@steps.answer(ChooseFlow.plan)
async def on_plan_typed(session: AsyncSession, actor: Actor, draft: Draft, text: str) -> Ask:
    """By the number of payments."""
    plans = plans_of(await access_offer(session, actor, draft["offer_id"]))
    meant = [number for number, plan in enumerate(plans) if str(plan.count) in text.split()]
    if len(meant) != 1:
        return Ask(ChooseFlow.plan, problem=ask.plan_problem(text))
    draft["plan"] = meant[0]
    return Ask(ChooseFlow.confirm)


@steps.question(ChooseFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, today: date, draft: Draft) -> Screen:
    offer = await find_offer(session, actor, draft["offer_id"], today=today)
    plans = plans_of(await access_offer(session, actor, draft["offer_id"]))
    before = await find_choice(session, offer.deal_id)
    task = await find_task_to_issue(session, offer.deal_id)
    return ask.confirm(offer, plans[draft["plan"]], before, task)


@steps.confirm(ChooseFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    command = ChooseOffer(offer_id=draft["offer_id"], plan=draft["plan"], intent_key=f"choice-{draft.token}")
    await choose_offer(session, actor, command, now=now, today=today)
    offer = await find_offer(session, actor, command.offer_id, today=today)
    return await done_with_card(session, actor, draft["deal_id"], ask.chosen(offer), today=today)
