"""An offer written out as one would type it says the same again."""

from datetime import date

import pytest

from handlers.calculations.lines import FIELDS
from handlers.calculations.parse import retyped, typed_lines
from handlers.parsing.offers import InsurerBook
from models.money import Currency
from services.insurers.seed import SEED_INSURERS

BOOK = InsurerBook(SEED_INSURERS)
NAMES = {insurer.code: insurer.name for insurer in SEED_INSURERS}
TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    [
        "Ингос 48200 фр15 КВ22 до 30.11",
        "РЕСО 51к без фр на год",
        "Альфа 46900,50 10т фр рассрочка 2 СС 1,85 млн",
        "ВСК 44100 фр 1% КВ 20 программа Классик",
        "Зетта 300$ фр 50$",
    ],
)
def test_what_is_written_out_is_read_as_it_was(typed):
    [line] = typed_lines(typed, BOOK, "RU", Currency.RUB, TODAY)
    [again] = typed_lines(retyped(line, NAMES[line["insurer"]]), BOOK, "RU", Currency.RUB, TODAY)
    assert {name: again.get(name) for name in FIELDS} == {name: line.get(name) for name in FIELDS}
