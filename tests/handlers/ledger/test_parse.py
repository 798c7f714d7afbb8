"""Per cents, categories and answers as people type them."""

import pytest

from handlers.ledger.parse import parse_basis, parse_category, parse_rate, says_more_comes, says_no_end, says_paid
from models.ledger import Category, ExpenseBasis


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("22", 2200),
        ("22%", 2200),
        ("22,5 %", 2250),
        ("КВ 22.55", 2255),
        ("10 % от КВ", 1000),
        ("3% премии", 300),
        ("5 відсотків премії", 500),
        ("10% of commission", 1000),
        ("0", 0),
        ("100", 10_000),
    ],
)
def test_a_per_cent_is_read(typed: str, rate: int) -> None:
    assert parse_rate(typed) == rate


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("101", "err-rate-out-of-range"),
        ("-5", "err-rate-out-of-range"),
        ("−5%", "err-rate-out-of-range"),
        ("9" * 40, "err-rate-out-of-range"),
        ("22,555", "err-rate-too-precise"),
        ("20-25", "err-rate-not-understood"),
        ("1 000", "err-rate-not-understood"),
        ("22 рубля", "err-rate-not-understood"),
        ("двадцать", "err-rate-not-understood"),
        ("20 или 25", "err-rate-not-understood"),
        ("", "err-rate-not-understood"),
    ],
)
def test_any_other_is_refused_with_words(typed: str, problem: str) -> None:
    refused = parse_rate(typed)
    assert not isinstance(refused, int)
    assert refused.key == problem


def test_what_a_share_is_of_is_heard() -> None:
    assert parse_basis("10 % от КВ") is ExpenseBasis.COMMISSION
    assert parse_basis("3% премії") is ExpenseBasis.PREMIUM
    assert parse_basis("3%") is None


@pytest.mark.parametrize(
    ("typed", "category"),
    [
        ("скидка", Category.DISCOUNT),
        ("знижка клієнту", Category.DISCOUNT),
        ("агенту", Category.REFERRER),
        ("other", Category.OTHER),
        ("??", None),
    ],
)
def test_a_category_is_heard(typed: str, category: Category | None) -> None:
    assert parse_category(typed) is category


def test_yes_and_no_in_other_words() -> None:
    assert [says_more_comes(typed) for typed in ("позже", "это всё", "that is all", "ага")] == [
        True,
        False,
        False,
        None,
    ]
    assert [says_paid(typed) for typed in ("уже оплатил", "предстоит", "хм")] == [True, False, None]
    assert says_no_end("бессрочно")
