"""The book of insurers in chat: list, card, names, in use or not."""

from sqlalchemy import select

from handlers.common.insurers import insurer_book
from models.calculation import Calculation
from models.event import EventRow
from models.insurer import Insurer
from tests.handlers.calculations.offers import offers_entered
from tests.harness import Play, Seen
from tests.people import ADMIN, EXECUTOR, SELLER


async def insurer_of(play: Play, code: str) -> Insurer:
    wanted = select(Insurer).where(Insurer.code == code)
    found: Insurer = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return found


async def card_of(play: Play, code: str) -> Seen:
    return await play.tap_data(ADMIN, f"insurer.card:{(await insurer_of(play, code)).id}")


async def events(play: Play) -> list[str]:
    named = select(EventRow.name).where(EventRow.aggregate_type == "insurer").order_by(EventRow.id)
    return list((await play.read(lambda session: session.execute(named))).scalars())


async def test_list_is_paged_by_name_and_opens_cards_by_number(play: Play) -> None:
    await play.tap_data(ADMIN, "reference.menu")
    first = await play.tap(ADMIN, "Insurers")
    assert len(first.text.splitlines()) == 11
    second = await play.tap(ADMIN, "More")
    assert second.text.splitlines()[1].startswith("11. ")
    name = second.text.splitlines()[1].removeprefix("11. ")
    card = await play.tap(ADMIN, "11")
    assert name in card.text
    await play.tap_data(ADMIN, "insurer.list:1")
    assert (await play.tap(ADMIN, "Back a page")).text == first.text


async def test_new_insurer_is_known_by_each_of_its_names_at_once(play: Play) -> None:
    await play.tap_data(ADMIN, "insurer.add")
    assert "two letters" in (await play.say(ADMIN, "123")).text
    assert "two letters" in (await play.say(ADMIN, "Г")).text
    assert "such an insurer already" in (await play.say(ADMIN, "вск")).text
    await play.say(ADMIN, "Щит и Мяч")
    card = await play.say(ADMIN, "Щитик, Shield; щит-мяч")
    assert "I also know it as: Щитик, Shield, щит-мяч" in card.text
    assert (await insurer_of(play, "shchit_i_myach")).enabled
    book = await play.read(insurer_book)
    assert [book.find(name, "RU") for name in ("щитик", "shield", "щитмяч")] == ["shchit_i_myach"] * 3
    assert await events(play) == ["reference.insurer.added"]


async def test_a_name_that_another_insurer_has_is_shown_and_asked(play: Play) -> None:
    await card_of(play, "maks")
    await play.tap(ADMIN, "More names")
    asked = await play.say(ADMIN, "Максик, альфа")
    assert "“альфа” is already a name of АльфаСтрахование" in asked.text
    assert "keep the names" in (await play.say(ADMIN, "hm")).text
    card = await play.tap(ADMIN, "Leave them out")
    assert "Максик" in card.text
    assert "альфа" not in card.text
    await play.tap(ADMIN, "More names")
    await play.say(ADMIN, "альфа")
    card = await play.say(ADMIN, "yes")
    assert "альфа" in card.text
    assert not isinstance((await play.read(insurer_book)).find("альфа", "RU"), str)


async def test_renamed_insurer_keeps_its_old_name_as_one_more(play: Play) -> None:
    await card_of(play, "zetta")
    await play.tap(ADMIN, "Rename")
    assert "such an insurer already" in (await play.say(ADMIN, "ВСК")).text
    card = await play.say(ADMIN, "Зетта Плюс")
    assert "Зетта Плюс" in card.text
    assert "Зетта Страхование" in card.text
    assert (await insurer_of(play, "zetta")).version == 2


async def test_a_name_is_dropped_by_its_chip_or_typed(play: Play) -> None:
    await card_of(play, "sogaz")
    await play.tap(ADMIN, "Drop a name")
    assert "no name “Рога”" in (await play.say(ADMIN, "Рога")).text
    assert "Согас" not in (await play.say(ADMIN, "согас")).text
    await play.tap(ADMIN, "Drop a name")
    card = await play.tap(ADMIN, "Сагаз")
    assert "I also know it as: Sogaz" in card.text
    assert await events(play) == ["reference.insurer.changed"] * 2


async def test_one_out_of_use_stays_in_the_list_and_comes_back(play: Play) -> None:
    await card_of(play, "absolut")
    off = await play.tap(ADMIN, "Take out of use")
    assert "Out of use" in off.text
    await play.tap_data(ADMIN, off.data("Put in use").replace("on", "off"), off.message_id)
    assert "Абсолют Страхование · out of use" in (await play.tap_data(ADMIN, "insurer.list")).text
    await card_of(play, "absolut")
    await play.tap(ADMIN, "Put in use")
    assert (await insurer_of(play, "absolut")).enabled
    assert await events(play) == ["reference.insurer.changed"] * 2


async def test_an_offer_of_one_out_of_use_keeps_its_name_and_is_corrected(play: Play) -> None:
    await offers_entered(play)
    await card_of(play, "reso")
    await play.tap(ADMIN, "Take out of use")
    assert "РЕСО" in (await play.tap_data(EXECUTOR, "offer.edit:2", play.screen(EXECUTOR).message_id)).text
    await play.tap(EXECUTOR, "КВ")
    await play.say(EXECUTOR, "25")
    await play.say(EXECUTOR, "фр 20")
    await play.tap(EXECUTOR, "Зберегти")
    offer = await play.read(lambda session: session.get_one(Calculation, 2))
    assert (offer.commission_rate, offer.deductible) == (2_500, 2_000_000)


async def test_only_admins_keep_the_book_and_forged_buttons_change_nothing(play: Play) -> None:
    await play.say(SELLER, "/menu")
    for data in ("reference.menu", "insurer.list", "insurer.card:1", "insurer.off:1", "insurer.add", "kind.list"):
        await play.tap_data(SELLER, data)
        assert "недоступно" in play.toast(SELLER)
    for data in ("insurer.card:999", "insurer.off:999", "insurer.rename:999", "kind.card:999", "kind.set:999:term"):
        await play.tap_data(ADMIN, data)
        assert "no longer there" in play.toast(ADMIN)
    for data in ("insurer.list:x", "insurer.list:9999", "kind.set:1:nothing", "kind.card:"):
        await play.tap_data(ADMIN, data)
        assert "out of date" in play.toast(ADMIN)
    assert await events(play) == []
