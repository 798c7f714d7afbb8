"""Whose chat shows which commands."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Language, Role, User


@dataclass(frozen=True, slots=True)
class CommandsOwner:
    """Without a role, because he is disabled, no commands are his own; `shown` is the digest of those in his chat."""

    user_id: int
    telegram_id: int
    role: Role | None
    language: Language
    shown: str | None


async def find_commands_owner(session: AsyncSession, user_id: int) -> CommandsOwner | None:
    user = await session.get(User, user_id)
    return _owner(user) if user else None


async def list_commands_owners(session: AsyncSession) -> Sequence[CommandsOwner]:
    """Those whom Telegram can reach."""
    found = select(User).where(User.unreachable_at.is_(None)).order_by(User.id)
    return [_owner(user) for user in (await session.execute(found)).scalars()]


async def remember_commands(session: AsyncSession, user_id: int, digest: str | None) -> None:
    await session.execute(
        update(User)
        .where(User.id == user_id)
        .values(commands_digest=digest)
        .execution_options(synchronize_session=False)
    )


def _owner(user: User) -> CommandsOwner:
    role = None if user.disabled_at else user.role
    return CommandsOwner(user.id, user.telegram_id, role, user.language, user.commands_digest)
