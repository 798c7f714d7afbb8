"""What must hold of money in the database after any test: the product's own list."""

from functools import partial

from sqlalchemy import text

from services.health.invariants import INVARIANTS
from tests.harness import Play


async def assert_invariants(play: Play) -> None:
    for promise, query in INVARIANTS.items():
        found = await play.read(partial(_ask, query=query))
        assert not found, f"{promise}: {found}"


async def _ask(session, *, query):
    return (await session.execute(text(query))).all()
