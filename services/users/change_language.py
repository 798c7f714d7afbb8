"""A user chooses the language he is spoken to in."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.user import Language, User
from services.access import Actor, Right, check_right
from services.events.publish import publish
from services.users.events import UserLanguageChanged


async def change_language(session: AsyncSession, actor: Actor, language: Language, *, now: datetime) -> None:
    check_right(actor, Right.USE)
    if actor.language is language:
        return
    await session.execute(
        update(User).where(User.id == actor.id).values(language=language).execution_options(synchronize_session=False)
    )
    event = UserLanguageChanged(user_id=actor.id, from_language=actor.language.value, to_language=language.value)
    await publish(session, actor, event, now=now)
