"""Adding a client in chat: step by step, in one line, from a contact, twice."""

import pytest
from sqlalchemy import func, select

from models.client import Client, ClientContact
from tests.harness import Play, Seen
from tests.people import EXECUTOR, MANAGER, SELLER

ONE_LINE = "Иванов Иван 89161234567 ivan@mail.ru"


async def answer_all(play: Play, *answers: str) -> Seen:
    """Each answer is typed, or tapped when it begins with «»."""
    seen = play.screen(SELLER)
    for said in answers:
        seen = await (play.tap(SELLER, said[1:]) if said.startswith("»") else play.say(SELLER, said))
    return seen


async def add_client(play: Play, line: str = ONE_LINE) -> Seen:
    await play.say(SELLER, "/clients")
    await play.tap(SELLER, "Новый клиент")
    return await answer_all(play, line, "»Пропустить", "»Сохранить")


async def count(play: Play, table: type[Client] | type[ClientContact]) -> int:
    counted = select(func.count()).select_from(table)
    return int((await play.read(lambda session: session.execute(counted))).scalar_one())


async def test_seller_adds_a_person_question_by_question(play: Play) -> None:
    await play.say(SELLER, "/clients")
    await play.tap(SELLER, "Новый клиент")
    confirm = await answer_all(play, "»Человек", "Иванов Иван", "8 916 123-45-67", "Ivan@Mail.ru", "15.03.1980")
    assert "+7 916 123-45-67" in confirm.text
    assert "Дата рождения: 15 мар 1980" in confirm.text
    card = await play.tap(SELLER, "Сохранить")
    assert "✅ Клиент добавлен." in card.text
    assert "Иванов Иван · человек" in card.text
    assert "+7 916 •••-45-67" in card.text
    assert "i•••@mail.ru" in card.text
    assert card.subject == "client:1"


async def test_company_is_asked_for_its_tax_number_only(play: Play) -> None:
    await play.say(SELLER, "/newclient")
    asked = await answer_all(play, "компания", "ООО «Ромашка & Ко»", "»Пропустить", "»Пропустить")
    assert "ООО «Ромашка & Ко»: ИНН компании?" in asked.text
    confirm = await play.say(SELLER, "7707083893")
    assert "ИНН: 7707083893" in confirm.text
    card = await play.tap(SELLER, "Сохранить")
    assert "ИНН: ••••••3893" in card.text


async def test_one_line_fills_what_it_tells_and_the_rest_is_asked(play: Play) -> None:
    await play.say(SELLER, "/newclient")
    asked = await play.say(SELLER, ONE_LINE)
    assert "Иванов Иван: дата рождения или ИНН?" in asked.text
    confirm = await play.tap(SELLER, "Пропустить")
    assert "Иванов Иван · человек" in confirm.text
    assert "ivan@mail.ru" in confirm.text


async def test_a_wrong_reading_is_corrected_from_the_confirmation(play: Play) -> None:
    await play.say(SELLER, "/newclient")
    await answer_all(play, ONE_LINE, "»Пропустить", "»✏️ Имя")
    confirm = await play.say(SELLER, "Иванова Инна")
    assert "Понял так, сохранить?" in confirm.text
    assert "Иванова Инна" in confirm.text
    assert "+7 916 123-45-67" in confirm.text
    again = await play.tap(SELLER, "✏️ Вид")
    assert "кто это?" in again.text
    assert "Иванова Инна · ИП" in (await play.tap(SELLER, "ИП")).text


@pytest.mark.parametrize(
    ("answers", "bad", "said", "good"),
    [
        ((), "🤷‍♀️", "ни букв, ни цифр", "Иванов"),
        (("»Человек",), "…", "ни букв, ни цифр", "Иванов"),
        (("»Человек",), "а" * 301, "301 знак", "Иванов"),
        (("»Человек", "Иванов"), "двенадцать", "Не похоже на телефон", "8 916 123-45-67"),
        (("»Человек", "Иванов"), "8 916 123-45-6", "Такого номера не бывает", "8 916 123-45-67"),
        (("»Человек", "Иванов", "»Пропустить"), "ivan@", "Не похоже на почту", "ivan@mail.ru"),
        (("»Человек", "Иванов", "»Пропустить"), "<b>@x", "Не похоже на почту", "ivan@mail.ru"),
        (("»Человек", "Иванов", "»Пропустить", "»Пропустить"), "31.02.1980", "29 дней", "29.02.1980"),
        (("»Человек", "Иванов", "»Пропустить", "»Пропустить"), "15.03.2050", "ещё не наступило", "15.03.1980"),
        (("»Человек", "Иванов", "»Пропустить", "»Пропустить"), "500100732258", "контрольная цифра", "500100732259"),
        (("»Человек", "Иванов", "»Пропустить", "»Пропустить"), "7707083893", "нужно 12 цифр", "500100732259"),
        (("»Компания", "Ромашка", "»Пропустить", "»Пропустить"), "77070", "10 цифр", "7707083893"),
        (("»Компания", "Ромашка", "»Пропустить", "»Пропустить"), "нет его", "только цифры", "7707083893"),
        (("»Человек", "Иванов", "»Пропустить", "»Пропустить", "»Пропустить"), "не", "Не понял", "да"),
    ],
)
async def test_a_bad_answer_then_a_good_one_goes_on(
    play: Play, answers: tuple[str, ...], bad: str, said: str, good: str
) -> None:
    await play.say(SELLER, "/newclient")
    question = await answer_all(play, *answers) if answers else play.screen(SELLER)
    refused = await play.say(SELLER, bad)
    assert said in refused.text
    assert question.text.splitlines()[0] in refused.text
    following = await play.say(SELLER, good)
    assert said not in following.text
    assert question.text.splitlines()[0] not in following.text


