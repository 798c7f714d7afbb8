"""Finding clients and deals by whatever is typed."""

import pytest
from sqlalchemy import update

from models.client import Client
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy
from tests.handlers.deals.opened import opened_deal
from tests.harness import Play
from tests.people import ADMIN, CLIENT, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, STRANGER


@pytest.mark.parametrize(
    "typed",
    [
        "иванов",
        "ИВАН",
        "Ивaнов",  # a Latin a
        "семён",
        "семен иванов",
        "8 916 123-45-67",
        "+7 (916) 123",
        "4567",
        "ivan@mail",
        "camry",
        "Иванов camry",
        "ОСАГО ванов",
    ],
)
async def test_any_part_finds_the_client_or_his_deal(play: Play, typed: str) -> None:
    client = await a_client(play, "Иванов Семён", email="ivan@mail.ru")
    await a_client(play, "Петров Пётр", phone="+79031112233")
    await a_deal(play, client)
    found = await play.say(SELLER, typed)
    assert f"Нашёл по «{typed}»" in found.text
    assert "Иванов Семён" in found.text
    assert "Петров" not in found.text
    assert "1" in found.labels


async def test_the_end_of_a_phone_is_found_with_its_zeros(play: Play) -> None:
    await a_client(play, "Иванов", phone="+79161230042")
    await a_client(play, "Петров", phone="+79161231142")
    found = await play.say(SELLER, "0042")
    assert "Иванов" in found.text
    assert "Петров" not in found.text


async def test_ukrainian_names_are_found_whatever_the_apostrophe(play: Play) -> None:
    await a_client(play, "Лук’яненко Дар'я")
    for typed in ("лукʼяненко", "лук`яненко", "лукяненко", "Дар’я"):
        assert "1. 👤 Лук’яненко Дар'я · +7 916 •••-45-67" in (await play.say(SELLER, typed)).text


async def test_results_are_numbered_through_and_opened_by_their_numbers(play: Play) -> None:
    client = await a_client(play)
    deal = await a_deal(play, client)
    found = await play.say(SELLER, "Иванов")
    assert "1. 👤 Иванов Иван · +7 916 •••-45-67" in found.text
    assert f"2. 🚘 {deal}" in found.text or f" {deal} · Иванов Иван" in found.text
    card = await play.tap_data(SELLER, found.data("1"), found.message_id)
    assert card.subject == f"client:{client}"
    back = await play.tap(SELLER, "К поиску")
    assert "Нашёл по «Иванов»" in back.text
    assert (await play.tap_data(SELLER, back.data("2"), back.message_id)).subject == f"deal:{deal}"


async def test_results_are_paged_to_the_last_one(play: Play) -> None:
    for number in range(12):
        await a_client(play, f"Иванов {chr(ord('А') + number)}лег", phone=f"+791612345{number:02}")
    page = await play.say(SELLER, "Иванов")
    names = [line.split(" ", 2)[2] for line in page.text.splitlines() if line[:1].isdigit()]
    while any("Ещё клиенты" in label for label in page.labels):
        page = await play.tap(SELLER, "Ещё клиенты")
        names += [line.split(" ", 2)[2] for line in page.text.splitlines() if line[:1].isdigit()]
    assert len(names) == len(set(names)) == 12


@pytest.mark.parametrize(
    "typed", ["иванов", "ххх 012345", "XXX0123456789", "4567", "а123вс", "A 123 BC 77", "xta2109", "ХТА21099", "camry"]
)
async def test_any_part_finds_the_policy(play: Play, typed: str) -> None:
    deal = await a_deal(play, await a_client(play), "Toyota Camry А123ВС77 XTA210990Y2765499")
    policy = await a_policy(play, deal, number="ХХХ 0123456789")
    other = await a_deal(play, await a_client(play, "Петров Пётр", phone="+79031112233"), "Lada")
    await a_policy(play, other, number="AI-1")
    found = await play.say(SELLER, typed)
    assert "Полисы" in found.text
    assert "ХХХ 0123456789 · Иванов Иван" in found.text
    assert "AI-1" not in found.text
    assert f"policy.card:{policy}" in [button["callback_data"] for row in found.buttons for button in row]


async def test_the_policy_whose_very_number_it_is_comes_first(play: Play) -> None:
    client = await a_client(play, phone="+79160077777")
    deal = await a_deal(play, client)
    wanted = await a_policy(play, deal, number="77777")
    for number in range(6):
        await a_policy(play, deal, number=f"AI-77777-{number}")
    for typed in ("77777", "№ 77 777"):
        found = await play.say(SELLER, typed)
        assert found.data("1") == f"policy.card:{wanted}", typed
        assert "Клиенты" in found.text
    page = await play.tap(SELLER, "Ещё полисы")
    assert "AI-77777-0" in page.text
    assert (await play.tap(SELLER, "К поиску")).data("1") == f"policy.card:{wanted}"


