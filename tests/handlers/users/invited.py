"""Links in tests, made the way an admin makes them."""

import re

from tests.harness import Play, Seen
from tests.people import ADMIN, Person


async def make_link(play: Play, role: str = "seller") -> str:
    """The token of a fresh invitation."""
    await play.say(ADMIN, "/users")
    await play.tap(ADMIN, "Invite")
    return token_in(await play.tap(ADMIN, role))


def token_in(seen: Seen) -> str:
    found = re.search(r"https://t\.me/ael_crm_bot\?start=([\w-]{22})\b", seen.text)
    assert found, seen.text
    return found[1]


async def join(play: Play, person: Person, token: str, accept: str = "Accept") -> Seen:
    await play.say(person, f"/start {token}")
    return await play.tap(person, accept)
