"""A number or a kind that only the other country has is asked before the lead is kept."""

from sqlalchemy import select

from models.client import ContactKind
from models.lead import LeadContact
from tests.harness import Play
from tests.people import SELLER


async def test_a_ukrainian_number_without_its_code_is_asked_and_kept_as_answered(play: Play) -> None:
    asked = await play.say(SELLER, "/lead Олександр 067 123-45-67 осаго Ланос, с сайта")
    assert "Олександр" in asked.text
    assert "какой это страны?" in asked.text
    assert "Телефон или почта?" in asked.text
    confirm = await play.say(SELLER, "+380 67 123-45-67")
    assert "какой это страны?" not in confirm.text
    await play.tap(SELLER, "Сохранить")
    phones = select(LeadContact.value).where(LeadContact.kind == ContactKind.PHONE)
    assert (await play.read(lambda session: session.scalars(phones))).all() == ["+380671234567"]


async def test_a_ukrainian_kind_in_russia_is_told_and_only_its_words_are_kept(play: Play) -> None:
    confirm = await play.say(SELLER, "/lead Иванов 916 123-45-67 автоцивілка Ланос, с сайта")
    assert "«автоцивілка»: какой это страны?" in confirm.text
    saved = await play.tap(SELLER, "Сохранить")
    assert "Хочет: Ланос" in saved.text
    assert "📝 автоцивілка" in saved.text


async def test_a_kind_that_is_chosen_is_doubted_no_more(play: Play) -> None:
    await play.say(SELLER, "/lead Иванов 916 123-45-67 автоцивілка Ланос, с сайта")
    await play.tap(SELLER, "✏️ Вид")
    confirm = await play.say(SELLER, "осаго")
    assert "Хочет: ОСАГО" in confirm.text
    assert "какой это страны?" not in confirm.text
