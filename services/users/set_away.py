"""Says until when somebody is away: until then nothing is given to him by itself, and others hear his reminders; what
they heard he is told when he is back. People say it of themselves, admins of anybody.
"""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import User
from services.access import Actor, Right, check_right
from services.brokerage import Brokerage
from services.events.publish import publish
from services.reminders.missed import plan_return
from services.users.access import access_user
from services.users.events import UserAbsenceChanged


async def set_away(
    session: AsyncSession, actor: Actor, user_id: int, until: date | None, *, now: datetime, brokerage: Brokerage
) -> None:
    """`until` is the last day of it; None: he is there. What is so already leaves no trace."""
    user = await _access_person(session, actor, user_id)
    if user.away_until == until:
        return
    user.away_until = until
    await plan_return(session, user_id, until, now=now, brokerage=brokerage)
    event = UserAbsenceChanged(user_id=user_id, away_until=None if until is None else until.isoformat())
    await publish(session, actor, event, now=now)


async def find_absence(session: AsyncSession, actor: Actor, *, today: date) -> date | None:
    """One's own, the last day of it; None when it is over."""
    check_right(actor, Right.USE)
    until: date | None = (await session.execute(select(User.away_until).where(User.id == actor.id))).scalar_one()
    return until if until is not None and until >= today else None


async def _access_person(session: AsyncSession, actor: Actor, user_id: int) -> User:
    if user_id != actor.id:
        return await access_user(session, actor, user_id, lock=True)
    check_right(actor, Right.USE)
    return (await session.execute(select(User).where(User.id == user_id).with_for_update())).scalar_one()
