"""Leads of the pool go round: to whoever has the fewest, within what he takes on, not to who is away."""

import asyncio
from collections import Counter
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from models.lead import Lead
from models.user import Language, Role, User
from services.access import automaton
from services.brokerage import LeadLimits
from services.errors import NotAllowed
from services.leads.assign import assign_lead
from services.leads.errors import CapacityReached, NobodyFree
from services.leads.next_assignee import hold_next_assignee
from services.users.set_away import set_away
from services.users.set_capacity import set_lead_capacity
from tests.handlers.leads.builders import a_lead
from tests.harness import BROKERAGE, NOON, Play
from tests.people import ADMIN, MANAGER, OTHER_SELLER, SELLER, Person
from tests.services.automation.rules.builders import a_rule, executions, lead
from tests.services.automation.samples import do


async def pooled(play: Play, count: int, *, start: int = 0) -> list[int]:
    """Leads that managers capture lie in the pool."""
    made = []
    for number in range(start, start + count):
        play.clock.advance(hours=1)
        made.append(await a_lead(play, f"Lead {number}", phone=f"+7916{number:07}", by=MANAGER))
    return made


async def loads(play: Play) -> dict[str, int]:
    wanted = select(User.name, func.count(Lead.id)).outerjoin(Lead, Lead.assignee_id == User.id).group_by(User.name)
    counted = dict((await play.read(lambda session: session.execute(wanted))).all())
    return {person.name: counted[person.name] for person in (SELLER, OTHER_SELLER)}


async def away(play: Play, person: Person, days: int | None, *, by: Person = ADMIN) -> None:
    today = BROKERAGE.today(play.clock.now())
    until = None if days is None else today + timedelta(days=days)
    await do(play, set_away, play.ids[person.telegram_id], until, by=by, brokerage=BROKERAGE)


async def test_each_gets_as_many_as_the_other_in_turn(play: Play) -> None:
    await a_rule(play, "assign-lead")
    owners = []
    for number in range(6):
        (lead_id,) = await pooled(play, 1, start=number)
        await play.run_events()
        owners.append((await lead(play, lead_id)).assignee_id)
    assert await loads(play) == {SELLER.name: 3, OTHER_SELLER.name: 3}
    assert owners == [owners[0], owners[1]] * 3


async def test_whoever_has_fewer_catches_up_first(play: Play) -> None:
    await a_rule(play, "assign-lead")
    for number in range(3):
        await a_lead(play, f"Own {number}", phone=f"+7917000000{number}", by=SELLER)
    await pooled(play, 3)
    await play.run_events()
    assert await loads(play) == {SELLER.name: 3, OTHER_SELLER.name: 3}


async def test_nobody_gets_more_than_he_takes_on(play: Play) -> None:
    rule_id = await a_rule(play, "assign-lead")
    for person, most in ((SELLER, 1), (OTHER_SELLER, 2)):
        await do(play, set_lead_capacity, play.ids[person.telegram_id], most, by=ADMIN)
    await pooled(play, 5)
    await play.run_events()
    assert await loads(play) == {SELLER.name: 1, OTHER_SELLER.name: 2}
    counted = Counter(one.state.value for one in await executions(play, rule_id))
    assert counted == {"done": 3, "refused": 2}
    assert {one.result["error"] for one in await executions(play, rule_id) if one.state == "refused"} == {"nobody-free"}


async def test_who_is_away_gets_none_until_he_is_back(play: Play) -> None:
    await a_rule(play, "assign-lead")
    await away(play, SELLER, 1)
    await pooled(play, 2)
    await play.run_events()
    assert await loads(play) == {SELLER.name: 0, OTHER_SELLER.name: 2}
    play.clock.advance(days=2)
    await pooled(play, 2, start=10)
    await play.run_events()
    assert await loads(play) == {SELLER.name: 2, OTHER_SELLER.name: 2}


async def test_a_lead_that_somebody_has_stays_his(play: Play) -> None:
    rule_id = await a_rule(play, "assign-lead")
    lead_id = await a_lead(play, by=SELLER)
    await play.run_events()
    assert (await lead(play, lead_id)).assignee_id == play.ids[SELLER.telegram_id]
    assert (await executions(play, rule_id))[0].result == {"kept": True}


async def test_people_say_it_of_themselves_and_admins_of_anybody(play: Play) -> None:
    await away(play, SELLER, 3, by=SELLER)
    await away(play, SELLER, None, by=ADMIN)
    with pytest.raises(NotAllowed):
        await away(play, OTHER_SELLER, 3, by=SELLER)
    until = select(User.away_until).where(User.telegram_id == SELLER.telegram_id)
    found: date | None = (await play.read(lambda session: session.execute(until))).scalar_one()
    assert found is None


async def prepared(database: Database, sellers: int, waiting: int) -> tuple[list[int], list[int]]:
    """So many sellers who take on two each, and so many leads of nobody's."""
    people = [
        {"telegram_id": 810_000 + number, "name": f"S{number}", "role": Role.SELLER, "language": Language.EN}
        for number in range(sellers)
    ]
    rows = [{**person, "created_at": NOON, "lead_capacity": 2} for person in people]
    leads = [
        {
            "stage": "new",
            "source": "web",
            "name": f"L{number}",
            "kind_ids": [],
            "message_count": 0,
            "last_activity_at": NOON,
            "search_text": "",
            "version": 1,
            "created_at": NOON,
        }
        for number in range(waiting)
    ]

    async def write(session: AsyncSession) -> tuple[list[int], list[int]]:
        await session.execute(update(User).values(disabled_at=NOON))
        users = (await session.execute(insert(User).returning(User.id), rows)).scalars().all()
        made = (await session.execute(insert(Lead).returning(Lead.id), leads)).scalars().all()
        return list(users), list(made)

    return await database.write(write)


async def test_many_at_once_are_spread_evenly_and_none_is_overfull(database: Database) -> None:
    """Eleven rules act at the same moment for three sellers with room for six."""
    users, leads = await prepared(database, sellers=3, waiting=11)
    actor = automaton("race", None)

    async def give(session: AsyncSession, lead_id: int) -> None:
        user = await hold_next_assignee(session, brokerage=BROKERAGE, now=NOON)
        await assign_lead(session, actor, lead_id, to_user_id=user.id, limits=LeadLimits(capacity=2), now=NOON)

    results = await asyncio.gather(
        *(database.write(partial(give, lead_id=lead_id)) for lead_id in leads), return_exceptions=True
    )
    refused = [one for one in results if one is not None]
    assert all(isinstance(one, NobodyFree | CapacityReached) for one in refused), refused
    assert len(refused) == 5
    counts = select(Lead.assignee_id, func.count()).where(Lead.assignee_id.in_(users)).group_by(Lead.assignee_id)

    async def count(session: AsyncSession) -> dict[int, int]:
        return dict((await session.execute(counts)).all())

    assert set((await database.read(count)).values()) == {2}
