"""Tells every admin of what died, at once; a storm of deaths is one card that counts them.

- A death after a time of calm is told in a new message, so is the first one after everything was sorted out.
- Those that follow, and what admins do about them, bring the card up to date, at most every two seconds.
- Whoever has turned the card into something else gets another one with the next death.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Row, bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.dead_letter_alarm import DeadLetterAlarm
from models.outgoing import Surface
from models.user import Role, User
from services.conversation.outgoing import notify
from services.conversation.values import Button, Moment, Notice, Style, text
from services.dead_letters.letter import Group
from services.dead_letters.queries import DEAD, DIED_AT, ID, count_groups, read_letter
from services.dead_letters.words import letter_lines, letter_rows, what_failed
from services.upsert import insert_or_update
from services.users.queries import list_ids_by_role

SURFACE = "dead-letters"
CORRELATION = "dead-letters"
CALM = timedelta(minutes=10)
PAUSE = timedelta(seconds=2)
SLACK = timedelta(minutes=1)
MOST_GROUPS = 6

Known = Row[datetime, datetime, datetime, bool, bool]
_ALARM = select(
    *(DeadLetterAlarm.began_at, DeadLetterAlarm.last_at, DeadLetterAlarm.written_at),
    *(DeadLetterAlarm.untold, DeadLetterAlarm.outdated),
).with_for_update()


async def raise_alarm(session: AsyncSession, *, now: datetime) -> None:
    """In the transaction of the death, which is written already."""
    known = (await session.execute(_ALARM)).one_or_none()
    calm = known is None or now - known.last_at > CALM
    began_at = now if known is None or calm else known.began_at
    anew = calm or not await _is_storm(session, began_at)
    if known is None or anew or now - known.written_at >= PAUSE:
        await _tell(session, await list_ids_by_role(session, Role.ADMIN), began_at, anew=anew, now=now)
        row = {"began_at": began_at, "last_at": now, "written_at": now, "untold": False, "outdated": False}
        await insert_or_update(session, DeadLetterAlarm, {"id": 1, **row}, key=DeadLetterAlarm.id)
    else:
        await _set(session, last_at=now, untold=True)


async def outdate_alarm(session: AsyncSession) -> None:
    """Something became of a dead letter; the next tick shows it."""
    await _set(session, outdated=True)


_CHANGED = or_(DeadLetterAlarm.untold, DeadLetterAlarm.outdated)
_OUTDATED = select(DeadLetterAlarm.id).where(_CHANGED, DeadLetterAlarm.written_at <= bindparam("until"))


async def is_alarm_outdated(session: AsyncSession, *, now: datetime) -> bool:
    return (await session.execute(_OUTDATED, {"until": now - PAUSE})).first() is not None


async def refresh_alarm(session: AsyncSession, now: datetime) -> int:
    """1 when the cards were out of date."""
    known = (await session.execute(_ALARM.where(_CHANGED, DeadLetterAlarm.written_at <= now - PAUSE))).one_or_none()
    if known is None:
        return 0
    admins = await (list_ids_by_role(session, Role.ADMIN) if known.untold else _list_watchers(session))
    await _tell(session, admins, known.began_at, anew=False, now=now)
    await _set(session, written_at=now, untold=False, outdated=False)
    return 1


async def _is_storm(session: AsyncSession, began_at: datetime) -> bool:
    """More than one is dead; in short reads, however many they are."""
    since = began_at - SLACK
    found = 0
    for kind, dead in DEAD.items():
        few = select(ID[kind]).where(*dead, DIED_AT[kind] >= since).limit(2)
        found += len((await session.execute(few)).all())
    return found > 1


async def _list_watchers(session: AsyncSession) -> Sequence[int]:
    """Admins who have the card on the screen."""
    shown = (
        select(User.id)
        .join(Surface, Surface.chat_id == User.telegram_id)
        .where(User.role == Role.ADMIN, Surface.surface == SURFACE)
    )
    return (await session.execute(shown)).scalars().all()


async def _tell(session: AsyncSession, admins: Sequence[int], began_at: datetime, *, anew: bool, now: datetime) -> None:
    card = await _card(session, began_at)
    await notify(session, admins, card, now=now, correlation_id=CORRELATION, surface=SURFACE, anew=anew)


async def _card(session: AsyncSession, began_at: datetime) -> Notice:
    """One is shown as it is, several by what they have in common."""
    groups = await count_groups(session, since=began_at - SLACK)
    total = sum(group.count for group in groups)
    if total == 0:
        return Notice([text("ntf-dead-sorted", since=Moment(began_at))], [[Button(text("btn-menu"), "menu")]])
    if total == 1:
        letter = await read_letter(session, groups[0].newest)
        return Notice(letter_lines(letter), letter_rows(letter))
    return _storm(groups, total, began_at)


def _storm(groups: Sequence[Group], total: int, began_at: datetime) -> Notice:
    lines = [
        text("scr-dead-group-line", what=what_failed(group.consumer), count=group.count)
        for group in groups[:MOST_GROUPS]
    ]
    rest = sum(group.count for group in groups[MOST_GROUPS:])
    more = [text("scr-dead-more", count=rest)] if rest else []
    look = Button(text("btn-dead-sort"), "dead.groups", style=Style.PRIMARY)
    return Notice([text("ntf-dead-storm", count=total, since=Moment(began_at)), *lines, *more], [[look]])


async def _set(session: AsyncSession, **values: object) -> None:
    await session.execute(update(DeadLetterAlarm).values(**values).execution_options(synchronize_session=False))
