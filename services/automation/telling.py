"""What every notice about a deal has in common: the line that names it, the way to its card, not to who did it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor
from services.conversation.outgoing import notify
from services.conversation.values import Button, Notice, Style, Text, text
from services.deals.access import list_who_reach
from services.deals.describe import describe_deal
from services.events.event import Delivered
from services.users.queries import find_actor, find_user


async def tell(
    session: AsyncSession,
    delivered: Delivered,
    receivers: Iterable[int | None],
    deal_id: int,
    lines: Sequence[Text],
    rows: Sequence[Sequence[Button]] = (),
    *,
    now: datetime,
) -> None:
    """The first of `lines` stands above the deal's, the others below it; without `rows` there is the card alone."""
    others = [who for who in receivers if who not in (None, delivered.actor_id)]
    if not others:
        return
    first, *more = lines
    notice = Notice(
        [first, await describe_deal(session, deal_id), *more],
        rows or [[card_button(deal_id, Style.PRIMARY)]],
        subject=f"deal:{deal_id}",
    )
    await notify(session, others, notice, now=now, correlation_id=delivered.correlation_id)


async def tell_who_may_have_left(
    session: AsyncSession,
    delivered: Delivered,
    receivers: Iterable[int | None],
    deal_id: int,
    lines: Sequence[Text],
    *,
    now: datetime,
) -> None:
    """The card is at hand for who still reaches the deal, his queue for who does not."""
    people = {who for who in receivers if who is not None}
    inside = await list_who_reach(session, deal_id, people)
    await tell(session, delivered, inside, deal_id, lines, now=now)
    queue = [[Button(text("btn-queue"), "task.queue")]]
    await tell(session, delivered, people - inside, deal_id, lines, queue, now=now)


def card_button(deal_id: int, style: Style = Style.PLAIN) -> Button:
    return Button(text("btn-open-card"), "deal.card", deal_id, style)


async def name_of(session: AsyncSession, user_id: int | None) -> str | Text:
    """Of who acted: a user, or the system."""
    return text("who-system") if user_id is None else (await find_user(session, user_id)).name


async def requester_of(session: AsyncSession, delivered: Delivered) -> Actor:
    """Who asked for what the event is about, as he is now."""
    assert delivered.actor_id is not None  # noqa: S101 - a person asks for it
    user = await find_user(session, delivered.actor_id)
    return await find_actor(
        session,
        telegram_id=user.telegram_id,
        name=user.name,
        language=user.language,
        correlation_id=delivered.correlation_id,
    )
