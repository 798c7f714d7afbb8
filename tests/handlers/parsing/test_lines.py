"""The JSON contract of `crm parse money` and `crm parse date`."""

import pytest

from handlers.parsing.lines import UnknownKind, parse_line

NOW = "2026-10-14T12:30:00+03:00"


def result(kind, text, *, lang="ru", **given):
    return parse_line(kind, {"id": 7, "text": text, "lang": lang, "given": given})["result"]


def test_the_answer_carries_the_id_of_its_line():
    assert parse_line("money", {"id": "a-1", "text": "1200"}) == {
        "id": "a-1",
        "result": {"amount": 120000, "currency": "RUB"},
    }


@pytest.mark.parametrize(
    ("given", "currency"),
    [
        ({}, "RUB"),
        ({"region": "RU"}, "RUB"),
        ({"region": "UA"}, "UAH"),
        ({"region": "ua"}, "UAH"),
        ({"region": "KZ"}, "RUB"),
        ({"region": "UA", "currency": "USD"}, "USD"),
        ({"currency": "eur"}, "EUR"),
        ({"currency": None, "region": None}, "RUB"),
    ],
)
def test_the_currency_is_given_or_the_regions_or_roubles(given, currency):
    assert result("money", "1 200,50", **given) == {"amount": 120050, "currency": currency}


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("завтра", {}, {"date": "2026-10-15", "time": None}),
        ("завтра в 9:05", {}, {"date": "2026-10-15", "time": "09:05"}),
        ("завтра", {"want": "past"}, {"ask": "future-day"}),
        ("вчера", {"want": "past"}, {"date": "2026-10-13", "time": None}),
        ("вчера", {"want": None}, {"ask": "past-day"}),
        ("завтра", {"now": "2026-10-14T23:30:00+00:00"}, {"date": "2026-10-15", "time": None}),
        ("завтра", {"now": "2026-10-14T10:00:00Z"}, {"date": "2026-10-15", "time": None}),
        ("привет", {}, None),
    ],
)
def test_a_day_has_its_date_and_its_time_or_null(text, given, expected):
    assert result("date", text, **{"now": NOW, **given}) == expected


@pytest.mark.parametrize(("lang", "expected"), [("uk", "2026-10-15"), ("uk-UA", "2026-10-15"), ("ru", None)])
def test_the_language_of_the_line_is_used(lang, expected):
    answer = result("date", "за день", lang=lang, now=NOW)
    assert answer.get("date") == expected


@pytest.mark.parametrize("text", [None, "", "не знаю"])
def test_what_was_not_said_is_null(text):
    assert result("money", text) is None


def test_what_cannot_be_known_is_asked_by_its_code():
    assert result("money", "10-12 тыс") == {"ask": "range"}


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("money", {"currency": "KZT"}),
        ("date", {}),
        ("date", {"now": "yesterday"}),
        ("date", {"now": "2026-10-14T12:30:00"}),
        ("date", {"now": 5}),
        ("date", {"now": NOW, "want": "both"}),
    ],
)
def test_a_given_value_of_no_use_is_named_and_stops_nothing(kind, given):
    assert result(kind, "завтра 5000", **given) == {"ask": "bad-given"}


def test_given_of_a_wrong_shape_is_named_too():
    assert parse_line("money", {"id": 1, "text": "5", "given": [1]})["result"] == {"ask": "bad-given"}


def test_a_kind_without_a_parser_is_an_error():
    with pytest.raises(UnknownKind):
        parse_line("weather", {"id": 1, "text": "дождь"})


def test_until_when_an_offer_holds_is_shown_where_today_is_known():
    [told] = result("offers", "Ингос 48200 фр15 до 30.11", now=NOW)
    [untold] = result("offers", "Ингос 48200 фр15", now=NOW)
    assert told == {**untold, "valid_until": "2026-11-30"}
