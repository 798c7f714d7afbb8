"""Until which day an offer holds, read from its line."""

from datetime import date

import pytest

from handlers.calculations.lines import doubts_of
from handlers.calculations.parse import typed_lines
from handlers.parsing.offers import InsurerBook
from models.money import Currency
from services.insurers.seed import SEED_INSURERS

BOOK = InsurerBook(SEED_INSURERS)
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "until", "unknown"),
    [
        ("Тинькофф 45 900 без франшизы до 5.12", "2026-12-05", []),
        ("Тинькофф 45 900 без франшизы до 05.12.2026", "2026-12-05", []),
        ("Ингос 48200 действует до 5 декабря, КВ 20", "2026-12-05", []),
        ("Ингос 48200 до 10.01", "2027-01-10", []),
        ("Ингос 48200 фр15 до 30.11", "2026-11-30", []),
        ("Ингос 48200 фр15 до 30/11", "2026-11-30", []),
        ("Ингос 48200 фр15 КВ22 (до 30 ноя)", "2026-11-30", []),
        ("Ингос 48200 до 30.11 фр15 рассрочка 2", "2026-11-30", []),
        ("Ингос 48200 фр15 действует 14 дней", "2026-12-07", []),
        ("Ингос 48200 цена действует еще 3 дня", "2026-11-26", []),
        ("Ингос 48200 актуально 2 недели", "2026-12-07", []),
        ("Ингос 48200 действует неделю", "2026-11-30", []),
        ("Ингос 48200 действ. до 30.11 включительно", "2026-11-30", []),
        ("Ингос 48200 в силе до пятницы", "2026-11-27", []),
        ("Ингос 48200 фр 15 до конца месяца", "2026-11-30", []),
        ("ТАС 18140 дійсна до 30.11", "2026-11-30", []),
        ("ТАС 18140 без франшизи, пропозиція дійсна до 5 грудня", "2026-12-05", []),
        ("ТАС 18140 діє 10 днів", "2026-12-03", []),
        ("ТАС 18140 чинна протягом тижня", "2026-11-30", []),
        ("ТАС 18140 чинна до п’ятниці", "2026-11-27", []),
        ("ТАС 18140 до кінця місяця", "2026-11-30", []),
        ("Ingos 48200 valid till 30.11", "2026-11-30", []),
        ("Ingos 48200 ded 15k, valid until 30 November", "2026-11-30", []),
        ("Ingos 48200 good till Nov 30", "2026-11-30", []),
        ("Ingos 48200 valid for 2 weeks", "2026-12-07", []),
        ("Ingos 48200 quote valid 14 days", "2026-12-07", []),
        ("Ingos 48200 till the end of the month", "2026-11-30", []),
        ("Ingos 48200 until Friday", "2026-11-27", []),
        ("Ингос 3200 полис действует 14 дней", None, ["14 дней"]),
        ("Ингос 48200 рассрочка 2 до 30.11", None, ["до 30.11"]),
        ("Ингос 48200 с 5 декабря до 10 января", None, ["5 декабря", "до 10 января"]),
        ("Ингос 3200 на 14 дней", None, []),
        ("Ингос 48200 до 05.06.2027", None, ["до 05.06.2027"]),
        ("Ингос 48200 до 01.11.2026", None, ["до 01.11.2026"]),
        ("Ингос 48200, оплата до 5.12", None, ["до 5.12"]),
        ("Ингос 48200 с 5.12.2026 до 10.12.2026", None, ["5.12.2026", "до 10.12.2026"]),
        ("Ингос 48200 фр 15", None, []),
    ],
)
def test_the_day_an_offer_holds_until_is_no_money_and_no_riddle(typed, until, unknown):
    [line] = typed_lines(typed, BOOK, "RU", Currency.RUB, TODAY)
    assert (line.get("valid_until"), line["unknown"]) == (until, unknown)
    assert "amount" in line["premium"]


@pytest.mark.parametrize(
    ("typed", "untils"),
    [
        ("Ингос 48200 до 30.11, РЕСО 51000 до 5.12", ["2026-11-30", "2026-12-05"]),
        ("Ингос 48200 до 30.11\nРЕСО 51к", ["2026-11-30", None]),
        ("Ингос 48200\nРЕСО 51к\nДействуют до 30.11", ["2026-11-30", "2026-11-30"]),
        ("Ингос 48200\nдо 30.11\nРЕСО 51к\nдо 5.12", ["2026-11-30", "2026-12-05"]),
        ("До 30.11:\nИнгос 48200\nРЕСО 51к до 5.12", ["2026-11-30", "2026-12-05"]),
        ("Ингос 48200\nРЕСО 51к\nвсе действуют 14 дней", ["2026-12-07", "2026-12-07"]),
    ],
)
def test_each_offer_of_a_message_has_its_own_day_and_a_line_of_its_own_is_for_all(typed, untils):
    lines = typed_lines(typed, BOOK, "RU", Currency.RUB, TODAY)
    assert [line.get("valid_until") for line in lines] == untils
    assert not any(doubts_of(line) for line in lines)


def test_two_days_are_asked():
    [line] = typed_lines("Ингос 48200 до 30.11 и до 5.12", BOOK, "RU", Currency.RUB, TODAY)
    assert doubts_of(line) == {"valid_until": "two-days"}