async def test_policies_are_of_whoever_sees_their_deal_and_of_living_clients(play: Play) -> None:
    client = await a_client(play)
    deal = await a_deal(play, client)
    await a_policy(play, deal, number="AI-77")
    assert "AI-77 ·" in (await play.say(MANAGER, "ai-77")).text
    for person in (OTHER_SELLER, EXECUTOR, CLIENT, STRANGER):
        assert "AI-77 ·" not in (await play.say(person, "ai-77")).text
        assert "AI-77 ·" not in (await play.say(person, "Иванов")).text
    gone = update(Client).where(Client.id == client).values(deleted_at=play.clock.now())
    await play.write(lambda session: session.execute(gone))
    assert "AI-77 ·" not in (await play.say(MANAGER, "ai-77")).text
    assert "AI-77 ·" not in (await play.say(MANAGER, "Иванов")).text


async def test_an_ended_policy_says_how_it_ended(play: Play) -> None:
    client = await a_client(play)
    policy = await a_policy(play, await a_deal(play, client), number="AI-77")
    await play.say(SELLER, "/menu")
    await play.tap_data(SELLER, f"policy.annul:{policy}", play.screen(SELLER).message_id)
    await play.say(SELLER, "выписан с ошибкой")
    await play.say(SELLER, "да")
    found = await play.say(SELLER, "/find AI-77")
    assert "аннулирован" in found.text
    assert "до " not in found.text


async def test_a_policy_is_found_by_its_clients_new_name(play: Play) -> None:
    client = await a_client(play)
    await a_policy(play, await a_deal(play, client), number="AI-77")
    await play.tap_data(SELLER, f"client.set:{client}:name")
    await play.say(SELLER, "Сидоров Сидор")
    await play.say(SELLER, "/menu")
    assert "AI-77 · Сидоров Сидор" in (await play.say(SELLER, "сидор")).text
    assert "AI-77" not in (await play.say(SELLER, "иванов")).text


async def test_find_looks_for_what_follows_it_and_asks_for_it_without(play: Play) -> None:
    await a_client(play)
    assert "1. 👤 Иванов Иван" in (await play.say(SELLER, "/find иванов")).text
    assert "Что найти?" in (await play.say(SELLER, "/find")).text
    assert "1. 👤 Иванов Иван" in (await play.say(SELLER, "иванов")).text


@pytest.mark.parametrize("page", ["c", "x1", "p", "pp", "d-1"])
async def test_forged_pages_are_outdated(play: Play, page: str) -> None:
    await a_client(play)
    found = await play.say(SELLER, "Иванов")
    token = found.data("Новый клиент").partition(":")[2]
    await play.tap_data(SELLER, f"client.found:{token}:{page}")
    assert "устарел" in play.toast(SELLER)


async def test_a_page_of_an_earlier_search_is_outdated(play: Play) -> None:
    for number in range(6):
        await a_client(play, f"Иванов {number}", phone=f"+791612345{number:02}")
    old = await play.say(SELLER, "Иванов")
    await play.say(SELLER, "Петров")
    await play.tap_data(SELLER, old.data("Ещё клиенты"), old.message_id)
    assert "устарел" in play.toast(SELLER)


async def test_the_list_of_clients_pages_newest_first(play: Play) -> None:
    for number in range(7):
        await a_client(play, f"Клиент {number}", phone=f"+791612345{number:02}")
    first = await play.say(SELLER, "/clients")
    assert "1. 👤 Клиент 6" in first.text
    assert "Клиент 1" not in first.text
    second = await play.tap(SELLER, "Дальше")
    assert "1. 👤 Клиент 1" in second.text
    assert "Дальше ▶️" not in second.labels


async def test_clients_command_searches_for_what_follows_it(play: Play) -> None:
    await a_client(play)
    assert "1. 👤 Иванов Иван" in (await play.say(SELLER, "/clients иванов")).text


@pytest.mark.parametrize(
    "typed", ["XW7BF4FK6OS123456", "хw7вf4fк60s123456", "А123ОО77", "A1230077", "а 123 00 77", "/find a123oo"]
)
async def test_a_vin_or_a_plate_is_found_with_look_alikes_and_with_o_for_zero(play: Play, typed: str) -> None:
    deal = await opened_deal(play, insured="Toyota Camry XW7BF4FK60S123456 А123ОО77")
    await play.say(SELLER, "/menu")
    found = await play.say(SELLER, typed)
    assert "Toyota Camry" in found.text
    assert found.data("1") == f"deal.card:{deal}"


