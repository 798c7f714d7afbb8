"""A line of offers put right by what is typed: a value, a part, a name, the whole line."""

import pytest

from models.calculation import Calculation
from tests.handlers.calculations.offers import OFFERS
from tests.handlers.calculations.test_entering import offers_of
from tests.handlers.deals.opened import opened_deal
from tests.handlers.tasks.set_tasks import task_taken
from tests.harness import Play, Seen
from tests.people import EXECUTOR, SELLER


async def reviewed(play: Play, typed: str) -> Seen:
    await opened_deal(play)
    await play.tap(SELLER, "Предложения")
    await play.tap(SELLER, "Внести")
    return await play.say(SELLER, typed)


async def saved(play: Play) -> list[tuple[str, Calculation]]:
    await play.tap(SELLER, "Верно")
    await play.tap(SELLER, "Сохранить")
    return await offers_of(play)


def plain(seen: Seen) -> str:
    return seen.text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("46900", "Премия: 46 900 ₽"),
        ("46 900 р", "Премия: 46 900 ₽"),
        ("51к", "Премия: 51 000 ₽"),
        ("премия 46900", "Премия: 46 900 ₽"),
        ("46900 фр 20", "Франшиза: 20 000 ₽"),
        ("фр 15", "Франшиза: 15 000 ₽"),
        ("без франшизы", "Без франшизы"),
        ("КВ 20", "КВ: 20%"),
        ("22%", "КВ: 22%"),
        ("фр 15, КВ 22", "КВ: 22%"),
        ("2 платежа", "2 платежа"),
        ("до 30.11", "Действует до"),
        ("действует 14 дней", "Действует до"),
        ("СС 1,85 млн", "1 850 000 ₽"),
        ("Альфа", "АльфаСтрахование"),
        ("Альфа фр 20", "АльфаСтрахование"),
        ("Альфа 51000 фр 20", "АльфаСтрахование"),
    ],
)
async def test_whatever_is_typed_replaces_its_part_and_the_rest_stays(play: Play, typed: str, shown: str) -> None:
    await reviewed(play, "РЕСО 51500\nИнгос 48200 фр10 КВ 18")
    await play.tap(SELLER, "✏️ 2")
    corrected = await play.say(SELLER, typed)
    assert shown in plain(corrected)
    assert "Не понял" not in corrected.text
    offers = await saved(play)
    assert [code for code, _ in offers] == ["reso", "alfa" if "Альфа" in typed else "ingos"]
    if "46" not in typed and "51" not in typed:
        assert offers[1][1].premium == 4_820_000


async def test_a_whole_line_stands_in_place_of_the_line(play: Play) -> None:
    await reviewed(play, "Ингос 48200 фр10 КВ 18\nРЕСО 51к")
    await play.tap(SELLER, "✏️ 1")
    await play.say(SELLER, "Ингос 46900")
    offers = await saved(play)
    found = [(code, o.premium, o.deductible, o.commission_rate) for code, o in offers]
    assert found == [("ingos", 4_690_000, None, None), ("reso", 5_100_000, None, None)]


async def test_several_lines_stand_in_place_of_the_line(play: Play) -> None:
    await reviewed(play, "Ингос 48200\nРЕСО 51к")
    await play.tap(SELLER, "✏️ 1")
    review = await play.say(SELLER, "Альфа 46900\nВСК 44100")
    assert "1. АльфаСтрахование" in review.text
    assert "3. РЕСО" in review.text
    assert "Ингос" not in review.text


async def test_what_is_not_clear_is_asked_with_an_example_that_is_understood(play: Play) -> None:
    await reviewed(play, "Ингос 48200 фр10 КВ 18")
    await play.tap(SELLER, "✏️ 1")
    assert "премия 46 000?" in plain(await play.say(SELLER, "46"))
    assert "больше 100" in plain(await play.say(SELLER, "КВ 120"))
    assert "Напишите, что меняется: 46900" in plain(await play.say(SELLER, "ну так себе"))
    assert "Напишите, что меняется" in plain(await play.message(SELLER, text="🙃"))
    assert "Премия: 46 900" in plain(await play.say(SELLER, "46900"))
    assert "КВ: 18%" in play.screen(SELLER).text


async def test_the_example_of_the_question_is_understood_in_each_language(play: Play) -> None:
    await task_taken(play)
    told = next(seen for seen in reversed(play.seen(EXECUTOR)) if seen.subject)
    await play.say(EXECUTOR, OFFERS, reply_to=told.message_id)
    asked = await play.tap(EXECUTOR, "✏️ 2")
    example = asked.text.split("наприклад: ")[1].splitlines()[0]
    assert "КВ: 22%" in (await play.say(EXECUTOR, example)).text


async def test_the_only_doubtful_line_takes_a_bare_answer_at_the_review(play: Play) -> None:
    await reviewed(play, "Ингос 48200\nРЕСО 51")
    review = await play.say(SELLER, "51000")
    assert "⚠️" not in review.text
    assert "2. РЕСО-Гарантия · 51 000 ₽" in plain(review)


async def test_a_part_is_understood_while_the_insurer_is_not_known(play: Play) -> None:
    await reviewed(play, "Югорская 52000")
    await play.tap(SELLER, "✏️ 1")
    assert "Франшиза: 15 000" in plain(await play.say(SELLER, "фр 15"))
    assert "Премия: 53 000" in plain(await play.say(SELLER, "53000"))
    await play.tap(SELLER, "КВ")
    assert "КВ: 20%" in (await play.say(SELLER, "20")).text
    await play.say(SELLER, "Югория")
    [(code, offer)] = await saved(play)
    assert (code, offer.premium, offer.deductible) == ("yugoria", 5_300_000, 1_500_000)
