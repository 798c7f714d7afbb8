"""A policy's card as a screen, and as the end of a dialogue."""

from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.replies import Done
from handlers.policies import screens
from services.access import Actor
from services.conversation.values import Screen, Text
from services.ledger.queries import find_policy_money
from services.policies.queries import find_policy_card


async def policy_screen(session: AsyncSession, actor: Actor, policy_id: int, *, today: date) -> Screen:
    card = await find_policy_card(session, actor, policy_id, today=today)
    money = await find_policy_money(session, policy_id) if card.sees_margin else None
    return screens.card(card, money, actor, today)


async def done_with_policy(
    session: AsyncSession, actor: Actor, policy_id: int, note: Text | None, *, today: date
) -> Done:
    card = await policy_screen(session, actor, policy_id, today=today)
    return Done(card.with_first(note) if note else card)
