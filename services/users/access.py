"""Loads a user for those who manage people, and holds the admins while their number may change."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Role, User
from services.access import Actor, Right, check_right
from services.errors import NotAllowed
from services.users.errors import LastAdmin, UserNotFound


async def access_user(session: AsyncSession, actor: Actor, user_id: int, *, lock: bool = False) -> User:
    check_right(actor, Right.MANAGE_USERS)
    wanted = select(User).where(User.id == user_id)
    user = (await session.execute(wanted.with_for_update() if lock else wanted)).scalar_one_or_none()
    if user is None:
        raise UserNotFound
    return user


async def access_user_for_change(session: AsyncSession, actor: Actor, user_id: int) -> tuple[User, frozenset[int]]:
    """The locked user and the ids of all enabled admins.

    The admins' rows are locked first and in order: two of them who take each other's access away meet here, and
    the second is no longer one.
    """
    check_right(actor, Right.MANAGE_USERS)
    enabled = select(User.id).where(User.role == Role.ADMIN, User.disabled_at.is_(None)).order_by(User.id)
    admins = frozenset((await session.execute(enabled.with_for_update())).scalars())
    if actor.id not in admins:
        raise NotAllowed
    return await access_user(session, actor, user_id, lock=True), admins


def check_admin_remains(user: User, admins: frozenset[int]) -> None:
    """Before the user stops being an enabled admin."""
    if admins == {user.id}:
        raise LastAdmin
