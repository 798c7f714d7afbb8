"""How much one person may do with leads, and how many he takes on: counted afresh, also for two at the same moment."""

from datetime import date, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import func, insert, select, update

from models.client import ContactKind
from models.document import Document, MediaKind
from models.document_kind import DocumentKind
from models.lead import Lead, LeadAction, LeadHistory, LeadSource, LeadStage
from models.user import User
from services.conversation.values import Moment
from services.documents.receive import IncomingFile
from services.leads.assign import assign_lead, list_lead_assignees
from services.leads.attach import attach_file
from services.leads.capture import CaptureLead, capture_lead
from services.leads.delete import delete_lead, restore_lead
from services.leads.errors import CapacityReached, LeadLimitReached, WrongLeadAssignee
from services.leads.move import lose_lead, move_lead
from services.users.set_capacity import set_lead_capacity
from tests.handlers.leads.builders import a_lead, the_lead
from tests.harness import Play
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person
from tests.services.clients.test_duplicates import both
from tests.services.leads.done import count, do, history_of, work
from tests.statements import statements

HOUR = timedelta(hours=1)


def numbered(number: int) -> CaptureLead:
    contact = (ContactKind.PHONE, f"+7916000{number:04}")
    return CaptureLead(source=LeadSource.MANUAL, name="Иванов", contacts=[contact], intent_key=f"number-{number}")


async def captured(play: Play, many: int, by: Person = SELLER) -> datetime:
    """A minute between one and the next; when the first came."""
    first = play.clock.now()
    for number in range(many):
        await do(play, capture_lead, numbered(number), by=by)
        play.clock.advance(minutes=1)
    return first


async def capacity(play: Play, person: Person, most: int) -> None:
    await do(play, set_lead_capacity, play.ids[person.telegram_id], most, by=ADMIN, limited=False)


async def disabled(play: Play, person: Person) -> None:
    gone = update(User).where(User.telegram_id == person.telegram_id).values(disabled_at=play.clock.now())
    await play.write(lambda session: session.execute(gone))


async def test_the_eleventh_lead_of_an_hour_is_refused_with_the_moment(play: Play) -> None:
    first = await captured(play, 10)
    with pytest.raises(LeadLimitReached) as refused:
        await do(play, capture_lead, numbered(10))
    assert refused.value.params["limit"] == 10
    assert refused.value.params["at"] == Moment(first + HOUR)
    assert await do(play, capture_lead, numbered(10), by=OTHER_SELLER)
    play.clock.at = first + HOUR
    assert await do(play, capture_lead, numbered(11))
    with pytest.raises(LeadLimitReached) as refused:
        await do(play, capture_lead, numbered(12))
    assert refused.value.params["at"] == Moment(first + HOUR + timedelta(minutes=1))


async def test_two_captures_at_once_do_not_both_take_the_last_place(play: Play) -> None:
    await captured(play, 9)
    results = await both(play, *(work(play, capture_lead, numbered(number)) for number in (9, 10)))
    assert [type(result) for result in results if isinstance(result, Exception)] == [LeadLimitReached]
    assert await count(play, Lead) == 10


async def test_the_hundred_and_first_move_of_an_hour_is_refused_with_the_moment(play: Play) -> None:
    """Losses and roll-backs count as moves, notes and hand-overs do not."""
    lead_id = await a_lead(play)
    first = play.clock.now()
    line = {
        "lead_id": lead_id,
        "action": LeadAction.MOVED,
        "source": "manual",
        "actor_id": play.ids[SELLER.telegram_id],
        "correlation_id": "test",
        "created_at": first,
    }
    await play.write(lambda session: session.execute(insert(LeadHistory), [line] * 98))
    await play.write(lambda session: session.execute(insert(LeadHistory), [{**line, "action": LeadAction.ASSIGNED}]))
    play.clock.advance(minutes=1)
    await do(play, move_lead, lead_id, seen=LeadStage.NEW, to=LeadStage.CONTACTED)
    await do(play, move_lead, lead_id, seen=LeadStage.CONTACTED, to=LeadStage.QUALIFIED)
    for verb, named in ((lose_lead, {"reason": "price"}), (move_lead, {"seen": None, "to": LeadStage.LOST})):
        with pytest.raises(LeadLimitReached) as refused:
            await do(play, verb, lead_id, **named)
        assert (refused.value.params["limit"], refused.value.params["at"]) == (100, Moment(first + HOUR))
    play.clock.at = first + HOUR
    assert (await do(play, lose_lead, lead_id, reason="price")).stage is LeadStage.LOST


def a_file(number: int) -> IncomingFile:
    return IncomingFile(
        message_id=number,
        media=MediaKind.DOCUMENT,
        kind=DocumentKind.UNKNOWN,
        file_id=f"file-{number}",
        name=f"{number}.pdf",
        mime="application/pdf",
        caption=None,
        forwarded_from=None,
        declared_size=900,
        received_on=date(2026, 11, 23),
    )


async def test_two_uploads_at_once_do_not_both_take_the_last_place_of_the_hour(play: Play) -> None:
    lead_id = await a_lead(play)
    first = play.clock.now()
    for number in range(4):
        await do(play, attach_file, lead_id, a_file(number))
    play.clock.advance(minutes=10)
    results = await both(play, *(work(play, attach_file, lead_id, a_file(number)) for number in (4, 5)))
    refused = [result for result in results if isinstance(result, LeadLimitReached)]
    assert [(one.params["limit"], one.params["at"]) for one in refused] == [(5, Moment(first + HOUR))]
    assert await count(play, Document) == 5


