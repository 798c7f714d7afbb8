"""There is always an enabled admin, also when two of them act at once."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from models.user import Role, User
from services.access import Actor
from services.errors import NotAllowed
from services.users.change_role import change_role
from services.users.disable import disable_user, enable_user
from services.users.errors import LastAdmin
from tests.harness import NOON, Play
from tests.people import ADMIN, MANAGER, SELLER, Person

demote = partial(change_role, role=Role.SELLER, now=NOON)
disable = partial(disable_user, now=NOON)


async def admins(play: Play) -> list[int]:
    enabled = select(User.id).where(User.role == Role.ADMIN, User.disabled_at.is_(None))
    return list((await play.read(lambda session: session.execute(enabled))).scalars())


def as_admin(play: Play, person: Person) -> Actor:
    return Actor(play.ids[person.telegram_id], person.telegram_id, person.name, Role.ADMIN, person.language, "test")


@pytest.fixture
async def two(play: Play) -> Play:
    """A second admin."""
    manager = play.ids[MANAGER.telegram_id]
    await play.write(partial(change_role, actor=play.actor(ADMIN), user_id=manager, role=Role.ADMIN, now=NOON))
    return play


@pytest.mark.parametrize("take_away", [demote, disable])
async def test_two_admins_who_take_each_others_access_leave_one(two: Play, take_away: Callable[..., Any]) -> None:
    pairs = [(ADMIN, MANAGER), (MANAGER, ADMIN)]
    works = [
        two.write(partial(take_away, actor=as_admin(two, by), user_id=two.ids[other.telegram_id]))
        for by, other in pairs
    ]
    results = await asyncio.gather(*works, return_exceptions=True)
    assert sorted(map(repr, results)) == sorted(["True", repr(NotAllowed())])
    assert len(await admins(two)) == 1


@pytest.mark.parametrize("take_away", [demote, disable])
async def test_two_admins_who_step_down_at_once_leave_one(two: Play, take_away: Callable[..., Any]) -> None:
    works = [
        two.write(partial(take_away, actor=as_admin(two, who), user_id=two.ids[who.telegram_id]))
        for who in (ADMIN, MANAGER)
    ]
    results = await asyncio.gather(*works, return_exceptions=True)
    assert sorted(map(repr, results)) == sorted(["True", repr(LastAdmin())])
    assert len(await admins(two)) == 1


async def test_disabled_admin_does_not_count_and_returns_as_one(two: Play) -> None:
    manager = two.ids[MANAGER.telegram_id]
    by = two.actor(ADMIN)
    assert await two.write(partial(disable, actor=by, user_id=manager))
    with pytest.raises(LastAdmin):
        await two.write(partial(demote, actor=by, user_id=by.id))
    assert await two.write(partial(enable_user, actor=by, user_id=manager, now=NOON))
    assert await two.write(partial(demote, actor=by, user_id=by.id))


async def test_repeated_change_is_known_for_what_it_is(play: Play) -> None:
    seller = play.ids[SELLER.telegram_id]
    by = play.actor(ADMIN)
    for changed in (True, False):
        assert await play.write(partial(disable, actor=by, user_id=seller)) is changed
    for changed in (True, False):
        assert await play.write(partial(enable_user, actor=by, user_id=seller, now=NOON)) is changed
    assert await play.write(partial(demote, actor=by, user_id=seller)) is False


@pytest.mark.parametrize("person", [MANAGER, SELLER])
async def test_nobody_but_an_admin_changes_access(play: Play, person: Person) -> None:
    for change in (demote, disable, partial(enable_user, now=NOON)):
        with pytest.raises(NotAllowed):
            await play.write(partial(change, actor=play.actor(person), user_id=play.ids[ADMIN.telegram_id]))
    assert await admins(play) == [play.ids[ADMIN.telegram_id]]
