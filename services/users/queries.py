"""Reads of users."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Language, Role, User
from services.access import Actor, Right, check_right
from services.conversation.paging import Page
from services.errors import NotFound
from services.leads.limits import count_open_leads
from services.users.access import access_user

_ACTOR = select(User.id, User.name, User.role, User.language, User.disabled_at).where(
    User.telegram_id == bindparam("telegram_id")
)
_LANGUAGE = select(User.language).where(User.telegram_id == bindparam("telegram_id"))


async def find_actor(
    session: AsyncSession, *, telegram_id: int, name: str, language: Language, correlation_id: str
) -> Actor:
    """The user as he is now; `name` and `language` serve for one the CRM does not know."""
    row = (await session.execute(_ACTOR, {"telegram_id": telegram_id})).one_or_none()
    if row is None:
        return Actor(0, telegram_id, name, None, language, correlation_id)
    role = None if row.disabled_at else row.role
    disabled = row.disabled_at is not None
    return Actor(row.id, telegram_id, row.name, role, row.language, correlation_id, disabled=disabled)


@dataclass(frozen=True, slots=True)
class Addressee:
    telegram_id: int
    language: Language


async def find_addressee(session: AsyncSession, telegram_id: int) -> Addressee | None:
    row = (await session.execute(_LANGUAGE, {"telegram_id": telegram_id})).scalar_one_or_none()
    return Addressee(telegram_id, row) if row else None


async def list_ids_by_role(session: AsyncSession, *roles: Role) -> Sequence[int]:
    """Enabled users only."""
    found = select(User.id).where(User.role.in_(roles), User.disabled_at.is_(None)).order_by(User.id)
    return (await session.execute(found)).scalars().all()


async def list_by_role(session: AsyncSession, *roles: Role) -> Sequence[User]:
    """Enabled users, oldest first."""
    found = select(User).where(User.role.in_(roles), User.disabled_at.is_(None)).order_by(User.id)
    return (await session.execute(found)).scalars().all()


async def find_user(session: AsyncSession, user_id: int) -> User:
    user = await session.get(User, user_id)
    if user is None:
        raise NotFound
    return user


@dataclass(frozen=True, slots=True)
class UserLine:
    """A user in a list and on his card; unreachable is one who blocked the bot.

    `open_leads` is counted for the card only; without a `lead_capacity` the installation's setting holds.
    """

    id: int
    name: str
    role: Role
    language: Language
    disabled: bool
    unreachable: bool
    created_at: datetime
    lead_capacity: int | None
    away_until: date | None
    open_leads: int = 0


async def list_users(
    session: AsyncSession, actor: Actor, *, before: int | None = None, size: int = 8
) -> Page[UserLine]:
    """Newest first, the disabled ones too."""
    check_right(actor, Right.MANAGE_USERS)
    found = select(User).order_by(User.id.desc()).limit(size + 1)
    if before is not None:
        found = found.where(User.id < before)
    return Page.of([_line(user) for user in (await session.execute(found)).scalars()], size)


async def find_user_card(session: AsyncSession, actor: Actor, user_id: int) -> UserLine:
    user = await access_user(session, actor, user_id)
    return replace(_line(user), open_leads=await count_open_leads(session, user_id))


def _line(user: User) -> UserLine:
    return UserLine(
        id=user.id,
        name=user.name,
        role=user.role,
        language=user.language,
        disabled=user.disabled_at is not None,
        unreachable=user.unreachable_at is not None,
        created_at=user.created_at,
        lead_capacity=user.lead_capacity,
        away_until=user.away_until,
    )
