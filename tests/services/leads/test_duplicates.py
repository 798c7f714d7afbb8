"""One living lead per phone and address, held by the database under simultaneous attempts."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from models.client import ContactKind
from models.lead import Lead, LeadContact, LeadSource
from services.leads.capture import CaptureLead, capture_lead
from services.leads.contacts import add_lead_contacts
from services.leads.delete import delete_lead, restore_lead
from services.leads.errors import LeadExists, LeadNotFound, LeadUnreachable
from tests.handlers.leads.builders import PHONE, a_lead, the_lead
from tests.harness import Play
from tests.people import ADMIN, MANAGER, OTHER_SELLER, SELLER
from tests.services.clients.test_duplicates import both
from tests.services.leads.done import count, do, work

OTHER_PHONE = "+79161112233"
EMAIL = (ContactKind.EMAIL, "ivan@mail.ru")


def command(intent_key: str, *contacts: tuple[ContactKind, str], **fields: Any) -> CaptureLead:
    return CaptureLead(
        **{"source": LeadSource.WEB, "name": "Иванов", "contacts": list(contacts), "intent_key": intent_key, **fields}
    )


async def live_contacts(play: Play) -> list[str]:
    wanted = select(LeadContact.value).where(LeadContact.live).order_by(LeadContact.id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


@pytest.mark.parametrize("contact", [(ContactKind.PHONE, PHONE), EMAIL])
async def test_a_second_one_is_refused_with_the_first_ones_id(play: Play, contact: tuple[ContactKind, str]) -> None:
    first = await do(play, capture_lead, command("one", contact))
    with pytest.raises(LeadExists) as refused:
        await do(play, capture_lead, command("two", contact), by=OTHER_SELLER)
    assert (refused.value.params["lead_id"], refused.value.status) == (first, 409)
    assert await count(play, Lead) == 1


async def test_of_two_at_once_one_is_captured_and_the_other_learns_which(play: Play) -> None:
    capture = partial(work, play, capture_lead)
    results = await both(
        play,
        capture(command("one", (ContactKind.PHONE, PHONE)), by=SELLER),
        capture(command("two", (ContactKind.PHONE, PHONE)), by=OTHER_SELLER),
    )
    captured = [result for result in results if isinstance(result, int)]
    refused = [result for result in results if isinstance(result, LeadExists)]
    assert len(captured) == len(refused) == 1
    assert refused[0].params["lead_id"] == captured[0]
    assert (await count(play, Lead), await count(play, LeadContact)) == (1, 1)


async def test_crossed_contacts_at_once_leave_one(play: Play) -> None:
    phone = (ContactKind.PHONE, PHONE)
    capture = partial(work, play, capture_lead)
    results = await both(
        play,
        capture(command("one", phone, EMAIL), by=SELLER),
        capture(command("two", EMAIL, phone), by=OTHER_SELLER),
    )
    assert len([result for result in results if isinstance(result, int)]) == 1
    assert sorted(await live_contacts(play)) == sorted([PHONE, EMAIL[1]])


async def test_the_same_intent_is_carried_out_once(play: Play) -> None:
    wanted = command("one", (ContactKind.PHONE, PHONE))
    assert await do(play, capture_lead, wanted) == await do(play, capture_lead, wanted)
    assert await count(play, Lead) == 1


async def test_neither_name_nor_contact_is_no_lead(play: Play) -> None:
    with pytest.raises(LeadUnreachable):
        await do(play, capture_lead, command("one", name=None))


async def test_a_contact_added_later_is_refused_as_well(play: Play) -> None:
    first = await a_lead(play)
    second = await a_lead(play, "Петров", phone=OTHER_PHONE)
    with pytest.raises(LeadExists) as refused:
        await do(play, add_lead_contacts, second, [(ContactKind.PHONE, PHONE)], limited=False)
    assert refused.value.params["lead_id"] == first


async def test_a_contact_added_and_captured_at_once_has_one_owner(play: Play) -> None:
    first = await a_lead(play, phone=OTHER_PHONE)
    results = await both(
        play,
        work(play, add_lead_contacts, first, [(ContactKind.PHONE, PHONE)], limited=False),
        work(play, capture_lead, command("two", (ContactKind.PHONE, PHONE)), by=OTHER_SELLER),
    )
    assert [type(result) for result in results if isinstance(result, Exception)] == [LeadExists]
    assert sorted(await live_contacts(play)) == sorted([OTHER_PHONE, PHONE])


async def test_a_deleted_ones_contacts_are_free_and_it_comes_back_while_they_are(play: Play) -> None:
    lead_id = await a_lead(play)
    await do(play, delete_lead, lead_id, by=ADMIN, limited=False)
    assert await live_contacts(play) == []
    with pytest.raises(LeadNotFound):
        await the_lead(play, lead_id, ADMIN)
    await do(play, restore_lead, lead_id, by=MANAGER)
    assert await live_contacts(play) == [PHONE]
    assert (await the_lead(play, lead_id, SELLER)).deleted_by is None


async def test_a_restore_that_collides_is_refused_with_the_others_id_and_changes_nothing(play: Play) -> None:
    first = await a_lead(play)
    await do(play, delete_lead, first, by=ADMIN, limited=False)
    second = await a_lead(play, "Петров")
    with pytest.raises(LeadExists) as refused:
        await do(play, restore_lead, first, by=MANAGER)
    assert refused.value.params["lead_id"] == second
    with pytest.raises(LeadNotFound):
        await the_lead(play, first, ADMIN)
    assert await live_contacts(play) == [PHONE]


async def test_a_restore_and_a_capture_at_once_leave_one(play: Play) -> None:
    first = await a_lead(play)
    await do(play, delete_lead, first, by=ADMIN, limited=False)
    results = await both(
        play,
        work(play, restore_lead, first, by=MANAGER),
        work(play, capture_lead, command("two", (ContactKind.PHONE, PHONE)), by=OTHER_SELLER),
    )
    assert [type(result) for result in results if isinstance(result, Exception)] == [LeadExists]
    assert await live_contacts(play) == [PHONE]
