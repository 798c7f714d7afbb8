"""Clients in one line, and the answers of single questions."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.clients.parse import TypedClient, parse_client, parse_email, parse_kind, parse_phones
from handlers.parsing.result import Ask as Doubt
from models.client import ClientKind
from models.tax_number import TaxNumberKind
from services.clients.identifiers import TaxNumber

NOW = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("Europe/Moscow"))
INN, EDRPOU, RNOKPP = TaxNumberKind.INN, TaxNumberKind.EDRPOU, TaxNumberKind.RNOKPP
COMPANY, SOLE = ClientKind.COMPANY, ClientKind.SOLE_PROPRIETOR


@pytest.mark.parametrize(
    ("region", "line", "expected"),
    [
        (
            "RU",
            "Иванов Иван 89161234567 ivan@mail.ru",
            TypedClient("Иванов Иван", None, ["+79161234567"], ["ivan@mail.ru"]),
        ),
        (
            "RU",
            "Петрова Анна, 15.03.1980, +7 903 111 22 33; 8 903 111-22-34",
            TypedClient("Петрова Анна", None, ["+79031112233", "+79031112234"], [], None, date(1980, 3, 15)),
        ),
        (
            "RU",
            "ООО «Ромашка» ИНН 7707083893 тел. 8 (495) 123-45-67, почта: Info@Romashka.ru",
            TypedClient("ООО «Ромашка»", COMPANY, ["+74951234567"], ["info@romashka.ru"], TaxNumber(INN, "7707083893")),
        ),
        (
            "UA",
            "ФОП Коваль Оксана 0501234567 РНОКПП 3184710691",
            TypedClient("ФОП Коваль Оксана", SOLE, ["+380501234567"], [], TaxNumber(RNOKPP, "3184710691")),
        ),
        ("UA", "Ромашка ЄДРПОУ 14360570", TypedClient("Ромашка", COMPANY, [], [], TaxNumber(EDRPOU, "14360570"))),
        ("RU", "Сидоров 500100732259", TypedClient("Сидоров", None, [], [], TaxNumber(INN, "500100732259"))),
        ("RU", "Сидоров 500100732258", TypedClient("Сидоров 500100732258")),  # a wrong check digit stays in sight
        ("RU", "Сидоров ИНН 500100732258", TypedClient("Сидоров ИНН 500100732258")),
        ("RU", "тел 89161234567 89161234567", TypedClient(None, None, ["+79161234567"])),
        ("RU", "Иванов-Петров 2-й", TypedClient("Иванов-Петров 2-й")),
        ("RU", "Ivanov & Sons <Kyiv> ivan@", TypedClient("Ivanov & Sons <Kyiv> ivan@")),
        ("RU", "Иван 15.03.2050", TypedClient("Иван 15.03.2050")),  # nobody is born in the future
        ("RU", "😀", TypedClient()),
    ],
)
def test_what_a_line_tells(region: str, line: str, expected: TypedClient) -> None:
    assert parse_client(line, region, NOW) == expected


@given(st.text(max_size=300), st.sampled_from(["RU", "UA"]))
def test_any_line_is_read_without_an_error(line: str, region: str) -> None:
    typed = parse_client(line, region, NOW)
    assert typed.name is None or typed.name.strip()
    assert all(phone.startswith("+") for phone in typed.phones)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 916 123 45 67", ["+79161234567"]),
        ("89161234567, 89031112233", ["+79161234567", "+79031112233"]),
        ("8 916 123-45-67 8 903 111-22-33", ["+79161234567", "+79031112233"]),
        ("89161234567 доб. 12", ["+79161234567"]),
        ("8 916 123-45-6", Doubt("not-a-phone")),
        ("нет", None),
    ],
)
def test_phones_of_one_answer(text: str, expected: object) -> None:
    assert parse_phones(text, "RU") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" Ivan@Mail.RU ", "ivan@mail.ru"),
        ("иван@почта.рф", "иван@почта.рф"),
        ("ivan@mail", None),
        ("ivan mail.ru", None),
        ("a@b@c.ru", None),
        ("a" * 300 + "@mail.ru", None),
        ("<script>@mail.ru", None),
        ("", None),
    ],
)
def test_addresses(text: str, expected: str | None) -> None:
    assert parse_email(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ИП", SOLE), ("фоп.", SOLE), ("Компания", COMPANY), ("людина", ClientKind.INDIVIDUAL), ("Иванов", None)],
)
def test_kinds_in_a_word(text: str, expected: ClientKind | None) -> None:
    assert parse_kind(text) is expected
