"""Who gets in when several try at once; the database decides."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import func, select

from models.invite import Invite
from models.user import Language, Role, User
from services.access import Actor
from services.errors import AppError
from services.invites.accept import accept_invite
from services.invites.create import CreateInvite, create_invite, invite_owner
from services.invites.errors import AlreadyUser, InviteRevoked, InviteUsed
from services.invites.offer import find_offer
from tests.harness import NOON, Play
from tests.people import ADMIN, STAFF

HOLDS = timedelta(hours=1)


def newcomer(number: int) -> Actor:
    return Actor(0, 7300000000 + number, f"Newcomer {number}", None, Language.EN, "test")


async def link_for(play: Play, role: Role) -> str:
    command = CreateInvite(role=role, holds=HOLDS, intent_key=f"test-{role}")
    made = await play.write(partial(create_invite, actor=play.actor(ADMIN), command=command, now=NOON))
    return made.token


async def owner_link(play: Play) -> str:
    return (await play.write(partial(invite_owner, holds=HOLDS, now=NOON))).token


async def accept_all(play: Play, attempts: list[tuple[Actor, str]]) -> list[type]:
    """What came of each attempt, all at once."""
    works = [play.write(partial(accept_invite, actor=who, token=token, now=NOON)) for who, token in attempts]
    results = await asyncio.gather(*works, return_exceptions=True)
    return [type(result) for result in results]


async def count_users(play: Play) -> int:
    return (await play.read(lambda session: session.execute(select(func.count()).select_from(User)))).scalar_one()


@pytest.fixture
async def empty(play: Play) -> Play:
    """Before the first admin."""
    await play.write(lambda session: session.execute(User.__table__.delete()))
    return play


async def test_of_many_people_on_one_link_exactly_one_gets_in(play: Play) -> None:
    token = await link_for(play, Role.SELLER)
    came = await accept_all(play, [(newcomer(number), token) for number in range(4)])
    assert came.count(Actor) == 1
    assert came.count(InviteUsed) == 3
    assert await count_users(play) == len(STAFF) + 1


async def test_one_person_on_two_links_uses_one_of_them(play: Play) -> None:
    tokens = [await link_for(play, Role.SELLER), await link_for(play, Role.MANAGER)]
    came = await accept_all(play, [(newcomer(1), token) for token in tokens])
    assert sorted(kind.__name__ for kind in came) == ["Actor", "AlreadyUser"]
    unused = select(func.count()).select_from(Invite).where(Invite.used_at.is_(None))
    assert (await play.read(lambda session: session.execute(unused))).scalar_one() == 1


async def test_two_owner_links_opened_at_once_make_one_admin(empty: Play) -> None:
    tokens = [await owner_link(empty), await owner_link(empty)]
    came = await accept_all(empty, [(newcomer(number), token) for number, token in enumerate(tokens)])
    assert sorted(kind.__name__ for kind in came) == ["Actor", "InviteRevoked"]
    assert await count_users(empty) == 1


async def test_owner_link_is_worth_nothing_once_there_is_an_admin(empty: Play) -> None:
    first, second = await owner_link(empty), await owner_link(empty)
    owner = await empty.write(partial(accept_invite, actor=newcomer(1), token=first, now=NOON))
    assert owner.role is Role.ADMIN
    with pytest.raises(InviteRevoked):
        await empty.read(partial(find_offer, actor=newcomer(2), token=second, now=NOON))
    assert await empty.write(partial(invite_owner, holds=HOLDS, now=NOON)) is None


async def test_refused_newcomer_leaves_no_row_behind(play: Play) -> None:
    token = await link_for(play, Role.SELLER)
    await play.write(partial(accept_invite, actor=newcomer(1), token=token, now=NOON))
    with pytest.raises(AppError):
        await play.write(partial(accept_invite, actor=newcomer(2), token=token, now=NOON))
    other = await link_for(play, Role.ADMIN)
    with pytest.raises(AlreadyUser):
        await play.write(partial(accept_invite, actor=newcomer(1), token=other, now=NOON))
    assert await count_users(play) == len(STAFF) + 1
