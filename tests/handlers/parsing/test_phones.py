"""Phone numbers as people type them in Russia and Ukraine."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Ask, Phone
from tests.handlers.parsing.tables import rows


def told(text: str, region: str) -> str:
    match parse_phone(text, region):
        case Phone(e164, None):
            return e164
        case Phone(e164, extension):
            return f"{e164} ext {extension}"
        case Ask(why):
            return f"ask {why}"
        case _:
            return "nothing"


RUSSIA = rows("""
+79161234567 | +79161234567
+7 916 123-45-67 | +79161234567
+7 (916) 123-45-67 | +79161234567
8-916-123-45-67 | +79161234567
8 (916) 123 45 67 | +79161234567
89161234567 | +79161234567
79161234567 | +79161234567
9161234567 | +79161234567
916 123 45 67 | +79161234567
(495) 123-45-67 | +74951234567
８９１６１２３４５６７ | +79161234567
тел. 8-916-123-45-67 | +79161234567
мой номер 89161234567! | +79161234567
+89161234567 | +79161234567
8.916.123.45.67 | +79161234567
8–916–123–45–67 | +79161234567
380501234567 | +380501234567
+380 50 123 45 67 | +380501234567
8-10-380-50-123-45-67 | +380501234567
0501234567 | +380501234567
80501234567 | +380501234567
375291234567 | +375291234567
77011234567 | +77011234567
8 495 123-45-67 доб. 123 | +74951234567 ext 123
84951234567 доб 12 | +74951234567 ext 12
84951234567 ext. 7 | +74951234567 ext 7
84951234567#45 | +74951234567 ext 45
84951234567 вн. 5 | +74951234567 ext 5
89161234567, 89161234567 | +79161234567
89161234567, 89261234567 | ask two-phones
89161234567 89261234567 | ask not-a-phone
123-45-67 | ask not-a-phone
8916123456 | ask not-a-phone
891612345678 | ask not-a-phone
12345678901234567890 | ask not-a-phone
+1 555 | nothing
Иванов | nothing
1234 | nothing
дом 15 кв 3 | nothing
""")

UKRAINE = rows("""
+380501234567 | +380501234567
380501234567 | +380501234567
0501234567 | +380501234567
050 123 45 67 | +380501234567
(050) 123-45-67 | +380501234567
501234567 | +380501234567
80501234567 | +380501234567
8 050 123 45 67 | +380501234567
067-123-45-67 | +380671234567
044 123 45 67 внутр. 12 | +380441234567 ext 12
+79161234567 | +79161234567
79161234567 | +79161234567
89161234567 | +79161234567
9161234567 | ask not-a-phone
""")


@pytest.mark.parametrize(("typed", "meaning"), RUSSIA)
def test_a_number_typed_in_russia(typed, meaning):
    assert told(typed, "RU") == meaning


@pytest.mark.parametrize(("typed", "meaning"), UKRAINE)
def test_a_number_typed_in_ukraine(typed, meaning):
    assert told(typed, "UA") == meaning


def test_invisible_marks_of_a_copied_contact_change_nothing():
    assert told("\u202a+7 916 123\u201145\u201167\u202c", "RU") == "+79161234567"


@given(st.text(max_size=250), st.sampled_from(["RU", "UA"]))
def test_no_text_raises(text, region):
    parse_phone(text, region)


@given(st.integers(min_value=9000000000, max_value=9999999999), st.sampled_from(["+7", "8", "7", ""]))
def test_every_way_of_typing_a_mobile_number_gives_the_same(national, prefix):
    plain = parse_phone(f"+7{national}", "RU")
    assert parse_phone(f"{prefix}{national}", "RU") == plain or isinstance(plain, Ask)


@pytest.mark.parametrize("text", ["1-" * 2048, "(" * 4096, "+" * 4096, "1-" * 100, "(1" * 100, "+1" * 100])
def test_hostile_text_is_answered_at_once(text):
    parse_phone("89161234567", "RU")
    start = time.perf_counter()
    parse_phone(text, "RU")
    assert time.perf_counter() - start < 0.1
