"""A newcomer accepts: from here on he is a user.

- One link, one person: whoever comes second is told that it is used.
- Nothing but the link's own row says which role he gets.
"""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.invite import Invite
from models.user import User
from services.access import Actor
from services.conversation.values import text
from services.events.publish import publish
from services.invites.errors import AlreadyUser, InviteUsed
from services.invites.offer import access_invite
from services.upsert import insert_or_none
from services.users.events import UserJoined


async def accept_invite(session: AsyncSession, actor: Actor, token: str, *, now: datetime) -> Actor:
    """The newcomer as the user he is now."""
    await _hold_owner_links(session)
    invite = await access_invite(session, actor, token, now=now)
    user_id = await insert_or_none(session, User, _row(actor, invite, now=now), returning=User.id)
    if user_id is None:
        raise AlreadyUser(role=text(f"role-{invite.role}"))
    await _use(session, invite.id, user_id, now=now)
    joined = replace(actor, id=user_id, role=invite.role)
    event = UserJoined(
        user_id=user_id, person=actor.name, role=invite.role.value, invite_id=invite.id, invited_by=invite.invited_by
    )
    await publish(session, joined, event, now=now)
    return joined


async def _hold_owner_links(session: AsyncSession) -> None:
    """Each start without an admin prints a link of its own; two of them opened at once make one admin."""
    links = select(Invite.id).where(Invite.invited_by.is_(None), Invite.used_at.is_(None)).order_by(Invite.id)
    await session.execute(links.with_for_update())


async def _use(session: AsyncSession, invite_id: int, user_id: int, *, now: datetime) -> None:
    """The row's own condition lets exactly one in, however many passed the checks before."""
    used = await session.execute(
        update(Invite)
        .where(Invite.id == invite_id, Invite.used_at.is_(None), Invite.revoked_at.is_(None))
        .values(used_at=now, used_by=user_id)
        .returning(Invite.id)
        .execution_options(synchronize_session=False)
    )
    if used.scalar_one_or_none() is None:
        raise InviteUsed


def _row(actor: Actor, invite: Invite, *, now: datetime) -> dict[str, object]:
    return {
        "telegram_id": actor.telegram_id,
        "name": actor.name,
        "role": invite.role,
        "language": actor.language,
        "created_at": now,
    }
