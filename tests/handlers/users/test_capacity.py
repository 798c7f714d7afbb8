"""How many leads a person takes on: set on his card, shown where leads are handed over, refused in words."""

from sqlalchemy import select

from models.event import EventRow
from models.user import User
from tests.handlers.leads.builders import a_lead
from tests.handlers.users.test_managing import open_card
from tests.harness import Play
from tests.people import ADMIN, CLIENT, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person


async def capacity_of(play: Play, person: Person) -> int | None:
    wanted = select(User.lead_capacity).where(User.telegram_id == person.telegram_id)
    capacity: int | None = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return capacity


async def test_it_is_typed_or_tapped_and_goes_back_to_the_setting(play: Play) -> None:
    await a_lead(play)
    await open_card(play, SELLER)
    assert "Leads at work: 1, takes up to: as set" in play.screen(ADMIN).text
    asked = await play.tap(ADMIN, "How many leads")
    assert "As set: 50" in asked.labels
    assert "a lot" in (await play.say(ADMIN, "a lot")).text
    card = await play.say(ADMIN, "25")
    assert "takes up to: 25" in card.text
    assert await capacity_of(play, SELLER) == 25
    await play.tap(ADMIN, "How many leads")
    await play.tap(ADMIN, "10")
    await play.tap(ADMIN, "How many leads")
    await play.tap(ADMIN, "As set: 50")
    assert await capacity_of(play, SELLER) is None
    changed = select(EventRow.payload).where(EventRow.name == "user.lead-capacity.changed").order_by(EventRow.id)
    payloads = (await play.read(lambda session: session.execute(changed))).scalars().all()
    assert [(seen["from_capacity"], seen["to_capacity"]) for seen in payloads] == [(None, 25), (25, 10), (10, None)]


async def test_only_who_works_on_leads_has_one(play: Play) -> None:
    for person in (EXECUTOR, CLIENT):
        await open_card(play, person)
        assert "Leads" not in play.screen(ADMIN).text
    await play.say(MANAGER, "/menu")
    await play.tap_data(MANAGER, f"user.capacity:{play.ids[SELLER.telegram_id]}")
    assert "недоступно" in play.toast(MANAGER)


async def test_loads_stand_beside_names_and_a_full_one_is_refused_in_words(play: Play) -> None:
    lead_id = await a_lead(play, by=SELLER)
    await a_lead(play, "Петров", phone="+79161112233", by=OTHER_SELLER)
    await open_card(play, OTHER_SELLER)
    await play.tap(ADMIN, "How many leads")
    await play.say(ADMIN, "up to 1")
    await play.tap_data(MANAGER, f"lead.assign:{lead_id}")
    assert "Pavlo · 1 / 1" in play.screen(MANAGER).labels
    assert "Viktor · 0 / 50" in play.screen(MANAGER).labels
    await play.tap(MANAGER, "Pavlo")
    assert "У Pavlo уже 1 открытый лид, больше не взять" in play.toast(MANAGER)
    assert "У Pavlo уже 1" in (await play.say(MANAGER, "Pavlo")).text
    done = await play.tap(MANAGER, "Viktor")
    assert "Передал: Viktor" in done.text


async def test_a_full_sellers_new_lead_waits_in_the_pool_and_he_is_told_why(play: Play) -> None:
    await a_lead(play)
    await open_card(play, SELLER)
    await play.tap(ADMIN, "How many leads")
    await play.say(ADMIN, "1")
    await play.say(SELLER, "/lead Петров 916 765-43-21 осаго, с сайта")
    card = await play.tap(SELLER, "Сохранить")
    assert "поэтому он в общих" in card.text
    assert "Ничей: можно взять" in card.text
    await play.tap(SELLER, "Взять себе")
    assert "У Maryna уже 1 открытый лид" in play.toast(SELLER)
