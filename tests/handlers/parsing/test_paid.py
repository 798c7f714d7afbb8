"""An amount with its day, in one answer."""

from datetime import UTC, date, datetime

import pytest

from handlers.parsing.paid import split_day
from handlers.parsing.result import Ask, Day

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize(
    ("typed", "amount", "day"),
    [
        ("18140 вчера", "18140", date(2026, 11, 22)),
        ("вчера 18140", "18140", date(2026, 11, 22)),
        ("18 140,50 ₽ позавчера", "18 140,50 ₽", date(2026, 11, 21)),
        ("18140 20.11", "18140", date(2026, 11, 20)),
        ("18140.50 20.11.2026", "18140.50", date(2026, 11, 20)),
        ("20/11 18140", "18140", date(2026, 11, 20)),
        ("18140 20 ноября", "18140", date(2026, 11, 20)),
        ("18 140 20 ноября", "18 140", date(2026, 11, 20)),
        ("пришло 18к в пятницу", "пришло 18к", date(2026, 11, 20)),
        ("1.5 млн вчера", "1.5 млн", date(2026, 11, 22)),
        ("18140 3 дня назад", "18140", date(2026, 11, 20)),
        ("18140 сегодня", "18140", date(2026, 11, 23)),
        ("18140 грн учора", "18140 грн", date(2026, 11, 22)),
        ("18140 20 листопада", "18140", date(2026, 11, 20)),
        ("у п'ятницю 18 140", "18 140", date(2026, 11, 20)),
        ("в пятницу 18 140", "18 140", date(2026, 11, 20)),
        ("20 ноября 18 140", "18 140", date(2026, 11, 20)),
        ("20 ноября 18140 р", "18140 р", date(2026, 11, 20)),
        ("18140 вчера в 15:00", "18140", date(2026, 11, 22)),
        ("18140 15 мая", "18140", date(2026, 5, 15)),
        ("18140 yesterday", "18140", date(2026, 11, 22)),
        ("18,140 on Friday", "18,140", date(2026, 11, 20)),
        ("Nov 20 $300", "$300", date(2026, 11, 20)),
        ("18140", "18140", None),
        ("18 140", "18 140", None),
        ("15 12", "15 12", None),
        ("1.5 млн", "1.5 млн", None),
        ("15000 руб 50 коп", "15000 руб 50 коп", None),
        ("15.11 20.11", "15.11 20.11", None),
        ("вчера", "вчера", None),
        ("", "", None),
    ],
)
def test_the_day_is_taken_out_and_the_amount_is_left(typed, amount, day):
    rest, said = split_day(typed, now=NOW, want="past", lang="uk" if "учора" in typed else None)
    assert (rest, said and said.date) == (amount, day)


@pytest.mark.parametrize(("typed", "why"), [("18140 завтра", "future-day"), ("18140 31 ноября", "day-does-not-exist")])
def test_a_day_that_cannot_be_is_asked(typed, why):
    _, said = split_day(typed, now=NOW, want="past", lang="ru")
    assert isinstance(said, Ask)
    assert said.why == why


def test_an_expense_may_be_to_come():
    assert split_day("1500 завтра", now=NOW, want="future", lang="ru") == ("1500", Day(date(2026, 11, 24)))
