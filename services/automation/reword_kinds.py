"""Deals and policies are found by their kind's new name, too, once it has one.

There may be a million of them: each event is one batch of ids, and ends with the event for the next one; delivered
again it does not begin another chain.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.event import EventRow
from models.policy import Policy
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.events.publish import publish
from services.kinds.events import KindChanged, KindRewording, Reworded
from services.search.reword import reword_deals, reword_policies

BATCH = 200
SPAN = 10_000
NAMES = frozenset({"name_ru", "name_uk", "name_en"})


@reacts_to(KindChanged)
async def begin_rewording(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, KindChanged)  # noqa: S101 - what the registry delivers
    if NAMES & event.changed.keys():
        for what in Reworded:
            await _go_on(session, delivered, KindRewording(kind_id=event.kind_id, what=what, after_id=0), now)
    return Done()


@reacts_to(KindRewording)
async def reword_batch(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    """At most BATCH rows out of SPAN ids."""
    event = delivered.event
    assert isinstance(event, KindRewording)  # noqa: S101 - as above
    after, until = event.after_id, event.after_id + SPAN
    if event.what == Reworded.DEALS:
        which: list[ColumnElement[bool]] = [Deal.kind_id == event.kind_id, Deal.id > after, Deal.id <= until]
        done, last = await reword_deals(session, *which, limit=BATCH), select(func.max(Deal.id))
    else:
        which = [Policy.kind_id == event.kind_id, Policy.id > after, Policy.id <= until]
        done, last = await reword_policies(session, *which, limit=BATCH), select(func.max(Policy.id))
    reached = done[-1] if len(done) == BATCH else until
    if reached < ((await session.execute(last)).scalar_one() or 0):
        following = KindRewording(kind_id=event.kind_id, what=event.what, after_id=reached)
        await _go_on(session, delivered, following, now)
    return Done()


async def _go_on(session: AsyncSession, delivered: Delivered, event: KindRewording, now: datetime) -> None:
    following = select(EventRow.payload).where(
        EventRow.aggregate_type == event.aggregate,
        EventRow.aggregate_id == event.aggregate_id,
        EventRow.id > delivered.id,
        EventRow.caused_by == delivered.id,
    )
    if any(payload["what"] == event.what for payload in (await session.execute(following)).scalars()):
        return
    await publish(session, None, event, now=now, correlation_id=delivered.correlation_id, caused_by=delivered.id)
