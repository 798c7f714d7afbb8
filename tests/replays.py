"""Every lead and deal of a database is what its events tell."""

from functools import partial

from sqlalchemy import select

from models.deal import Deal
from models.lead import Lead
from services.access import operator
from services.events.replay import Match, replay
from tests.harness import Play


async def assert_replays(play: Play, *, but: str = "") -> None:
    """`but` is a column that a story has written by hand."""
    for what, table in (("lead", Lead), ("deal", Deal)):
        found = await play.read(lambda session, table=table: session.execute(select(table.id)))
        for number in found.scalars():
            told = await play.read(partial(replay, actor=operator("test"), what=what, number=number))
            odd = [column for column in told.columns if column.match is not Match.SAME and column.column != but]
            assert not odd, f"{what} {number}: {odd}"
