"""Until which day an offer holds, read from its line."""

from datetime import date

import pytest

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
