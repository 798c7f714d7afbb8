"""Bulk: a result for each lead, limits counted in leads, nothing undone by a refusal, and nothing raced."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import ContactKind
from models.delivery import Delivery
from models.event import EventRow
from models.lead import Lead, LeadContact, LeadHistory, LeadSource, LeadStage
from models.user import User
from services.brokerage import LeadLimits
from services.errors import NotAllowed
from services.leads.bulk.analyse import request_analyses
from services.leads.bulk.assign import assign_leads
from services.leads.bulk.delete import delete_leads
from services.leads.bulk.held import BulkResult
from services.leads.bulk.move import lose_leads, move_leads
from services.leads.capture import CaptureLead, capture_lead
from services.leads.errors import LeadReasonTooShort, NoLeadsChosen, TooManyLeads, WrongLeadAssignee
from tests.handlers.leads.builders import a_lead
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.services.clients.test_duplicates import both
from tests.statements import statements

LIMITS = LeadLimits()


async def many(play: Play, count: int, *, of: Person | None = SELLER, stage: LeadStage = LeadStage.NEW) -> list[int]:
    now = play.clock.now()
    rows = [
        {
            "stage": stage,
            "source": LeadSource.WEB,
            "name": f"Лид {number}",
            "kind_ids": [],
            "message_count": 0,
            "last_activity_at": now,
            "assignee_id": play.ids[of.telegram_id] if of else None,
            "lost_reason": "price" if stage is LeadStage.LOST else None,
            "search_text": "",
            "created_at": now,
        }
        for number in range(count)
    ]

    async def make(session: AsyncSession) -> list[int]:
        return sorted((await session.execute(insert(Lead).returning(Lead.id), rows)).scalars())

    return await play.write(make)


async def do(play: Play, verb: Any, ids: Sequence[int], *, by: Person = MANAGER, **named: Any) -> BulkResult:
    named = {"now": play.clock.now(), **named}
    return await play.write(partial(verb, actor=play.actor(by), lead_ids=ids, **named))


async def give(play: Play, ids: Sequence[int], to: Person | None, *, by: Person = MANAGER, **limits: int) -> BulkResult:
    to_user_id = play.ids[to.telegram_id] if to else None
    return await do(play, assign_leads, ids, by=by, to_user_id=to_user_id, limits=LeadLimits(**limits))


def why(result: BulkResult) -> dict[int, str]:
    return {lead_id: refusal.code for lead_id, refusal in result.refused.items()}


async def rows_of(play: Play, ids: Sequence[int]) -> list[Lead]:
    found = select(Lead).where(Lead.id.in_(ids)).order_by(Lead.id)
    return list((await play.read(lambda session: session.execute(found))).scalars())


async def counted(play: Play, table: Any, *where: Any) -> int:
    count = select(func.count()).select_from(table).where(*where)
    return int((await play.read(lambda session: session.execute(count))).scalar_one())


async def test_each_is_moved_recorded_and_published_once(play: Play) -> None:
    ids = await many(play, 5)
    result = await do(play, move_leads, ids, to=LeadStage.CONTACTED, limits=LIMITS)
    assert result.done == ids
    assert {lead.stage for lead in await rows_of(play, ids)} == {LeadStage.CONTACTED}
    assert {lead.version for lead in await rows_of(play, ids)} == {2}
    assert await counted(play, LeadHistory, LeadHistory.to_stage == LeadStage.CONTACTED) == 5
    moved = select(EventRow.aggregate_id).where(EventRow.name == "lead.stage.changed").order_by(EventRow.id)
    assert list((await play.read(lambda session: session.execute(moved))).scalars()) == ids
    aggregates = {f"lead:{lead_id}" for lead_id in ids}
    told = select(Delivery.aggregate).where(Delivery.consumer == "refresh_cards_of_leads")
    assert set((await play.read(lambda session: session.execute(told))).scalars()) == aggregates


async def test_a_refusal_of_one_does_not_undo_the_others(play: Play) -> None:
    fresh, lost = await many(play, 2), await many(play, 1, stage=LeadStage.LOST)
    further = await many(play, 1, stage=LeadStage.CONTACTED)
    result = await do(play, move_leads, [*fresh, *lost, *further, 99_999], to=LeadStage.CONTACTED, limits=LIMITS)
    assert result.done == fresh
    assert why(result) == {lost[0]: "lead-closed", further[0]: "lead-stage-refused", 99_999: "lead-not-found"}
    assert [lead.stage for lead in await rows_of(play, fresh)] == [LeadStage.CONTACTED] * 2


async def test_nothing_is_transferred_by_a_bulk(play: Play) -> None:
    ids = await many(play, 2, stage=LeadStage.QUALIFIED)
    result = await do(play, move_leads, ids, to=LeadStage.TRANSFERRED, limits=LIMITS)
    assert set(why(result).values()) == {"lead-stage-refused"}
    assert {lead.stage for lead in await rows_of(play, ids)} == {LeadStage.QUALIFIED}


async def test_each_counts_against_the_limit_of_moves(play: Play) -> None:
    ids = await many(play, 5)
    limits = LeadLimits(moves_an_hour=3)
    result = await do(play, move_leads, ids, to=LeadStage.CONTACTED, limits=limits)
    assert result.done == ids[:3]
    assert why(result) == dict.fromkeys(ids[3:], "lead-limit-reached")
    play.clock.advance(minutes=59)
    assert not (await do(play, lose_leads, ids[:3], reason="price", limits=limits)).done
    play.clock.advance(minutes=2)
    assert (await do(play, lose_leads, ids[:3], reason="price", limits=limits)).done == ids[:3]


async def test_two_bulks_of_one_person_share_his_limit(play: Play) -> None:
    first, second = await many(play, 3), await many(play, 3)
    works = [
        partial(
            move_leads,
            actor=play.actor(MANAGER),
            lead_ids=ids,
            to=LeadStage.CONTACTED,
            limits=LeadLimits(moves_an_hour=4),
            now=play.clock.now(),
        )
        for ids in (first, second)
    ]
    results = await both(play, *works)
    assert sum(len(result.done) for result in results) == 4


async def test_whoever_gets_them_takes_as_many_as_he_has_room_for(play: Play) -> None:
    await many(play, 2, of=OTHER_SELLER)
    ids = await many(play, 4)
    result = await give(play, ids, OTHER_SELLER, capacity=5)
    assert result.done == ids[:3]
    assert why(result) == {ids[3]: "lead-capacity-reached"}


async def test_two_bulks_to_one_person_do_not_overfill_him(play: Play) -> None:
    first, second = await many(play, 4), await many(play, 4, of=None)
    to = play.ids[OTHER_SELLER.telegram_id]
    works = [
        partial(
            assign_leads,
            actor=play.actor(person),
            lead_ids=ids,
            to_user_id=to,
            limits=LeadLimits(capacity=5),
            now=play.clock.now(),
        )
        for ids, person in ((first, MANAGER), (second, ADMIN))
    ]
    results = await both(play, *works)
    assert sum(len(result.done) for result in results) == 5
    assert await counted(play, Lead, Lead.assignee_id == to) == 5


async def test_bulks_over_the_same_leads_in_any_order_wait_for_each_other(play: Play) -> None:
    ids = await many(play, 30)
    to = play.ids[OTHER_SELLER.telegram_id]
    works = [
        partial(
            assign_leads,
            actor=play.actor(MANAGER),
            lead_ids=ids,
            to_user_id=to,
            limits=LIMITS,
            now=play.clock.now(),
        ),
        partial(
            lose_leads,
            actor=play.actor(ADMIN),
            lead_ids=ids[::-1],
            reason="price",
            limits=LIMITS,
            now=play.clock.now(),
        ),
    ]
    results = await both(play, *works)
    assert all(isinstance(result, BulkResult) for result in results), results
    assert {lead.stage for lead in await rows_of(play, ids)} == {LeadStage.LOST}


async def test_one_that_is_his_already_is_done_and_not_written(play: Play) -> None:
    ids = await many(play, 2)
    result = await give(play, ids, SELLER)
    assert result.done == ids
    assert {lead.version for lead in await rows_of(play, ids)} == {1}
    assert await counted(play, EventRow, EventRow.name == "lead.assigned") == 0


async def test_a_seller_hands_over_his_own_and_the_pools_and_no_others(play: Play) -> None:
    own, pool, others = await many(play, 1), await many(play, 1, of=None), await many(play, 1, of=OTHER_SELLER)
    result = await give(play, [*own, *pool, *others], OTHER_SELLER, by=SELLER)
    assert result.done == [*own, *pool]
    assert why(result) == {others[0]: "lead-of-others"}
    assert result.refused[others[0]].params["assignee"] == OTHER_SELLER.name


@pytest.mark.parametrize("person", [EXECUTOR, ADMIN], ids=["an executor", "somebody disabled"])
async def test_leads_are_given_to_whoever_works_on_leads_only(play: Play, person: Person) -> None:
    if person is ADMIN:
        gone = update(User).where(User.telegram_id == ADMIN.telegram_id).values(disabled_at=play.clock.now())
        await play.write(lambda session: session.execute(gone))
    with pytest.raises(WrongLeadAssignee):
        await give(play, await many(play, 1), person)


async def test_analyses_are_asked_for_as_many_as_are_left_for_the_day(play: Play) -> None:
    ids = await many(play, 25)
    result = await do(play, request_analyses, ids, brokerage=BROKERAGE)
    assert result.done == ids[:20]
    assert set(why(result).values()) == {"lead-limit-reached"}
    asked = select(EventRow.id, EventRow.aggregate_id).where(EventRow.name == "lead.analysis.requested")
    by_lead = {row.aggregate_id: row.id for row in await play.read(lambda session: session.execute(asked))}
    assert {lead.id: lead.analysing_for for lead in await rows_of(play, ids[:20])} == by_lead


async def test_an_analysis_under_way_is_not_asked_for_again(play: Play) -> None:
    ids = await many(play, 3)
    for _ in range(2):
        assert (await do(play, request_analyses, ids, brokerage=BROKERAGE)).done == ids
    assert await counted(play, EventRow, EventRow.name == "lead.analysis.requested") == 3


async def test_deleted_leads_leave_their_phones_to_others(play: Play) -> None:
    lead = await a_lead(play, "Иванов")
    others = await many(play, 2, stage=LeadStage.LOST)
    assert (await do(play, delete_leads, [lead, *others], by=ADMIN)).done == [lead, *others]
    assert await counted(play, LeadContact, LeadContact.live) == 0
    assert {row.deleted_by for row in await rows_of(play, [lead, *others])} == {play.ids[ADMIN.telegram_id]}
    assert await a_lead(play, "Петров") != lead


@pytest.mark.parametrize("person", [MANAGER, SELLER])
async def test_only_an_admin_deletes(play: Play, person: Person) -> None:
    ids = await many(play, 1)
    with pytest.raises(NotAllowed):
        await do(play, delete_leads, ids, by=person)


async def test_an_executor_does_nothing_with_leads(play: Play) -> None:
    ids = await many(play, 1, of=None)
    for verb, named in (
        (move_leads, {"to": LeadStage.CONTACTED, "limits": LIMITS}),
        (lose_leads, {"reason": "price", "limits": LIMITS}),
        (assign_leads, {"to_user_id": None, "limits": LIMITS}),
        (request_analyses, {"brokerage": BROKERAGE}),
        (delete_leads, {}),
    ):
        with pytest.raises(NotAllowed):
            await do(play, verb, ids, by=EXECUTOR, **named)


async def test_a_hundred_at_once_and_at_least_one(play: Play) -> None:
    with pytest.raises(TooManyLeads):
        await do(play, delete_leads, range(1, 102), by=ADMIN)
    with pytest.raises(NoLeadsChosen):
        await do(play, delete_leads, [], by=ADMIN)


async def test_a_loss_needs_its_reason(play: Play) -> None:
    with pytest.raises(LeadReasonTooShort):
        await do(play, lose_leads, await many(play, 1), reason=" a ", limits=LIMITS)


async def test_a_bulk_asks_the_same_few_statements_however_many_leads(play: Play) -> None:
    few, more = await many(play, 2), await many(play, 90)
    with statements() as asked:
        await do(play, move_leads, few, to=LeadStage.CONTACTED, limits=LIMITS)
    count = len(asked)
    with statements() as asked:
        await do(play, move_leads, more, to=LeadStage.CONTACTED, limits=LIMITS)
    assert len(asked) <= count + 2 <= 15


async def test_fifty_simultaneous_equal_captures_are_one_lead(play: Play) -> None:
    phone = [(ContactKind.PHONE, "+79161234567")]
    limits = LeadLimits(leads_an_hour=100, capacity=100)
    people = (SELLER, OTHER_SELLER, MANAGER, ADMIN)
    works = [
        partial(
            capture_lead,
            actor=play.actor(people[number % len(people)]),
            command=CaptureLead(source=LeadSource.WEB, name="Иванов", contacts=phone, intent_key=f"key-{number}"),
            limits=limits,
            now=play.clock.now(),
        )
        for number in range(50)
    ]
    results = await asyncio.gather(*(play.write(work) for work in works), return_exceptions=True)
    [made] = [result for result in results if isinstance(result, int)]
    refused = [result for result in results if not isinstance(result, int)]
    assert {getattr(refusal, "code", refusal) for refusal in refused} == {"lead-exists"}
    assert {refusal.params["lead_id"] for refusal in refused} == {made}
    assert await counted(play, Lead) == 1
    assert await counted(play, LeadContact) == 1