async def test_what_a_seller_has_no_room_for_waits_in_the_pool(play: Play) -> None:
    await capacity(play, SELLER, 1)
    mine, pooled = [await do(play, capture_lead, numbered(number)) for number in range(2)]
    assert (await the_lead(play, mine, MANAGER)).assignee_id == play.ids[SELLER.telegram_id]
    assert (await the_lead(play, pooled, MANAGER)).assignee_id is None


async def test_a_closed_lead_makes_room(play: Play) -> None:
    await capacity(play, SELLER, 1)
    mine, pooled = [await do(play, capture_lead, numbered(number)) for number in range(2)]
    to_me = {"to_user_id": play.ids[SELLER.telegram_id]}
    with pytest.raises(CapacityReached) as refused:
        await do(play, assign_lead, pooled, **to_me)
    assert refused.value.params == {"name": "Maryna", "count": 1}
    await do(play, lose_lead, mine, reason="price")
    assert (await do(play, assign_lead, pooled, **to_me)).assignee_id == to_me["to_user_id"]


async def test_a_restored_lead_whose_seller_is_full_by_now_waits_in_the_pool(play: Play) -> None:
    await capacity(play, SELLER, 1)
    back, other = [await do(play, capture_lead, numbered(number)) for number in range(2)]
    await do(play, delete_lead, back, by=ADMIN, limited=False)
    await do(play, assign_lead, other, to_user_id=play.ids[SELLER.telegram_id])
    assert await do(play, restore_lead, back, by=MANAGER)
    assert (await the_lead(play, back, MANAGER)).assignee_id is None
    assert [line.action for line in await history_of(play, back)][-2:] == [LeadAction.RESTORED, LeadAction.ASSIGNED]


async def test_a_restored_lead_whose_seller_left_waits_in_the_pool(play: Play) -> None:
    lead_id = await a_lead(play)
    await do(play, delete_lead, lead_id, by=ADMIN, limited=False)
    await disabled(play, SELLER)
    await play.say(MANAGER, "/deleted")
    await play.tap(MANAGER, "1")
    assert "поэтому лид в общих" in (await play.tap(MANAGER, "Восстановить")).text
    assert (await the_lead(play, lead_id, MANAGER)).assignee_id is None


async def test_a_restored_lead_with_room_is_its_sellers_again(play: Play) -> None:
    await capacity(play, SELLER, 1)
    lead_id = await do(play, capture_lead, numbered(0))
    await do(play, delete_lead, lead_id, by=ADMIN, limited=False)
    assert not await do(play, restore_lead, lead_id, by=MANAGER)
    assert (await the_lead(play, lead_id, MANAGER)).assignee_id == play.ids[SELLER.telegram_id]


async def test_a_restore_and_an_assignment_at_once_do_not_overfill_him(play: Play) -> None:
    await capacity(play, SELLER, 1)
    back, other = [await do(play, capture_lead, numbered(number)) for number in range(2)]
    await do(play, delete_lead, back, by=ADMIN, limited=False)
    await both(
        play,
        work(play, restore_lead, back, by=MANAGER),
        work(play, assign_lead, other, by=MANAGER, to_user_id=play.ids[SELLER.telegram_id]),
    )
    his = select(func.count()).where(Lead.assignee_id == play.ids[SELLER.telegram_id])
    assert (await play.read(lambda session: session.execute(his))).scalar_one() == 1


async def test_two_assignments_at_once_do_not_both_take_the_last_place(play: Play) -> None:
    await capacity(play, OTHER_SELLER, 1)
    leads = [await do(play, capture_lead, numbered(number), by=MANAGER) for number in range(2)]
    to_him = {"to_user_id": play.ids[OTHER_SELLER.telegram_id]}
    assign = partial(work, play, assign_lead, by=MANAGER, **to_him)
    results = await both(play, *(assign(lead_id) for lead_id in leads))
    assert [type(result) for result in results if isinstance(result, Exception)] == [CapacityReached]
    his = select(func.count()).where(Lead.assignee_id == to_him["to_user_id"])
    assert (await play.read(lambda session: session.execute(his))).scalar_one() == 1


async def test_two_who_take_one_from_the_pool_at_once_leave_it_to_one_of_them(play: Play) -> None:
    lead_id = await do(play, capture_lead, numbered(0), by=MANAGER)
    people = (SELLER, OTHER_SELLER)
    results = await both(
        play,
        *(work(play, assign_lead, lead_id, by=one, to_user_id=play.ids[one.telegram_id]) for one in people),
    )
    assert len([result for result in results if isinstance(result, Exception)]) == 1


async def test_nobody_is_given_what_he_can_not_work_on(play: Play) -> None:
    lead_id = await a_lead(play)
    await disabled(play, OTHER_SELLER)
    for user_id in (play.ids[EXECUTOR.telegram_id], play.ids[OTHER_SELLER.telegram_id], 999_999):
        with pytest.raises(WrongLeadAssignee):
            await do(play, assign_lead, lead_id, by=MANAGER, to_user_id=user_id)


async def test_loads_are_counted_in_one_query_however_many_people_there_are(play: Play) -> None:
    await a_lead(play)
    with statements() as asked:
        people = await play.read(partial(list_lead_assignees, actor=play.actor(MANAGER)))
    assert {one.name: one.open_leads for one in people} == {"Olha": 0, "Viktor": 0, "Maryna": 1, "Pavlo": 0}
    assert len(asked) == 1
