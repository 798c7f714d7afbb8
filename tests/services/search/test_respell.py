"""O for 0 and 0 for O, where a VIN or a plate allows only one of them."""

import pytest

from services.search.respell import respelled


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("XW7BF4FK6OS123456", "XW7BF4FK60S123456"),
        ("хw7вf4fк6оs123456", "XW7BF4FK60S123456"),
        ("XW7BF4FKIQS123456", "XW7BF4FK10S123456"),
        ("XW7BF4FK60S123456", None),
        ("A1230077", "A123OO77"),
        ("а 123 00 77", "A123OO77"),
        ("А12ЗОО77", None),
        ("A12OBB177", "A120BB177"),
        ("А123ВС77", None),
        ("AA1234BO", None),
        ("АА12О4ВВ", "AA1204BB"),
        ("A1230", None),
        ("89161234567", None),
        ("Иванов", None),
    ],
)
def test_a_letter_is_told_from_a_digit_by_its_place(typed: str, meant: str | None) -> None:
    assert respelled(typed) == meant
