"""Who hears of a thing: whose it is; while he is away or when he has left, whoever gave it to him, else who leads."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Role, User

LEADERS = (Role.MANAGER, Role.ADMIN)


def is_there(user: User, today: date) -> bool:
    return user.disabled_at is None and (user.away_until is None or user.away_until < today)


@dataclass(frozen=True, slots=True)
class Hearers:
    """`leaders` are those who are there, managers first."""

    people: Mapping[int, User]
    leaders: Sequence[int]
    today: date

    def of(self, user_id: int, giver_id: int | None = None) -> int | None:
        """None while nobody is there."""
        of_his = [one for one in (user_id, giver_id) if one is not None and is_there(self.people[one], self.today)]
        return next(iter([*of_his, *self.leaders]), None)

    def name(self, user_id: int) -> str:
        return self.people[user_id].name


async def find_hearers(session: AsyncSession, user_ids: Collection[int | None], *, today: date) -> Hearers:
    """For things of these people, or given by them."""
    leads = User.role.in_(LEADERS)
    found = select(User).where(or_(User.id.in_({one for one in user_ids if one is not None}), leads)).order_by(User.id)
    people = {user.id: user for user in (await session.execute(found)).scalars()}
    there = [user for user in people.values() if user.role in LEADERS and is_there(user, today)]
    leaders = sorted(there, key=lambda user: LEADERS.index(user.role))
    return Hearers(people, [user.id for user in leaders], today)
