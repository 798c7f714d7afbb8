"""Changes an insurer; one that offers or policies name can be put out of use, never deleted."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.insurer import Insurer
from services.access import Actor
from services.change import change, differing
from services.events.publish import publish
from services.insurers.access import access_insurer
from services.insurers.errors import InsurerNameTaken
from services.insurers.events import InsurerChanged
from services.insurers.names import with_aliases


async def rename_insurer(session: AsyncSession, actor: Actor, insurer_id: int, name: str, *, now: datetime) -> None:
    """The old name stays an alias: people go on typing it."""
    insurer = await access_insurer(session, actor, insurer_id, lock=True)
    if name == insurer.name:
        return
    same = select(Insurer.id).where(Insurer.region == insurer.region, Insurer.name == name).with_for_update()
    if (await session.execute(same)).first() is not None:
        raise InsurerNameTaken(name=name)
    aliases = with_aliases(insurer.aliases, [insurer.name])
    await _change(session, actor, insurer, {"name": name, "aliases": aliases}, now)


async def add_aliases(
    session: AsyncSession, actor: Actor, insurer_id: int, more: Sequence[str], *, now: datetime
) -> None:
    insurer = await access_insurer(session, actor, insurer_id, lock=True)
    await _change(session, actor, insurer, {"aliases": with_aliases(insurer.aliases, more)}, now)


async def remove_alias(session: AsyncSession, actor: Actor, insurer_id: int, alias: str, *, now: datetime) -> None:
    """One that is gone already leaves things as they are."""
    insurer = await access_insurer(session, actor, insurer_id, lock=True)
    await _change(session, actor, insurer, {"aliases": [known for known in insurer.aliases if known != alias]}, now)


async def use_insurer(session: AsyncSession, actor: Actor, insurer_id: int, *, enabled: bool, now: datetime) -> None:
    """Out of use it is offered nowhere and known to no parser; what names it goes on showing it."""
    insurer = await access_insurer(session, actor, insurer_id, lock=True)
    await _change(session, actor, insurer, {"enabled": enabled}, now)


async def _change(session: AsyncSession, actor: Actor, insurer: Insurer, values: dict[str, Any], now: datetime) -> None:
    changed = differing(insurer, values)
    if not changed:
        return
    await change(session, insurer, **values)
    await publish(session, actor, InsurerChanged(insurer_id=insurer.id, changed=changed), now=now)
