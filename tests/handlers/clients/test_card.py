"""A client's card: what is masked, who may see and do what, editing, deleting, bringing back."""

import pytest
from sqlalchemy import select

from models.client import Client
from models.event import EventPersonal, EventRow
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import Play, Seen
from tests.people import ADMIN, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, Person


async def open_card(play: Play, person: Person, client_id: int) -> Seen:
    return await play.tap_data(person, f"client.card:{client_id}")


async def events(play: Play, name: str) -> list[EventRow]:
    return list((await play.read(lambda s: s.execute(select(EventRow).where(EventRow.name == name)))).scalars())


async def change(play: Play, field: str, *answers: str, person: Person = SELLER) -> Seen:
    await play.tap(person, "Изменить")
    seen = await play.tap(person, field)
    for said in answers:
        seen = await (play.tap(person, said[1:]) if said.startswith("»") else play.say(person, said))
    return seen


async def test_card_shows_only_the_deals_that_the_actor_may_see(play: Play) -> None:
    client = await a_client(play)
    await a_deal(play, client, "Camry")
    await a_deal(play, client, "Rio", seller=OTHER_SELLER)
    assert "Camry" in (await open_card(play, SELLER, client)).text
    assert "Rio" not in (await open_card(play, SELLER, client)).text
    both = (await open_card(play, MANAGER, client)).text
    assert both.index("Rio") < both.index("Camry")


async def test_deals_of_a_card_are_paged(play: Play) -> None:
    client = await a_client(play)
    for number in range(7):
        await a_deal(play, client, f"Rio {number}")
    card = await open_card(play, SELLER, client)
    assert "Rio 6" in card.text
    assert "Rio 1" not in card.text
    older = await play.tap(SELLER, "Дальше")
    assert "Rio 1" in older.text
    assert "Иванов Иван" in older.text


async def test_new_deal_begins_with_this_client(play: Play) -> None:
    await open_card(play, SELLER, await a_client(play))
    asked = await play.tap(SELLER, "Новая сделка")
    assert "Клиент: Иванов Иван." in asked.text
    await play.tap(SELLER, "КАСКО")
    await play.say(SELLER, "Rio")
    assert "Иванов Иван · +7 916 •••-45-67" in (await play.tap(SELLER, "Открыть сделку")).text


async def test_personal_data_are_masked_until_shown_and_the_look_is_recorded_without_values(play: Play) -> None:
    client = await a_client(play, email="ivan@mail.ru")
    masked = await open_card(play, SELLER, client)
    assert "+79161234567" not in masked.text
    assert "ivan@mail.ru" not in masked.text
    shown = await play.tap(SELLER, "Показать номера")
    assert "+7 916 123-45-67" in shown.text
    assert "ivan@mail.ru" in shown.text
    [event] = await events(play, "client.personal-data.revealed")
    assert event.payload == {"client_id": client, "fields": ["phone", "email"]}
    assert event.actor_id == play.ids[SELLER.telegram_id]
    kept = select(EventPersonal).where(EventPersonal.event_id == event.id)
    assert (await play.read(lambda session: session.execute(kept))).one_or_none() is None
    assert "+79161234567" not in (await play.tap(SELLER, "Скрыть")).text


async def test_executor_of_a_deal_sees_the_card_and_changes_nothing(play: Play) -> None:
    client = await a_client(play)
    deal = await a_deal(play, client)
    await play.say(MANAGER, str(deal))
    await play.tap(MANAGER, "Ещё")
    await play.tap(MANAGER, "Исполнитель")
    await play.tap(MANAGER, "Taras")
    card = await open_card(play, EXECUTOR, client)
    assert not {"✏️ Змінити", "🗑 Видалити", "➕ Нова угода"} & set(card.labels)
    for forged in ("client.edit", "client.delete", "client.restore", "client.deal"):
        await play.tap_data(EXECUTOR, f"{forged}:{client}")
        assert "недоступно" in play.toast(EXECUTOR), forged


