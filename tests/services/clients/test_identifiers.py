"""Vectors: the registers' own published numbers (Sberbank, Gazprom, the NBU, PrivatBank ...) and python-stdnum's."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from models.tax_number import TaxNumberKind
from services.clients.identifiers import (
    IdentifierProblem,
    Passport,
    TaxNumber,
    mask_email,
    mask_passport,
    mask_phone,
    mask_tax_number,
    normalise_plate,
    parse_kpp,
    parse_ogrn,
    parse_passport,
    parse_plate,
    parse_tax_number,
    parse_vin,
)

CHARACTERS = IdentifierProblem.WRONG_CHARACTERS
LENGTH = IdentifierProblem.WRONG_LENGTH
CHECK = IdentifierProblem.WRONG_CHECK_DIGIT
IMPOSSIBLE = IdentifierProblem.IMPOSSIBLE

INN_10 = ("7707083893", "7736050003", "7830002293", "6449013711")
INN_12 = ("500100732259", "123456789047")
EDRPOU = ("14360570", "20077720", "00032106", "21560045")
EDRPOU_MIDDLE_ROW = ("32855961", "40075815", "37193071", "43005393", "39787008")
RNOKPP = ("1759013776", "2530414071", "3184710691")
OGRN = ("1027700132195", "1027700070518", "1037739010891", "5077746887312")
OGRNIP = ("304500116000157", "316861700133226", "385768585948949")
OGRNIP_WITH_LONG_REMAINDER = ("304463210700212",)


@pytest.mark.parametrize("number", INN_10 + INN_12)
def test_published_inn_are_accepted(number):
    assert parse_tax_number(number, "RU") == TaxNumber(TaxNumberKind.INN, number)


@pytest.mark.parametrize("number", EDRPOU + EDRPOU_MIDDLE_ROW)
def test_published_edrpou_of_both_weight_rows_are_accepted(number):
    assert parse_tax_number(number, "UA") == TaxNumber(TaxNumberKind.EDRPOU, number)


@pytest.mark.parametrize("number", RNOKPP)
def test_published_rnokpp_are_accepted(number):
    assert parse_tax_number(number, "UA") == TaxNumber(TaxNumberKind.RNOKPP, number)


@pytest.mark.parametrize("number", OGRN + OGRNIP + OGRNIP_WITH_LONG_REMAINDER)
def test_published_registration_numbers_are_accepted(number):
    assert parse_ogrn(number) == number


@pytest.mark.parametrize(
    ("typed", "region", "value"),
    [
        ("ИНН 7707083893", "RU", "7707083893"),
        ("инн: 7707 083 893", "RU", "7707083893"),
        ("ИНН №7707083893", "RU", "7707083893"),
        (" 7707-083-893 \n", "RU", "7707083893"),
        ("７７０７０８３８９３", "RU", "7707083893"),
        ("ЄДРПОУ 14360570", "UA", "14360570"),
        ("код ЄДРПОУ: 00032106", "UA", "00032106"),
        ("ІПН 2530414071", "UA", "2530414071"),
    ],
)
def test_labels_and_separators_do_not_matter(typed, region, value):
    assert parse_tax_number(typed, region).value == value


@pytest.mark.parametrize(
    ("typed", "region", "problem"),
    [
        ("7707083894", "RU", CHECK),
        ("500100732258", "RU", CHECK),
        ("500100732249", "RU", CHECK),
        ("14360571", "UA", CHECK),
        ("32855968", "UA", CHECK),
        ("1759013770", "UA", CHECK),
        ("7707083893", "UA", CHECK),  # an ИНН is not a РНОКПП
        ("770708389", "RU", LENGTH),
        ("14360570", "RU", LENGTH),
        ("500100732259", "UA", LENGTH),
        ("77070838931", "RU", LENGTH),
        ("7707083893/773601001", "RU", LENGTH),
        ("нет", "RU", CHARACTERS),
        ("", "RU", CHARACTERS),
        ("77O7083893", "RU", CHARACTERS),
        ("٧٧٠٧٠٨٣٨٩٣", "RU", CHARACTERS),
        ("0000000000", "RU", IMPOSSIBLE),
        ("00000000", "UA", IMPOSSIBLE),
    ],
)
def test_a_wrong_tax_number_is_a_named_problem(typed, region, problem):
    assert parse_tax_number(typed, region) is problem


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("1027700132196", CHECK),
        ("304500116000158", CHECK),
        ("0027700132195", IMPOSSIBLE),
        ("904500116000157", IMPOSSIBLE),
        ("30450011600015Б", CHARACTERS),
        ("10277001321", LENGTH),
        ("ОГРНИП 304 500 116 000 157", "304500116000157"),
    ],
)
def test_registration_numbers_are_checked(typed, result):
    assert parse_ogrn(typed) == result


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("773601001", "773601001"),
        ("КПП 7736 01 001", "773601001"),
        ("7736AB001", "7736AB001"),
        ("77360100", LENGTH),
        ("77360100Z", CHARACTERS),
        ("7736яж001", CHARACTERS),
    ],
)
def test_kpp_has_a_shape_only(typed, result):
    assert parse_kpp(typed) == result


def changed_digit(draw, number: str) -> str:
    position = draw(st.integers(0, len(number) - 1))
    digit = draw(st.sampled_from([d for d in "0123456789" if d != number[position]]))
    return number[:position] + digit + number[position + 1 :]


def weighted(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11


@st.composite
def inn_10_and_one_digit_off(draw):
    body = draw(st.text("0123456789", min_size=9, max_size=9))
    check = weighted(body, (2, 4, 10, 3, 5, 9, 4, 6, 8)) % 10
    assume(check != 0)  # remainders 0 and 10 share the digit 0: the only blind spot
    number = f"{body}{check}"
    return number, changed_digit(draw, number)


@st.composite
def rnokpp_and_one_digit_off(draw):
    body = draw(st.text("0123456789", min_size=9, max_size=9))
    check = weighted(body, (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 10
    assume(check != 0)
    number = f"{body}{check}"
    return number, changed_digit(draw, number)


@st.composite
def inn_12_and_one_digit_off(draw):
    body = draw(st.text("0123456789", min_size=10, max_size=10))
    first = weighted(body, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 10
    second = weighted(f"{body}{first}", (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 10
    assume(first != 0)
    number = f"{body}{first}{second}"
    return number, changed_digit(draw, number)


@st.composite
def edrpou_and_one_digit_off(draw):
    body = draw(st.text("0123456789", min_size=7, max_size=7))
    row = (7, 1, 2, 3, 4, 5, 6) if body[0] in "345" else (1, 2, 3, 4, 5, 6, 7)
    check = weighted(body, row)
    assume(check < 10)
    number = f"{body}{check}"
    other = changed_digit(draw, number)
    assume((other[0] in "345") == (body[0] in "345"))  # another row is another code
    assume(weighted(other[:7], row) < 10)  # the second pass has weights of its own
    return number, other


@st.composite
def ogrn_and_one_digit_off(draw):
    body = str(draw(st.integers(10**11, 10**12 - 1)))
    check = int(body) % 11 % 10
    assume(check != 0)
    number = f"{body}{check}"
    return number, changed_digit(draw, number)


@st.composite
def ogrnip_and_one_digit_off(draw):
    body = str(draw(st.integers(3 * 10**13, 5 * 10**13 - 1)))
    check = int(body) % 13 % 10
    assume(check > 2)  # remainders 10, 11, 12 share the digits 0, 1, 2
    number = f"{body}{check}"
    return number, changed_digit(draw, number)


@given(inn_10_and_one_digit_off() | inn_12_and_one_digit_off())
def test_an_inn_with_one_digit_changed_is_refused(pair):
    number, other = pair
    assert parse_tax_number(number, "RU") == TaxNumber(TaxNumberKind.INN, number)
    assert parse_tax_number(other, "RU") is CHECK


@given(rnokpp_and_one_digit_off() | edrpou_and_one_digit_off())
def test_a_ukrainian_number_with_one_digit_changed_is_refused(pair):
    number, other = pair
    assume(number.strip("0"))
    assert parse_tax_number(number, "UA").value == number
    assert parse_tax_number(other, "UA") is CHECK


@given(ogrn_and_one_digit_off() | ogrnip_and_one_digit_off())
def test_a_registration_number_with_one_digit_changed_is_refused(pair):
    number, other = pair
    assert parse_ogrn(number) == number
    assert parse_ogrn(other) in {CHECK, IMPOSSIBLE}


@pytest.mark.parametrize(
    ("typed", "region", "result"),
    [
        ("4509 123456", "RU", Passport("4509", "123456")),
        ("45 09 №123456", "RU", Passport("4509", "123456")),
        ("паспорт 4509123456", "RU", Passport("4509", "123456")),
        ("450912345", "RU", LENGTH),
        ("45O9123456", "RU", CHARACTERS),
        ("АВ 123456", "UA", Passport("АВ", "123456")),
        ("ab123456", "UA", Passport("АВ", "123456")),  # typed in Latin look-alikes
        ("ЮЯ № 654321", "UA", Passport("ЮЯ", "654321")),
        ("000123456", "UA", Passport("", "000123456")),
        ("ЫЫ123456", "UA", CHARACTERS),
        ("QW123456", "UA", CHARACTERS),
        ("АВ12345", "UA", LENGTH),
    ],
)
def test_passports_of_both_countries(typed, region, result):
    assert parse_passport(typed, region) == result


def test_a_passport_is_kept_as_one_value():
    assert parse_passport("AB 123456", "UA").value == "АВ123456"


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("XTA210990Y2765499", "XTA210990Y2765499"),
        ("хта210990у2765499", "XTA210990Y2765499"),  # Cyrillic
        ("VIN: XTA 210990 Y 2765499", "XTA210990Y2765499"),
        ("1HGCM82633A004352", "1HGCM82633A004352"),
        ("1HGCM82633A00435O", CHARACTERS),
        ("1HGCM82633A00435І", CHARACTERS),
        ("1HGCM82633A00435Q", CHARACTERS),
        ("1HGCM82633A00435Ж", CHARACTERS),
        ("1HGCM82633A00435", LENGTH),
        ("", LENGTH),
    ],
)
def test_vin_has_17_characters_without_i_o_q(typed, result):
    assert parse_vin(typed) == result


@pytest.mark.parametrize(
    ("typed", "region", "result"),
    [
        ("А123ВС77", "RU", "A123BC77"),
        ("a123bc 777", "RU", "A123BC777"),
        ("а 123 вс | 77".replace("|", ""), "RU", "A123BC77"),
        ("АВ 1234 77", "RU", "AB123477"),
        ("1234 АВ 77", "RU", "1234AB77"),
        ("ММ 55 АА 77", "RU", "MM55AA77"),
        ("АВ 123 С 77", "RU", "AB123C77"),
        ("004 CD 1 77", "RU", "004CD177"),
        ("АА 1234 ВВ", "UA", "AA1234BB"),
        ("aa1234bb", "UA", "AA1234BB"),
        ("ІА1234КК", "UA", "IA1234KK"),
        ("12345 КА", "UA", "12345KA"),
        ("11 АА 1234", "UA", "11AA1234"),
        ("Ж123ВС77", "RU", IMPOSSIBLE),
        ("А123ВС7", "RU", IMPOSSIBLE),
        ("АА1234ВВ", "RU", IMPOSSIBLE),
        ("А123ВС77", "UA", IMPOSSIBLE),
        ("АА1234ЯЯ", "UA", IMPOSSIBLE),
    ],
)
def test_plates_are_kept_in_latin(typed, region, result):
    assert parse_plate(typed, region) == result


@given(st.text("АВЕКМНОРСТУХ0123456789", min_size=1, max_size=9))
def test_a_plate_compares_equal_in_either_alphabet(plate):
    latin = plate.translate(str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX"))
    assert normalise_plate(plate.lower()) == normalise_plate(f" {latin} ") == latin


@given(st.text())
def test_any_text_is_a_value_or_a_problem(text):
    for region in ("RU", "UA"):
        assert isinstance(parse_tax_number(text, region), TaxNumber | IdentifierProblem)
        assert isinstance(parse_passport(text, region), Passport | IdentifierProblem)
        assert isinstance(parse_plate(text, region), str | IdentifierProblem)
    for parse in (parse_kpp, parse_ogrn, parse_vin):
        assert isinstance(parse(text), str | IdentifierProblem)


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("+79161234567", "+7 916 •••-45-67"),
        ("+380501234567", "+380 50 •••-45-67"),
        ("+4915112345678", "+49 •••-56-78"),
        ("+1234", "•••"),
        ("", "•••"),
    ],
)
def test_a_masked_phone_keeps_the_operator_and_the_end(phone, masked):
    assert mask_phone(phone) == masked


@pytest.mark.parametrize(
    ("passport", "masked"),
    [
        ("4509123456", "•••• ••••56"),
        ("АВ123456", "•• ••••56"),
        ("000123456", "•••••••56"),
        ("1234", "•••"),
    ],
)
def test_a_masked_passport_keeps_two_digits(passport, masked):
    assert mask_passport(passport) == masked


@pytest.mark.parametrize(
    ("number", "masked"),
    [("500100732259", "••••••••2259"), ("7707083893", "••••••3893"), ("14360570", "••••0570"), ("123", "•••")],
)
def test_tax_number_is_masked(number: str, masked: str) -> None:
    assert mask_tax_number(number) == masked


@pytest.mark.parametrize(
    ("email", "masked"),
    [
        ("olena@example.com", "o•••@example.com"),
        ("a@b.example", "•••@b.example"),
        ("@example.com", "•••"),
        ("not an address", "•••"),
    ],
)
def test_a_masked_address_keeps_the_domain(email, masked):
    assert mask_email(email) == masked


@given(st.from_regex(r"\+[1-9]\d{9,14}", fullmatch=True))
def test_a_masked_phone_hides_at_least_three_digits(phone):
    assert sum(c.isdigit() for c in mask_phone(phone)) <= len(phone) - 1 - 3
