"""Until when somebody is away: one's own absence from the settings, anybody's from his card."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.days import typed_future_day
from handlers.common.ids import row_id
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.settings.screens import settings
from handlers.users import screens
from handlers.users.parse import BACK, is_back
from handlers.users.states import AwayFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.users.queries import find_user_card
from services.users.set_away import set_away

steps = Steps()
steps.flow(AwayFlow, right=Right.SEE_DEALS)


@steps.tap("user.away", right=Right.SEE_DEALS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    user_id = row_id(arg)
    name = actor.name if user_id == actor.id else (await find_user_card(session, actor, user_id)).name
    return Start(AwayFlow.until, {"user_id": user_id, "name": name})


@steps.question(AwayFlow.until)
async def ask_until(draft: Draft, today: date) -> Screen:
    return screens.ask_away(draft["name"], draft.view, today=today)


@steps.pick(AwayFlow.until)
async def on_until(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, value: str
) -> Done:
    until = None if value == BACK else chosen_day(value)
    if until is not None and until < today:
        raise ScreenOutdated
    return await _save(session, actor, draft, until, now=now, brokerage=brokerage)


@steps.answer(AwayFlow.until)
async def on_until_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str
) -> Ask | Done:
    until = None if is_back(text) else typed_future_day(text, actor, brokerage, now)
    if isinstance(until, Text):
        return Ask(AwayFlow.until, problem=until)
    return await _save(session, actor, draft, until, now=now, brokerage=brokerage)


async def _save(
    session: AsyncSession, actor: Actor, draft: Draft, until: date | None, *, now: datetime, brokerage: Brokerage
) -> Done:
    """Back to where it was asked: one's own settings, or the other's card."""
    user_id = draft["user_id"]
    await set_away(session, actor, user_id, until, now=now, brokerage=brokerage)
    if user_id == actor.id:
        screen = settings(actor, until)
    else:
        screen = screens.card(await find_user_card(session, actor, user_id), brokerage.today(now))
    return Done(screen.with_first(screens.away_saved(until)))
