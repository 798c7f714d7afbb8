"""A small brokerage for the first minute: people with roles."""

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Language, Role, User
from sandbox.people import SEEDED


async def seed_people(session: AsyncSession, *, now: datetime) -> None:
    """Only into an empty installation."""
    if (await session.execute(select(User.id).limit(1))).first() is not None:
        return
    rows = [
        {
            "telegram_id": person.id,
            "name": " ".join(filter(None, (person.first_name, person.last_name))),
            "role": Role(person.role),
            "language": Language(person.language_code),
            "created_at": now,
        }
        for person in SEEDED
        if person.role in set(Role)
    ]
    await session.execute(insert(User), rows)