async def test_bare_number_opens_the_deal_that_has_it(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    for typed in (str(deal), f"№{deal}", f"сделка {deal}"):
        assert (await play.say(SELLER, typed)).subject == f"deal:{deal}"


@pytest.mark.parametrize("typed", ["{}", "/find {}", "сделка {}"])
async def test_number_of_somebody_elses_deal_says_no_more_than_one_that_is_missing(play: Play, typed: str) -> None:
    deal = await a_deal(play, await a_client(play), seller=OTHER_SELLER)
    hidden = await play.say(SELLER, typed.format(deal))
    missing = await play.say(SELLER, typed.format(deal + 1))
    assert hidden.text.replace(str(deal), str(deal + 1)) == missing.text
    assert hidden.labels == missing.labels
    assert (await play.say(MANAGER, str(deal))).subject == f"deal:{deal}"


async def test_what_nobody_has_can_be_added_with_its_data_filled_in(play: Play) -> None:
    await play.say(SELLER, "Сидоров Сидор 89161234567")
    nothing = await play.tap(SELLER, "Искать это")
    assert "ничего не нашёл" in nothing.text
    await play.tap(SELLER, "Добавить клиента")
    asked = await play.tap(SELLER, "Человек")
    assert "Сидоров Сидор: почта?" in asked.text


async def test_what_nobody_has_can_open_a_deal_with_its_data_filled_in(play: Play) -> None:
    await play.say(SELLER, "Сидоров Сидор")
    asked = await play.tap(SELLER, "Новая сделка")
    assert "Телефон клиента Сидоров Сидор?" in asked.text


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '" OR "',
        "иванов AND NOT петров",
        "NEAR(иванов петров)",
        "search_text:иванов",
        "иванов*",
        "^иванов",
        "{иванов} -петров",
        "'; DROP TABLE clients; --",
        "%_%",
        "100%",
        "\\",
        "ива\u202eнов",
        "а" * 4000,
        "🤷‍♀️🤷‍♀️",
        "я",
        ",,,",
        "0",
        "9" * 30,
    ],
)
async def test_hostile_words_find_nothing_and_break_nothing(play: Play, typed: str) -> None:
    await a_client(play, "Ли Мин", phone=None)
    answer = await play.say(SELLER, typed)
    assert answer.text
    assert "Ли Мин" not in answer.text
    assert play.toast(SELLER) == ""
    assert "1. 👤 Ли Мин" in (await play.say(SELLER, "ли")).text


async def test_wild_cards_of_the_database_are_letters_like_any_other(play: Play) -> None:
    await a_client(play, "ООО 100 процентов", phone=None)
    assert "Нашёл" in (await play.say(SELLER, "100%")).text  # punctuation does not matter
    assert "Нашёл" not in (await play.say(SELLER, "1%0")).text


async def test_executor_finds_only_clients_of_his_deals(play: Play) -> None:
    mine, other = await a_client(play, "Иванов Иван"), await a_client(play, "Иванов Пётр", phone="+79031112233")
    deal = await a_deal(play, mine)
    await a_deal(play, other)
    assert "нічого не знайшов" in (await play.say(EXECUTOR, "Иванов")).text
    await play.say(MANAGER, str(deal))
    await play.tap(MANAGER, "Ещё")
    await play.tap(MANAGER, "Исполнитель")
    await play.tap(MANAGER, "Taras")
    found = await play.say(EXECUTOR, "Иванов")
    assert "Иванов Иван" in found.text
    assert "Иванов Пётр" not in found.text
    assert "Иванов Пётр" not in (await play.say(EXECUTOR, "/clients")).text
    await play.tap_data(EXECUTOR, f"client.card:{other}")
    assert play.toast(EXECUTOR) == "Цей клієнт не з ваших угод."


async def test_sellers_managers_and_admins_find_every_client_but_sellers_only_their_deals(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    for person in (OTHER_SELLER, MANAGER, ADMIN):
        assert "Иванов Иван · +7 916 •••-45-67" in (await play.say(person, "Иванов")).text
    assert f" {deal} · " not in (await play.say(OTHER_SELLER, "Иванов")).text
    assert f" {deal} · " in (await play.say(MANAGER, "Иванов")).text


async def test_customers_and_strangers_search_nothing(play: Play) -> None:
    await a_client(play)
    for person in (CLIENT, STRANGER):
        assert "Иванов Иван" not in (await play.say(person, "Иванов")).text
        assert "Иванов Иван" not in (await play.say(person, "/clients")).text


async def test_words_found_nowhere_go_into_the_journal_of_the_deal_on_the_screen(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    await play.say(SELLER, str(deal))
    nothing = await play.say(SELLER, "просит без франшизы")
    assert f"📝 В журнал {deal}" in nothing.labels
    card = await play.tap(SELLER, "В журнал")
    assert "«просит без франшизы»" in card.text
    assert card.subject == f"deal:{deal}"


async def test_a_whole_letter_is_offered_to_the_journal_at_once(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    await play.say(SELLER, str(deal))
    asked = await play.say(SELLER, "Добрый день! " + "Клиент думает. " * 20)
    assert "Клиент думает." in asked.text
    assert "Нашёл" not in asked.text
