"""Loads an insurer for those who keep the reference books."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.insurer import Insurer
from services.access import Actor, Right, check_right
from services.insurers.errors import InsurerNotFound


async def access_insurer(session: AsyncSession, actor: Actor, insurer_id: int, *, lock: bool = False) -> Insurer:
    check_right(actor, Right.EDIT_REFERENCE)
    wanted = select(Insurer).where(Insurer.id == insurer_id)
    insurer = (await session.execute(wanted.with_for_update() if lock else wanted)).scalar_one_or_none()
    if insurer is None:
        raise InsurerNotFound
    return insurer
