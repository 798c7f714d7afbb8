"""Adds an insurer to the reference book."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.insurer import Insurer
from services.access import Actor, Right, check_right
from services.events.publish import publish
from services.insurers.errors import InsurerNameTaken
from services.insurers.events import InsurerAdded
from services.insurers.names import code_of, with_aliases
from services.upsert import insert_or_none


@dataclass(frozen=True, slots=True, kw_only=True)
class AddInsurer:
    region: str
    name: str
    aliases: Sequence[str]


async def add_insurer(session: AsyncSession, actor: Actor, command: AddInsurer, *, now: datetime) -> int:
    """The new insurer's id. Who adds the same name a second time is told so."""
    check_right(actor, Right.EDIT_REFERENCE)
    code = code_of(command.name, (await session.execute(select(Insurer.code))).scalars())
    aliases = with_aliases([], command.aliases)
    row = {
        "region": command.region,
        "code": code,
        "name": command.name,
        "aliases": aliases,
        "enabled": True,
        "version": 1,
    }
    insurer_id = await insert_or_none(session, Insurer, row, returning=Insurer.id)
    if insurer_id is None:
        raise InsurerNameTaken(name=command.name)
    event = InsurerAdded(insurer_id=insurer_id, region=command.region, code=code, title=command.name, aliases=aliases)
    await publish(session, actor, event, now=now)
    return insurer_id
