import re
import sqlite3
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.search.normalise import search_query, search_text

OUR_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґabcdefghijklmnopqrstuvwxyz"
TYPED = st.text(OUR_LETTERS + OUR_LETTERS.upper() + "0123456789 .,-()+/'’ʼ\n\u00a0", max_size=60)
CODES = st.text("авекмнорстухabekmhopctyxі017 ,-", max_size=30)


def found(query: str, *parts: str) -> bool:
    text = search_text(*parts)
    return all(word in text for word in search_query(query).split())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Иванов Пётр", "иванов петр"),
        ("  Иванов \t  Пётр ", "иванов петр"),
        ("ИBAHOB", "иванов"),  # И is Cyrillic, the rest is Latin
        ("Toyota Camry", "toyota camry"),
        ("Cаmry", "camry"),  # the first а is Cyrillic
        ("МАКАРОВ", "макаров"),
        ("MAKAPOB", "makapob"),  # wholly Latin: no one can tell it from an English word
        ("об'єкт об’єкт обʼєкт об`єкт об´єкт", "обєкт обєкт обєкт обєкт обєкт"),
        ("Їжак, Ґанок, Єва, Ігор", "їжак ґанок єва ігор"),
        ("и\u0306 й", "й й"),  # decomposed and composed
        ("і\u0308жак е\u0308ж", "їжак еж"),
        ("Ива\u0301нов", "иванов"),  # a stress mark
        ("Ива\u00adнов\u200b \u202eПётр\u202c", "иванов петр"),
        ("ООО «Ромашка-Плюс»", "ооо ромашка плюс"),
        ("ivanov@mail.example", "ivanov mail example"),
        ("snake_case", "snake case"),
        ("№123", "123"),
        ("７７０７", "7707"),
        ("+7 (916) 123-45-67", "79161234567"),
        ("8 916 123 45 67", "79161234567"),
        ("+380 50 123-45-67", "380501234567"),
        ("050.123.45.67", "0501234567"),
        ("12, 34", "12,34"),
        ("12 / 34", "12,34"),
        ("12\n34", "12,34"),
        ("А123ВС77", "a123bc77"),
        ("A123BC77", "a123bc77"),
        ("а 123 вс 77", "a123bc77"),
        ("а 123 вс", "a123bc"),
        ("АА 1234 ВВ", "aa1234bb"),
        ("ХТА210990У2765499", "xta210990y2765499"),
        ("XТА2109900Y276549", "xta2109900y276549"),
        ("ХХХ 0123456789", "xxx0123456789"),
        ("АЯ123456", "ая123456"),  # Я has no Latin twin
        ("AЯ123456", "ая123456"),  # typed with a Latin A
        ("дом5", "дом5"),
        ("камера5", "камера5"),
        ("тойотаrav", "тойотаrav"),
        ("", ""),
        ("!?", ""),
    ],
)
def test_text_is_kept_in_one_form(text, kept):
    assert search_text(text) == kept


def test_parts_are_joined_and_their_numbers_kept_apart():
    assert search_text("Иванов 5", None, "", "+7 916 123-45-67", "Kyiv") == "иванов 5,79161234567 kyiv"


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("иванов", "ИBAHOB Пётр"),
        ("ИВАНОВ", "Иванов"),
        ("петр", "Пётр"),
        ("Пётр", "петр"),
        ("ован", "Иванов Ованес"),
        ("маряна", "Мар’яна"),
        ("мар'яна", "Марʼяна"),
        ("916 123", "+7 916 123-45-67"),
        ("8 916", "+7 916 123-45-67"),
        ("8916", "+7 916 123-45-67"),
        ("89161234567", "+7 916 123-45-67"),
        ("+7 (916) 123", "89161234567"),
        ("45-67", "+79161234567"),
        ("050 123", "+380501234567"),
        ("camry", "Toyota Camry"),
        ("а123вс", "A123BC77"),
        ("a123bc77", "а 123 вс 77"),
        ("xxx 0123456789", "ХХХ 0123456789"),
        ("иванов 916", "+7 916 123-45-67 Иванов"),
        ("xta21099", "ХТА210990У2765499"),
        ("7707083893", "ИНН 7707083893"),
    ],
)
def test_a_query_finds_the_text(query, text):
    assert found(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("иванов", "Иваньков"), ("кит", "кіт"), ("ганок", "ґанок"), ("їжак", "іжак"), ("916 124", "916 123")],
)
def test_a_query_does_not_find_other_text(query, text):
    assert not found(query, text)


@pytest.mark.parametrize("query", ["иванов", "916 123", "Мар'яна", "а 123 вс 77", "camry"])
def test_sqlite_trigrams_find_what_was_normalised(query):
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE VIRTUAL TABLE found USING fts5(text, tokenize='trigram')")
        text = search_text("ИBAHOB", "Мар’яна", "+7 916 123-45-67", "А123ВС77 Camry")
        db.execute("INSERT INTO found VALUES (?)", (text,))
        match = " AND ".join(f'"{word}"' for word in search_query(query).split())
        assert db.execute("SELECT count(*) FROM found WHERE text MATCH ?", (match,)).fetchone() == (1,)
    db.close()


@given(st.text() | TYPED | CODES)
def test_normalising_twice_changes_nothing(text):
    assert search_text(search_text(text)) == search_text(text)
    assert search_query(search_query(text)) == search_query(text)


@given(TYPED | CODES)
def test_case_does_not_matter(text):
    assert search_text(text.upper()) == search_text(text.lower()) == search_text(text)


@given(st.text() | TYPED)
def test_only_letters_digits_single_spaces_and_commas_are_left(text):
    kept = search_text(text)
    assert kept == kept.strip()
    assert not re.search(r"[ ,]{2}|_|[^\w ,]", kept)
    assert not re.search(r"(?<!\d),|,(?!\d)", kept)


@given(st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ", min_size=1))
def test_a_cyrillic_word_keeps_its_alphabet(word):
    assert search_text(word) == word.replace("ё", "е")


@given(st.from_regex(r"9[0-9]{9}", fullmatch=True))
def test_any_part_of_a_phone_is_found(number):
    written = f"+7 {number[:3]} {number[3:6]}-{number[6:8]}-{number[8:]}"
    for typed in (f"+7{number}", f"8{number}", f"8 ({number[:3]}) {number[3:]}", f"8{number[:5]}"):
        assert found(typed, written)
    assert found(number[2:8], written)


def test_long_hostile_text_takes_linear_time():
    started = time.perf_counter()
    for seed in ("1", "а", "а1", "1 ", "а 123 вс ", "'", "8", "аa", "1,"):
        search_query(seed * (100_000 // len(seed)))
    assert time.perf_counter() - started < 2


def test_a_card_is_normalised_in_well_under_a_millisecond():
    parts = ("Іваненко Мар’яна Олександрівна", "+380501234567", "marianna@example.com", "3184710691")
    started = time.perf_counter()
    for _ in range(1000):
        search_text(*parts)
    assert time.perf_counter() - started < 0.5