async def test_known_phone_shows_the_existing_card_and_the_dialogue_goes_on_with_another(play: Play) -> None:
    await add_client(play)
    await play.say(SELLER, "/newclient")
    await answer_all(play, "»Человек", "Иванова Инна")
    known = await play.say(SELLER, "+7 (916) 123 45 67")
    assert "Такой клиент уже есть" in known.text
    assert "Иванов Иван · человек" in known.text
    assert "Новая сделка" in " ".join(known.labels)
    resumed = await play.tap(SELLER, "Продолжить начатое")
    assert "Телефон клиента Иванова Инна?" in resumed.text
    card = await answer_all(play, "89031112233", "»Пропустить", "»Пропустить", "»Сохранить")
    assert "Клиент добавлен" in card.text
    assert await count(play, Client) == 2


@pytest.mark.parametrize(
    "line", ["Другой 89161234567", "Другой IVAN@mail.ru", "Другой 500100732259"], ids=["phone", "e-mail", "tax number"]
)
async def test_each_kind_of_duplicate_is_noticed_in_one_line(play: Play, line: str) -> None:
    await play.say(SELLER, "/newclient")
    await answer_all(play, f"{ONE_LINE} 500100732259", "»Сохранить")
    await play.say(SELLER, "/newclient")
    known = await play.say(SELLER, line)
    assert "Такой клиент уже есть" in known.text
    assert "Иванов Иван" in known.text


async def test_one_who_was_saved_meanwhile_is_shown_at_the_last_step(play: Play) -> None:
    await play.say(SELLER, "/newclient")
    await answer_all(play, ONE_LINE, "»Пропустить")
    await play.say(MANAGER, "/newclient")
    await play.say(MANAGER, "Иванов И. 89161234567")
    await play.tap(MANAGER, "Пропустить")
    await play.tap(MANAGER, "Пропустить")
    await play.tap(MANAGER, "Сохранить")
    known = await play.tap(SELLER, "Сохранить")
    assert "Такой клиент уже есть" in known.text
    assert "Иванов И. · человек" in known.text
    assert await count(play, Client) == 1
    assert await count(play, ClientContact) == 1


async def test_double_tap_on_save_saves_one_client(play: Play) -> None:
    await play.say(SELLER, "/newclient")
    confirm = await answer_all(play, ONE_LINE, "»Пропустить")
    data = confirm.data("Сохранить")
    await play.tap_data(SELLER, data, confirm.message_id)
    await play.tap_data(SELLER, data, confirm.message_id)
    assert play.toast(SELLER) == "Уже сделано"
    assert await count(play, Client) == 1


async def test_shared_contact_of_a_client_shows_his_card(play: Play) -> None:
    await add_client(play)
    contact = {"phone_number": "79161234567", "first_name": "Ваня"}
    card = await play.message(SELLER, contact=contact)
    assert "Этот контакт — наш клиент" in card.text
    assert "Иванов Иван" in card.text


async def test_new_contact_becomes_a_client_with_its_data_filled_in(play: Play) -> None:
    contact = {"phone_number": "+79031112233", "first_name": "Анна", "last_name": "Смит"}
    offered = await play.message(SELLER, contact=contact)
    assert "Такого клиента ещё нет: Анна Смит +79031112233." in offered.text
    await play.tap(SELLER, "Добавить клиента")
    card = await answer_all(play, "»Человек", "»Пропустить", "»Пропустить", "»Сохранить")
    assert "Анна Смит · человек" in card.text
    assert "+7 903 •••-22-33" in card.text


async def test_new_contact_becomes_a_deal_with_its_data_filled_in(play: Play) -> None:
    contact = {"phone_number": "+79031112233", "first_name": "Анна"}
    await play.message(SELLER, contact=contact)
    asked = await play.tap(SELLER, "Новая сделка")
    assert "Клиент: Анна." in asked.text
    assert "Что страхуем?" in asked.text


async def test_executor_can_not_add_a_client(play: Play) -> None:
    assert "Новий клієнт" not in " ".join((await play.say(EXECUTOR, "/clients")).labels)
    await play.tap_data(EXECUTOR, "client.new:")
    assert "недоступно" in play.toast(EXECUTOR)


async def test_markup_in_a_name_stays_text(play: Play) -> None:
    card = await add_client(play, "Ivanov & Sons <Kyiv> 89161234567 a@b.co")
    assert "Ivanov & Sons <Kyiv>" in card.text
    assert "Ivanov &amp; Sons &lt;Kyiv&gt;" in card.html
