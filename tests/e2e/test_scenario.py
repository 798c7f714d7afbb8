"""The whole of it, from the first call to the commission, as people play it: over /sim/, against the real processes."""

import re

import pytest

from tests.e2e.processes import Installation
from tests.e2e.seats import EXECUTOR, SELLER, Seat
from tests.services.documents.files import pdf

pytestmark = [pytest.mark.process, pytest.mark.timeout(300)]

OFFERS = "Ингос 48200 фр15 КВ22\nРЕСО 51к без фр КВ 20\nАльфа 46900 10т фр рассрочка 60/40 КВ22"


async def test_a_deal_goes_from_the_first_call_to_the_commission(installation: Installation) -> None:
    seller, executor = Seat(installation.telegram, SELLER), Seat(installation.telegram, EXECUTOR)
    deal = await open_a_deal(seller)
    await ask_to_calculate(seller, deal)
    await answer_with_offers(executor, deal)
    await choose(seller)
    await issue(seller, executor)
    await pay_the_first_instalment(seller)
    await wake_on_the_next_instalment(installation, seller, deal)
    await settle_commission_and_expense(seller, deal)
    kept = "SELECT side, act, SUM(amount) FROM ledger_entries WHERE deal_id = {} GROUP BY side, act ORDER BY side, act"
    assert installation.rows(kept.format(deal)) == [
        ("expense", "planned", 100_000),
        ("expense", "settled", 100_000),
        ("income", "planned", 1_031_800),
        ("income", "settled", 619_080),
    ]


async def open_a_deal(seller: Seat) -> str:
    await seller.say("/newdeal", until="Кто клиент")
    await seller.say("Лебедев Олег", until="Телефон клиента")
    await seller.say("8 926 700-11-22", until="Что страхуем")
    await seller.tap("КАСКО", until="что именно страхуем")
    await seller.say("Toyota Camry 2021, А123ВС777", until="открыть сделку")
    card = await seller.tap("Открыть сделку", until="Сделка открыта")
    assert "Не хватает: паспорт, ВУ, СТС" in card["text"]
    dropped = await seller.drop("passport.pdf", "sts.pdf")
    await seller.hear("Не хватает: ВУ", after=dropped)
    found = re.search(r"Сделка (\d+)", card["text"])
    assert found
    return found[1]


async def ask_to_calculate(seller: Seat, deal: str) -> None:
    await seller.tap("Открыть сделку", until=f"Сделка {deal}")
    await seller.tap("Задача", until=f"Задача по сделке {deal}")
    await seller.tap("Посчитать", until="кому")
    await seller.tap("Тарас", until="К какому сроку")
    await seller.say("завтра 18:00", until="Пару слов")
    await seller.tap("Пропустить", until="поставить")
    await seller.tap("Поставить", until="Ход: исполнитель Тарас")


async def answer_with_offers(executor: Seat, deal: str) -> None:
    told = await executor.hear(f"Угода {deal}")
    await executor.tap("Беру", until="прийнята")
    await executor.tap("Папка", until=f"Папка угоди {deal}")
    shown = await executor.say(OFFERS, reply_to=told["id"], until="Зрозумів так")
    assert "частинами 60/40" in shown["text"]
    await executor.tap("Зберегти і здати", until="розрахунок здано")


async def choose(seller: Seat) -> None:
    told = await seller.hear("расчёт готов, 3 предложения")
    assert "КВ" not in told["text"]
    table = await seller.tap("Предложения", until="премия")
    assert table["text"].index("1 Альфа") < table["text"].index("Ингосстрах") < table["text"].index("РЕСО")
    await seller.tap("Клиенту", until="Что показать клиенту")
    await seller.tap("Текстом", until="Toyota Camry 2021")
    await seller.tap("Предложения", until="премия")
    await seller.tap("1. Альфа", until="Премия: 46")
    await seller.tap("Клиент выбрал", until="Как клиент")
    await seller.tap("60/40", until="Записать?")
    await seller.tap("Записать выбор", until="Этап: согласование")


async def issue(seller: Seat, executor: Seat) -> None:
    await seller.tap("Оформить", until="кому")
    await seller.tap("Тарас", until="К какому сроку")
    await seller.tap("Завтра", until="Пару слов")
    await seller.tap("Пропустить", until="поставить")
    await seller.tap("Поставить", until="Этап: оформление")
    await executor.hear("Оформлюємо: АльфаСтрахование")
    await executor.tap("Внести поліс", until="Номер поліса")
    await executor.say("AI-4471122", until="З якого дня")
    await executor.tap("Завтра", until="Надішліть файл")
    sent = await executor.telegram.send_file(EXECUTOR, pdf(b"policy"), name="AI-4471122.pdf")
    shown = await executor.hear("записати поліс", after=sent)
    assert re.search(r"1\. 28.140.*\n2\. 18.760", shown["text"]), shown["text"]
    await executor.tap("Записати поліс", until="Поліс записано")


async def pay_the_first_instalment(seller: Seat) -> None:
    await seller.hear("Тарас записывает полис КАСКО AI-4471122")
    await seller.tap("Полис", until="· оформлен")
    asked = await seller.tap("Оплата", until="Сколько пришло")
    assert "Взнос 1 из 2" in asked["text"]
    await seller.tap("28", until="записать оплату")
    await seller.tap("Записать", until="Оплата записана")
    card = await seller.tap("Открыть сделку", until="Этап: оплачена")
    assert "💤 Спит до" in card["text"]


async def wake_on_the_next_instalment(installation: Installation, seller: Seat, deal: str) -> None:
    [(wakes_on,)] = installation.rows(f"SELECT review_on FROM deals WHERE id = {deal}")
    of_deal = f"SELECT due_on FROM instalments JOIN policies ON policies.id = policy_id WHERE deal_id = {deal}"
    [(due_on,)] = installation.rows(f"{of_deal} AND position = 2")
    assert wakes_on == due_on, "the second instalment comes before the renewal"
    before = await installation.telegram.messages(SELLER)
    await installation.telegram.set_clock(f"{wakes_on}T09:00:00+03:00")
    brief = await seller.hear("Доброе утро", after=before[-1]["id"])
    assert re.search(rf"Взнос: сегодня · 18.760.₽\n{deal} ", brief["text"]), brief["text"]


async def settle_commission_and_expense(seller: Seat, deal: str) -> None:
    await seller.say(f"/find {deal}", until=f"Сделка {deal}")
    money = await seller.tap("Деньги", until=f"Деньги сделки {deal}")
    assert "КВ: всего 10" in money["text"]
    await seller.tap("1", until="Осталось")
    await seller.tap("Получено всё", until="в какой день")
    await seller.tap("Сегодня", until="Получено: 6")
    await seller.say(f"/find {deal}", until=f"Сделка {deal}")
    await seller.tap("Деньги", until=f"Деньги сделки {deal}")
    await seller.tap("Расход", until="На что")
    await seller.tap("Реферер", until="сколько")
    await seller.say("1 000", until="Кому")
    await seller.say("Анна", until="уже оплачено")
    await seller.say("да", until="в какой день")
    money = await seller.tap("Сегодня", until="Расход оплачен")
    shown = money["text"].replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert "Маржа: 9 318 ₽" in shown
    assert "на руках 5 190,80 ₽" in shown
