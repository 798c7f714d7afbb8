"""Every lead and deal of a database is what its events tell."""

from collections.abc import Collection
from functools import partial

from sqlalchemy import select

from models.deal import Deal
from models.lead import Lead
from services.access import operator
from services.events.replay import Match, replay
from tests.harness import Play


async def assert_replays(play: Play, *, but: Collection[str] = ()) -> None:
    """`but` are columns that a story has written by hand."""
    for what, table in (("lead", Lead), ("deal", Deal)):
        found = await play.read(lambda session, table=table: session.execute(select(table.id)))
        for number in found.scalars():
            told = await play.read(partial(replay, actor=operator("test"), what=what, number=number))
            odd = [column for column in told.columns if column.match is Match.DIFFERS and column.column not in but]
            assert not odd, f"{what} {number}: {odd}"
