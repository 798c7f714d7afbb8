"""A lead keeps what it is known by: a name, a phone or an address."""

from typing import Any

import pytest
from sqlalchemy import delete, select

from models.client import ContactKind
from models.lead import Lead, LeadContact
from services.leads.contacts import add_lead_contacts, remove_lead_contact
from services.leads.edit import EditLead, edit_lead
from services.leads.errors import LeadUnreachable
from tests.handlers.leads.builders import a_lead, the_lead
from tests.harness import Play
from tests.people import SELLER
from tests.services.clients.test_duplicates import both
from tests.services.leads.done import do, ready, transfer, work


async def contact_of(play: Play, lead_id: int) -> int:
    found = select(LeadContact.id).where(LeadContact.lead_id == lead_id)
    return int((await play.read(lambda session: session.execute(found))).scalar_one())


def cleared(lead_id: int, field: str = "name") -> EditLead:
    return EditLead(lead_id=lead_id, field=field, value=None)


async def test_the_only_contact_of_one_without_a_name_stays(play: Play) -> None:
    lead_id = await a_lead(play, None)
    contact_id = await contact_of(play, lead_id)
    with pytest.raises(LeadUnreachable):
        await do(play, remove_lead_contact, lead_id, contact_id, limited=False)
    assert await contact_of(play, lead_id) == contact_id
    await do(play, add_lead_contacts, lead_id, [(ContactKind.EMAIL, "ivan@mail.ru")], limited=False)
    await do(play, remove_lead_contact, lead_id, contact_id, limited=False)
    assert await contact_of(play, lead_id) != contact_id


async def test_the_name_of_one_without_contacts_stays(play: Play) -> None:
    lead_id = await a_lead(play, "Иванов", phone=None)
    with pytest.raises(LeadUnreachable):
        await do(play, edit_lead, cleared(lead_id), limited=False)
    assert (await the_lead(play, lead_id, SELLER)).name == "Иванов"
    await do(play, edit_lead, cleared(lead_id, "intent"), limited=False)


async def test_the_name_of_one_with_a_phone_may_go(play: Play) -> None:
    lead_id = await a_lead(play)
    await do(play, edit_lead, cleared(lead_id), limited=False)
    assert (await the_lead(play, lead_id, SELLER)).name is None


async def test_of_name_and_contact_taken_away_at_once_one_stays(play: Play) -> None:
    lead_id = await a_lead(play)
    contact_id = await contact_of(play, lead_id)
    results = await both(
        play,
        work(play, edit_lead, cleared(lead_id), limited=False),
        work(play, remove_lead_contact, lead_id, contact_id, limited=False),
    )
    assert [type(result) for result in results if isinstance(result, Exception)] == [LeadUnreachable]


async def test_one_that_nothing_is_known_of_any_more_is_no_client(play: Play) -> None:
    lead_id = await ready(play)
    await play.write(lambda session: _emptied(session, lead_id))
    with pytest.raises(LeadUnreachable):
        await play.write(transfer(play, lead_id))


async def _emptied(session: Any, lead_id: int) -> None:
    """As rows of before this rule may be."""
    (await session.get(Lead, lead_id)).name = None
    await session.execute(delete(LeadContact).where(LeadContact.lead_id == lead_id))


async def test_the_person_is_told_what_is_needed_and_goes_on(play: Play) -> None:
    lead_id = await a_lead(play, None)
    await play.say(SELLER, f"/lead {lead_id}")
    for label in ("Ещё", "Изменить", "Контакты"):
        await play.tap(SELLER, label)
    await play.tap(SELLER, "➖")
    assert "хотя бы имя, телефон или почта" in play.screen(SELLER).text + play.toast(SELLER)
    assert "+7 916 •••-45-67 · i•••@mail.ru" in (await play.say(SELLER, "ivan@mail.ru")).text
