"""Whether Telegram still delivers to a user."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import User


async def mark_reachable(session: AsyncSession, telegram_id: int, *, reachable: bool, now: datetime) -> None:
    """A user who blocked the bot is unreachable until he writes or unblocks it."""
    await session.execute(
        update(User)
        .where(
            User.telegram_id == telegram_id,
            User.unreachable_at.is_not(None) if reachable else User.unreachable_at.is_(None),
        )
        .values(unreachable_at=None if reachable else now)
        .execution_options(synchronize_session=False)
    )
