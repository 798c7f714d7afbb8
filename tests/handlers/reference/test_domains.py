"""The book of business domains in chat: list, names in three languages, order, in use or not."""

from functools import partial

from sqlalchemy import select

from models.business_domain import BusinessDomain
from models.event import EventRow
from models.user import Language
from services.domains.edit import add_domain
from services.domains.errors import DomainNameTaken
from services.domains.queries import list_domains
from tests.handlers.leads.builders import a_lead
from tests.harness import Play, Seen
from tests.people import ADMIN, MANAGER, SELLER
from tests.services.clients.test_duplicates import both


async def domain_of(play: Play, code: str) -> BusinessDomain:
    wanted = select(BusinessDomain).where(BusinessDomain.code == code)
    found: BusinessDomain = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return found


async def card_of(play: Play, code: str) -> Seen:
    return await play.tap_data(ADMIN, f"domain.card:{(await domain_of(play, code)).id}")


async def events(play: Play) -> list[str]:
    named = select(EventRow.name).where(EventRow.aggregate_type == "domain").order_by(EventRow.id)
    return list((await play.read(lambda session: session.execute(named))).scalars())


async def test_a_new_domain_is_named_in_three_languages_and_offered_at_once(play: Play) -> None:
    await play.tap_data(ADMIN, "reference.menu")
    listed = await play.tap(ADMIN, "Domains")
    assert "1. Retail" in listed.text
    await play.tap(ADMIN, "Add a domain")
    assert "two letters" in (await play.say(ADMIN, "1")).text
    assert "such a domain already" in (await play.say(ADMIN, "торговля")).text
    await play.say(ADMIN, "Спорт")
    await play.tap(ADMIN, "The same: Спорт")
    card = await play.say(ADMIN, "Sports")
    assert "Names: Спорт · Спорт · Sports" in card.text
    assert (await play.read(list_domains))[-1].code == "sports"
    assert (await play.tap(ADMIN, "Domains")).text.splitlines()[-1] == "15. Sports"
    assert await events(play) == ["reference.domain.added"]


async def test_it_is_renamed_in_one_language(play: Play) -> None:
    await card_of(play, "it")
    await play.tap(ADMIN, "Names")
    assert "“klingon”" in (await play.say(ADMIN, "klingon")).text
    await play.tap(ADMIN, "Ukrainian")
    assert "such a domain already" in (await play.say(ADMIN, "Торгівля")).text
    card = await play.say(ADMIN, "Айті")
    assert "Айті" in card.text
    assert (await domain_of(play, "it")).names == {"ru": "IT и связь", "uk": "Айті", "en": "IT and telecom"}
    assert await events(play) == ["reference.domain.changed"]


async def test_it_goes_up_and_down_by_one_place_and_no_farther(play: Play) -> None:
    manufacturing = await domain_of(play, "manufacturing")
    await play.tap_data(ADMIN, "domain.list")
    shown = await play.tap_data(ADMIN, f"domain.up:{manufacturing.id}")
    assert shown.text.splitlines()[1:3] == ["1. Manufacturing", "2. Retail"]
    again = await play.tap_data(ADMIN, f"domain.up:{manufacturing.id}")
    assert again.text == shown.text
    back = await play.tap_data(ADMIN, f"domain.down:{manufacturing.id}")
    assert back.text.splitlines()[1:3] == ["1. Retail", "2. Manufacturing"]
    assert await events(play) == ["reference.domain.changed"] * 2


async def test_one_out_of_use_is_offered_nowhere_and_leads_keep_it(play: Play) -> None:
    lead_id = await a_lead(play, domain_id=(await domain_of(play, "it")).id)
    await card_of(play, "it")
    off = await play.tap(ADMIN, "Take out of use")
    assert "Out of use" in off.text
    assert "it" not in [domain.code for domain in await play.read(list_domains)]
    assert "IT and telecom · out of use" in (await play.tap(ADMIN, "Domains")).text
    assert "Сфера: IT и связь" in (await play.tap_data(SELLER, f"lead.card:{lead_id}")).text
    await play.tap_data(SELLER, f"lead.edit:{lead_id}")
    assert not [label for label in (await play.tap(SELLER, "Сфера")).labels if "IT" in label]
    await card_of(play, "it")
    assert "Out of use" not in (await play.tap(ADMIN, "Put in use")).text


async def test_two_of_one_name_at_once_are_one(play: Play) -> None:
    names = dict.fromkeys(Language, "Спорт")
    add = partial(add_domain, actor=play.actor(ADMIN), names=names, now=play.clock.now())
    results = await both(play, add, add)
    assert [type(result) for result in results if isinstance(result, Exception)] == [DomainNameTaken]


async def test_only_admins_keep_the_book_and_forged_buttons_change_nothing(play: Play) -> None:
    await play.say(MANAGER, "/menu")
    for data in ("domain.list", "domain.card:1", "domain.off:1", "domain.up:1", "domain.add", "domain.rename:1"):
        await play.tap_data(MANAGER, data)
        assert "недоступно" in play.toast(MANAGER), data
    for data in ("domain.card:999", "domain.off:999", "domain.up:999", "domain.rename:999"):
        await play.tap_data(ADMIN, data)
        assert "no longer there" in play.toast(ADMIN), data
    assert await events(play) == []
