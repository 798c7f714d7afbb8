"""Files sent right under the notice of a question, without a reply to it, while something else was on the screen."""

import pytest

from tests.handlers.documents.sending import close_packets, deal_on_screen, document, documents_of, forwarded
from tests.handlers.tasks.set_tasks import task_taken
from tests.harness import Play, Seen
from tests.people import EXECUTOR, SELLER


@pytest.fixture
async def asked_of(play: Play) -> int:
    """The seller had another deal on his screen when he was asked about this one."""
    deal_id = await task_taken(play)
    await deal_on_screen(play, insured="Kia Rio")
    await play.tap(EXECUTOR, "Запитати")
    await play.say(EXECUTOR, "А СТС?")
    await play.run_events()
    return deal_id


async def two_files(play: Play) -> Seen:
    for name in ("sts.pdf", "photo.pdf"):
        await play.message(SELLER, **document(play, name))
    await close_packets(play)
    return play.screen(SELLER)


async def test_of_two_deals_the_person_says_which_the_asked_one_first(play: Play, asked_of: int) -> None:
    where = await two_files(play)
    assert f"Вопрос по сделке {asked_of}, а на экране было другое." in where.text
    assert "Принял всё: 2" in where.text
    assert "Camry" in where.labels[0]
    assert "Kia Rio" in where.labels[1]
    assert sum("Camry" in label for label in where.labels) == 1
    await play.tap(SELLER, "Camry")
    await play.run_events()
    assert [kept.name for kept in await documents_of(play, asked_of)] == ["sts.pdf", "photo.pdf"]
    assert any("відповідає на ваше запитання" in seen.text for seen in play.seen(EXECUTOR))


async def test_forwarded_words_wait_with_the_files(play: Play, asked_of: int) -> None:
    await play.message(SELLER, text="Вот СТС", **forwarded("Иван"))
    where = await two_files(play)
    assert "Принял всё: 3" in where.text
    await play.tap(SELLER, "Camry")
    await play.run_events()
    assert "Иван: «Вот СТС»" in "".join(seen.text for seen in play.seen(EXECUTOR))
    assert await documents_of(play, asked_of)


async def test_with_no_deal_on_the_screen_all_of_them_go_to_the_asked_one(play: Play) -> None:
    deal_id = await task_taken(play)
    await play.say(SELLER, "/menu")
    await play.tap(EXECUTOR, "Запитати")
    await play.say(EXECUTOR, "А СТС?")
    await play.run_events()
    assert "Получаю 2 файла" in (await two_files(play)).text
    assert [kept.name for kept in await documents_of(play, deal_id)] == ["sts.pdf", "photo.pdf"]


async def test_once_the_person_has_gone_on_files_go_to_the_deal_on_the_screen(play: Play, asked_of: int) -> None:
    asked = play.screen(SELLER)
    await play.tap_data(SELLER, f"deal.card:{asked_of + 1}", asked.message_id - 1)
    await play.say(SELLER, f"/find {asked_of + 1}")
    await two_files(play)
    assert len(await documents_of(play, asked_of + 1)) == 2
    assert not await documents_of(play, asked_of)