@pytest.mark.parametrize(
    ("field", "answers", "shown"),
    [
        ("Имя", ("Петрова Мария",), "Петрова Мария · человек"),
        ("Дата рождения", ("15 марта 1980",), "Дата рождения: 15 мар 1980"),
        ("Налоговый номер", ("500100732259",), "ИНН: ••••••••2259"),
        ("Паспорт", ("4509 №123456",), "Паспорт: •••• ••••56"),
        ("Заметки", ("Любит чай.\nЗвонить после 18",), "Заметки: Любит чай.\nЗвонить после 18"),
        ("Вид клиента", ("»ИП",), "Иванов Иван · ИП"),
        ("Вид клиента", ("фирма",), "Иванов Иван · компания"),
        ("Телефоны", ("8 903 111-22-33",), "+7 916 •••-45-67, +7 903 •••-22-33"),
        ("Телефоны", ("»🗑 +7 916", "»Убрать"), "Телефона нет"),
        ("Почта", ("Ivan@Mail.ru",), "Почта: i•••@mail.ru"),
    ],
)
async def test_a_field_is_changed(play: Play, field: str, answers: tuple[str, ...], shown: str) -> None:
    client = await a_client(play)
    await open_card(play, SELLER, client)
    card = await change(play, field, *answers)
    assert shown in card.text
    assert card.subject == f"client:{client}"
    [event] = await events(play, "client.changed")
    assert "89031112233" not in str(event.payload)
    assert event.payload["client_id"] == client


@pytest.mark.parametrize(
    ("field", "bad", "said", "good"),
    [
        ("Имя", "…", "ни букв, ни цифр", "Петров"),
        ("Дата рождения", "не помню", "Не понял дату «не помню»", "15.03.1980"),
        ("Дата рождения", "15.03.1830", "Проверьте год", "15.03.1980"),
        ("Налоговый номер", "500100732258", "контрольная цифра", "500100732259"),
        ("Налоговый номер", "7707083893", "нужно 12 цифр", "500100732259"),
        ("Паспорт", "4509 12", "Не похоже на паспорт", "4509 123456"),
        ("Вид клиента", "кот", "Не понял «кот»", "Человек"),
        ("Телефоны", "нет", "Не похоже на телефон", "89031112233"),
        ("Почта", "ivan", "Не похоже на почту", "ivan@mail.ru"),
    ],
)
async def test_a_bad_answer_then_a_good_one_changes_the_field(
    play: Play, field: str, bad: str, said: str, good: str
) -> None:
    await open_card(play, SELLER, await a_client(play))
    refused = await change(play, field, bad)
    assert said in refused.text
    assert refused.subject is None
    card = await play.say(SELLER, good)
    assert card.subject == "client:1"


@pytest.mark.parametrize("field", ["Дата рождения", "Налоговый номер", "Паспорт", "Заметки"])
async def test_a_field_is_emptied_after_asking(play: Play, field: str) -> None:
    values = {"Дата рождения": "15.03.1980", "Налоговый номер": "500100732259", "Паспорт": "4509123456"}
    await open_card(play, SELLER, await a_client(play))
    await change(play, field, values.get(field, "Любит чай"))
    asked = await change(play, field, "»Убрать")
    assert "убрать?" in asked.text
    card = await play.tap(SELLER, "Убрать")
    assert "🗑 Убрал." in card.text
    assert len(await events(play, "client.changed")) == 2


async def test_new_name_is_found_together_with_the_deals_object(play: Play) -> None:
    client = await a_client(play)
    deal = await a_deal(play, client, "Camry")
    await open_card(play, SELLER, client)
    await change(play, "Имя", "Петрова Мария")
    assert f" {deal} · Петрова Мария" in (await play.say(SELLER, "петрова camry")).text
    assert "Нашёл" not in (await play.say(SELLER, "иванов")).text


async def test_a_new_phone_is_found_and_a_removed_one_is_not(play: Play) -> None:
    await open_card(play, SELLER, await a_client(play))
    await change(play, "Телефоны", "89031112233")
    await change(play, "Телефоны", "»🗑 +7 916", "»Убрать")
    assert "Иванов Иван" in (await play.say(SELLER, "903 111")).text
    assert "Нашёл" not in (await play.say(SELLER, "916 123")).text


async def test_somebody_elses_phone_shows_his_card_and_the_question_can_be_resumed(play: Play) -> None:
    await a_client(play, "Петров Пётр", phone="+79031112233")
    await open_card(play, SELLER, await a_client(play))
    known = await change(play, "Телефоны", "89031112233")
    assert "Такой клиент уже есть" in known.text
    assert "Петров Пётр · человек" in known.text
    await play.tap(SELLER, "Продолжить начатое")
    assert "✅ Телефон добавлен." in (await play.say(SELLER, "89031112244")).text


async def test_somebody_elses_tax_number_shows_his_card(play: Play) -> None:
    await open_card(play, SELLER, await a_client(play, "Петров Пётр", phone="+79031112233"))
    await change(play, "Налоговый номер", "500100732259")
    await open_card(play, SELLER, await a_client(play))
    known = await change(play, "Налоговый номер", "500100732259")
    assert "Петров Пётр · человек" in known.text


