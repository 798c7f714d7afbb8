"""What tells who somebody is does not leave the house; what is insured does."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.scoring.redact import redact

GONE = [
    # phones as people write them
    "8 (916) 123-45-67",
    "+7 916 123 45 67",
    "+380501234567",
    "0501234567",
    "123-45-67",
    "８９１６１２３４５６７",
    "8·916·123·45·67",
    "8_916_123_45_67",
    "8\u200b9161234567",
    # addresses
    "ivan.petrov@mail.ru",
    "ivan (at) mail.ru",
    "иван@почта.рф",
    "@ivan_petrov",
    "https://vk.com/id12345",
    "t.me/ivanpetrov",
    # vehicles
    "XTA210990Y2765432",
    "ХТА210990У2765432",
    "А123ВС777",
    "а 123 вс 77",
    "AA 1234 BB",
    "AA1234BB",
    # documents
    "паспорт 4506 123456",
    "серия 4506 номер 123456",
    "МЕ 123456 паспорт МЕ123456",
    "ИНН 7707083893",
    "СНИЛС 112-233-445 95",
    "полис ХХХ 0123456789",
    "ПТС 63 МВ 123456",
    "card 4276 1234 5678 9012",
    "родился 12.05.1985",
]
LEFT = [
    "КАСКО на Камри 2021, пробег 54 000 км",
    "бюджет 85000 руб, франшиза 15000",
    "стоимость 1 850 000 рублей",
    "ДМС на 30 человек с 1 января",
    "квартира 54 м², 3 этаж",
    "DAF XF 480, 2018 г.",
    "ипотека 12 500 000, ставка 9,5%",
]


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


@pytest.mark.parametrize("private", GONE)
def test_it_is_taken_out(private: str) -> None:
    sent = redact(f"Хочу страховку, {private}, перезвоните")
    assert len(digits(sent)) <= 2, sent
    assert "@" not in sent
    assert sent.startswith("Хочу страховку")
    assert sent.endswith("перезвоните")


@pytest.mark.parametrize("fact", LEFT)
def test_what_is_insured_stays(fact: str) -> None:
    assert redact(fact).replace("м2", "м²") == fact


@pytest.mark.parametrize(
    ("said", "sent"),
    [
        ("Иванов просил", "[name] просил"),
        ("перезвонить Иванову и Ивановой", "перезвонить [name] и [name]"),
        ("жена Марии", "жена [name]"),
        ("МАРИЯ", "[name]"),
        ("ООО «Ромашка» хочет ДМС", "[name] «[name]» хочет ДМС"),
        ("мама", "мама"),
    ],
)
def test_known_names_go_with_their_endings(said: str, sent: str) -> None:
    assert redact(said, names=["Мария Иванова", "Иванов И.", "ООО Ромашка"]) == sent


@given(st.from_regex(r"(\+?7|8|0|\+380)[ -]?\(?\d{3}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}", fullmatch=True), st.text())
def test_no_phone_survives_whatever_stands_around_it(phone: str, around: str) -> None:
    assert digits(phone)[-7:] not in digits(redact(f"{around} {phone} end"))[-7:]


@pytest.mark.parametrize(
    "nasty",
    [
        "a" * 4096,
        "a." * 2048,
        "a@" * 2048,
        "1a" * 2048,
        "1 " * 2048,
        "а1" * 3 + "б" * 4090,
        "паспорт " * 512,
        "@" * 4096,
    ],
)
def test_no_text_keeps_the_process_busy(nasty: str) -> None:
    begun = time.process_time()
    redact(nasty, names=["Иванов Иван"])
    assert time.process_time() - begun < 0.2


@given(st.text(max_size=400))
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(redact(text, names=[text[:20]]), str)