async def test_a_change_made_meanwhile_is_shown_and_not_overwritten(play: Play) -> None:
    client = await a_client(play)
    for person in (SELLER, MANAGER):
        await open_card(play, person, client)
        await play.tap(person, "Изменить")
        await play.tap(person, "Имя")
    await play.say(MANAGER, "Иванова Мария")
    asked = await play.say(SELLER, "Иванов И.")
    assert "карточку изменили" in asked.text
    assert "«Иванова Мария»" in asked.text
    assert "Иванов И. · человек" in (await play.say(SELLER, "Иванов И.")).text
    assert len(await events(play, "client.changed")) == 2


async def test_the_same_value_again_changes_nothing(play: Play) -> None:
    await open_card(play, SELLER, await a_client(play))
    await change(play, "Имя", "Иванов Иван")
    await change(play, "Телефоны", "+7 916 123-45-67")
    assert await events(play, "client.changed") == []


async def test_seller_has_no_delete_button_and_a_forged_one_does_nothing(play: Play) -> None:
    client = await a_client(play)
    assert "🗑 Удалить" not in (await open_card(play, SELLER, client)).labels
    await play.tap_data(SELLER, f"client.delete:{client}")
    assert "недоступно" in play.toast(SELLER)


async def test_client_with_deals_that_live_on_is_not_deleted(play: Play) -> None:
    client = await a_client(play)
    await a_deal(play, client)
    await open_card(play, MANAGER, client)
    await play.tap(MANAGER, "Удалить")
    assert play.toast(MANAGER) == "У клиента 1 действующая сделка. Сначала закройте её."


async def test_deleted_client_is_nowhere_and_comes_back(play: Play) -> None:
    client = await a_client(play)
    await open_card(play, MANAGER, client)
    asked = await play.tap(MANAGER, "Удалить")
    assert "Удалить клиента Иванов Иван?" in asked.text
    gone = await play.tap(MANAGER, "Да, удалить")
    assert "Клиент удалён: Иванов Иван" in gone.text
    assert "Нашёл" not in (await play.say(SELLER, "Иванов")).text
    assert "Иванов" not in (await play.say(SELLER, "/clients")).text
    await open_card(play, SELLER, client)
    assert play.toast(SELLER) == "Клиента больше нет."
    back = await play.tap(MANAGER, "Вернуть")
    assert "Клиент снова в списках." in back.text
    assert "Нашёл" in (await play.say(SELLER, "916 123-45-67")).text
    assert [e.name for e in await events(play, "client.deleted") + await events(play, "client.restored")] == [
        "client.deleted",
        "client.restored",
    ]


async def test_one_who_collides_does_not_come_back_and_the_others_card_is_shown(play: Play) -> None:
    client = await a_client(play)
    await open_card(play, MANAGER, client)
    await play.tap(MANAGER, "Удалить")
    gone = await play.tap(MANAGER, "Да, удалить")
    await a_client(play, "Новый Владелец")
    refused = await play.tap_data(MANAGER, gone.data("Вернуть"), gone.message_id)
    assert "Вернуть нельзя" in refused.text
    assert "Новый Владелец · человек" in refused.text
    deleted = select(Client.deleted_at).where(Client.id == client)
    assert (await play.read(lambda session: session.execute(deleted))).scalar_one() is not None


async def test_a_question_about_a_client_who_is_gone_ends_in_words(play: Play) -> None:
    client = await a_client(play)
    await open_card(play, SELLER, client)
    await play.tap(SELLER, "Изменить")
    await play.tap(SELLER, "Имя")
    await open_card(play, ADMIN, client)
    await play.tap(ADMIN, "Delete")
    await play.tap(ADMIN, "Yes, delete")
    assert "Клиента больше нет." in (await play.say(SELLER, "Петров")).text
    assert "Нашёл" not in (await play.say(SELLER, "Петров")).text


@pytest.mark.parametrize(
    "data",
    [
        "client.card:",
        "client.card:x",
        "client.card:999",
        "client.card:1:x",
        "client.card:99999999999999999999",
        "client.set:1:",
        "client.set:1:version",
        "client.set:1:removal",
        "client.set:x:name",
        "client.found:x:",
        "client.found::c1",
        "client.deal:0",
        "client.deal-new:x",
        "client.restore:999",
        "client.list:-1",
        "idle.journal:x:1",
    ],
)
async def test_forged_buttons_are_answered_and_change_nothing(play: Play, data: str) -> None:
    await a_client(play)
    await play.tap_data(MANAGER, data)
    assert play.toast(MANAGER) in {
        "Этот экран устарел, вот свежий.",
        "Клиента больше нет.",
    }
    assert await events(play, "client.changed") == []
