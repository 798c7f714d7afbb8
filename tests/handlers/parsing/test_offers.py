"""Offers as executors type them, in Russian, Ukrainian and English."""

import re
import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.common.doubts import SAME_WORDS, WORDED
from handlers.parsing.lines import parse_line
from handlers.parsing.offers import InsurerBook, NoDeductible, OfferLine, Percent, Split, Term, parse_offers
from handlers.parsing.result import Ask
from models.money import Currency, Money
from services.insurers.seed import SEED_INSURERS, SeedInsurer
from tests.handlers.parsing.offers_table import ASKED_RU, ASKED_UA, NO_OFFERS_RU, NO_OFFERS_UA, RU, UA

BOOK = InsurerBook(SEED_INSURERS)
NAMES = {
    "deductible": "fr",
    "commission": "kv",
    "sum_insured": "ss",
    "instalments": "in",
    "term": "te",
    "programme": "pr",
}


def offers(text, region="RU", book=BOOK):
    currency = Currency.UAH if region == "UA" else Currency.RUB
    return parse_offers(text.replace(" ⏎ ", "\n"), currency=currency, region=region, insurers=book)


def told(text, region="RU"):
    found = offers(text, region)
    return " ; ".join(map(_told_offer, found)) if found else "none"


def _told_offer(offer: OfferLine) -> str:
    said = [
        f"{name}={_told(getattr(offer, field))}" for field, name in NAMES.items() if getattr(offer, field) is not None
    ]
    return " ".join([_told(offer.insurer), _told(offer.premium), *said])


def _told(value) -> str:
    match value:
        case None:
            return "-"
        case Ask(why):
            return f"?{why}"
        case Money():
            return f"{value.major} {value.currency}"
        case NoDeductible():
            return "none"
        case Percent(percent):
            return f"{percent}%"
        case Split(count, shares):
            return f"x{count}" + (f"({'/'.join(map(str, shares))})" if shares else "")
        case Term(months, days):
            return f"{months}m" if months else f"{days}d"
        case _:
            return str(value)


@pytest.mark.parametrize(("text", "meaning"), RU)
def test_a_russian_offer_means_what_was_typed(text, meaning):
    assert told(text) == meaning


@pytest.mark.parametrize(("text", "meaning"), UA)
def test_a_ukrainian_offer_means_what_was_typed(text, meaning):
    assert told(text, "UA") == meaning


@pytest.mark.parametrize(("text", "meaning"), ASKED_RU)
def test_what_cannot_be_known_of_a_russian_offer_is_asked(text, meaning):
    assert told(text) == meaning


@pytest.mark.parametrize(("text", "meaning"), ASKED_UA)
def test_what_cannot_be_known_of_a_ukrainian_offer_is_asked(text, meaning):
    assert told(text, "UA") == meaning


@pytest.mark.parametrize(
    ("text", "region"),
    [*((row.values[0], "RU") for row in NO_OFFERS_RU), *((row.values[0], "UA") for row in NO_OFFERS_UA)],
)
def test_talk_is_no_offer(text, region):
    assert offers(text, region) is None


@pytest.mark.parametrize("insurer", SEED_INSURERS, ids=lambda insurer: insurer.code)
def test_every_name_of_an_insurer_finds_it_in_its_region(insurer):
    for name in (insurer.name, *insurer.aliases):
        for typed in (name, name.upper(), name.lower(), f"«{name}»", name.replace(" ", "-")):
            assert told(f"{typed} 48 200", insurer.region).startswith(f"{insurer.code} 48200"), typed


@pytest.mark.parametrize(
    ("text", "region", "code"),
    [
        ("Альфа 48200", "RU", "alfa"),
        ("Альфа 48200", "UA", "alfa_garant"),
        ("Инго 48200", "RU", "ingos"),
        ("Инго 48200", "UA", "ingo_ua"),
        ("Інго 48200", "RU", "ingo_ua"),
        ("Інгос 48200", "RU", "ingos"),
        ("Інгос 48200", "UA", Ask("insurer-unknown")),
        ("Ингосстрах 48200", "UA", "ingos"),
        ("PECO 48200", "RU", "reso"),
        ("BCK 48200", "RU", "vsk"),
        ("htcj 48200", "RU", "reso"),
        ("fkmaf cnhf[jdfybt 48200", "RU", "alfa"),
        ("рсео 48200", "RU", "reso"),
        ("имнгос 48200", "RU", "ingos"),
        ("согаc 48200", "RU", "sogaz"),
        ("согз 48200", "RU", "sogaz"),
        ("ингоо 48200", "UA", "ingo_ua"),
        ("вуусо 48200", "UA", "vuso"),
        ("пара 48200", "RU", None),
        ("марс 48200", "RU", Ask("insurer-unknown")),
    ],
)
def test_an_insurer_is_told_by_region_form_look_alikes_the_other_keyboard_and_a_slip(text, region, code):
    found = offers(text, region)
    assert (found[0].insurer if found else None) == code


def test_a_name_that_two_insurers_share_is_asked():
    book = InsurerBook([SeedInsurer("one", "RU", "Гарант", ("ГР",)), SeedInsurer("two", "RU", "Гарантия", ("ГР",))])
    assert [offer.insurer for offer in offers("ГР 48200", book=book)] == [Ask("insurer-unclear")]


def test_an_unknown_insurer_with_a_premium_keeps_its_line_and_its_name():
    [offer] = offers("Гелиос 45000 фр 15")
    assert offer == OfferLine(
        insurer=Ask("insurer-unknown"),
        premium=Money.of(45000, Currency.RUB),
        deductible=Money.of(15000, Currency.RUB),
        source="Гелиос 45000 фр 15",
        unknown=["гелиос"],
    )


def test_an_offer_shows_all_lines_it_was_read_from():
    first, second = offers("Ингос 48200 ⏎ фр 15, КВ 22 ⏎ РЕСО 45100 б/ф")
    assert first.source == "Ингос 48200\nфр 15, КВ 22"
    assert second.source == "РЕСО 45100 б/ф"


def test_a_programme_keeps_the_case_it_was_quoted_in():
    assert offers("Ингос 48200 «КАСКО Стандарт» фр 15")[0].programme == "КАСКО Стандарт"


@pytest.mark.parametrize(
    "text",
    ["Ингос | 48 200 | фр 15 | КВ 22%", "Ингос\t48200\tфр 15\tкв 22", "  Ингос   48200   фр   15   кв   22  "],
)
def test_the_columns_of_a_table_are_read(text):
    assert told(text) == "ingos 48200 RUB fr=15000 RUB kv=22"


def test_the_currency_given_holds_where_none_is_said():
    [offer] = parse_offers("Ингос 480 EUR excess 50 EUR", currency=Currency.USD, region="RU", insurers=BOOK)
    assert (offer.premium, offer.deductible) == (Money.of(480, Currency.EUR), Money.of(50, Currency.EUR))
    [offer] = parse_offers("Ингос 4800 excess 500", currency=Currency.USD, region="RU", insurers=BOOK)
    assert (offer.premium, offer.deductible) == (Money.of(4800, Currency.USD), Money.of(500, Currency.USD))


CODES = st.sampled_from([insurer for insurer in SEED_INSURERS if insurer.region == "RU"])
PREMIUMS = st.integers(100_000, 9_999_999)


def _grouped(number: int) -> st.SearchStrategy[str]:
    spaced = f"{number:,}".replace(",", " ")
    return st.sampled_from(
        [str(number), spaced, f"{number:,}", f"{spaced} р", f"{number} руб.", f"{spaced} ₽", f"{number},00"]
    )


@st.composite
def rendered_offers(draw):
    """An offer and one of the manners in which people type it."""
    insurer, premium = draw(CODES), draw(PREMIUMS)
    thousands, commission = draw(st.integers(5, 99)), draw(st.integers(1, 100))
    name = draw(st.sampled_from([insurer.name, *insurer.aliases]))
    deductible = draw(
        st.sampled_from(
            [
                f"фр{thousands}",
                f"фр {thousands}к",
                f"франшиза {thousands} 000 р",
                f"ф-за {thousands} тыс",
                f"фр.{thousands}т.р",
            ]
        )
    )
    rate = draw(
        st.sampled_from([f"КВ {commission}%", f"кв{commission}", f"к.в. {commission} %", f"комиссия: {commission}"])
    )
    parts = draw(st.permutations([deductible, rate]))
    separator = draw(st.sampled_from([" ", ", ", " / ", "; ", "\n"]))
    colon = draw(st.sampled_from([" ", " - ", ": ", " — "]))
    text = name + colon + separator.join([draw(_grouped(premium)), *parts])
    expected = (
        insurer.code,
        Money.of(premium, Currency.RUB),
        Money.of(thousands * 1000, Currency.RUB),
        Decimal(commission),
    )
    return text, expected


@given(rendered_offers())
def test_an_offer_typed_in_any_manner_is_read_back(rendered):
    text, expected = rendered
    [offer] = offers(text)
    assert (offer.insurer, offer.premium, offer.deductible, offer.commission) == expected


PIECES = """Ингос РЕСО ТАС Гелиос 48200 48 200 15 22% 0,5% фр кв СС к тыс млн р грн $ - / + , ; : ( ) от до или и
без нет рассрочка 2 платежа 50/50 12 мес год все « » КАСКО пять сорок 1.85 100500 0 ~ по скидка взнос"""
NOISE = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=14).map(" ".join),
)


@given(NOISE, st.sampled_from(["RU", "UA"]))
def test_no_noise_breaks_the_parser_and_no_premium_is_made_up(text, region):
    """The figures of a premium are figures of the text: nothing is added up, multiplied or filled in."""
    typed = re.sub(r"\D", "", re.sub("[oоOО]", "0", text))
    for offer in offers(text, region) or []:
        if isinstance(offer.premium, Money):
            significant = str(offer.premium.amount).rstrip("0")
            assert significant in typed, (text, offer)


@given(st.text(alphabet="0123456789 .,-/%:;()+kкрфв\n", max_size=3000))
def test_a_long_text_of_figures_is_read_in_no_time(text):
    begun = time.process_time()
    offers(f"Ингос {text}")
    assert time.process_time() - begun < 2


def result(text, **given):
    return parse_line("offers", {"id": 7, "text": text, "lang": "ru", "given": given})["result"]


def test_an_offer_as_json_has_all_its_fields():
    assert result("Ингос 48200 фр15 кв22,50 60/40 12 мес СС 1,85 млн «Лайт»") == [
        {
            "insurer": "ingos",
            "premium": {"amount": 4820000, "currency": "RUB"},
            "deductible": {"type": "amount", "amount": 1500000, "currency": "RUB"},
            "commission": "22.5",
            "sum_insured": {"amount": 185000000, "currency": "RUB"},
            "instalments": {"count": 2, "shares": ["60", "40"]},
            "term": {"months": 12},
            "programme": "Лайт",
        }
    ]


@pytest.mark.parametrize(
    ("text", "given", "field", "expected"),
    [
        ("Ингос 48200 б/ф", {}, "deductible", {"type": "none"}),
        ("Ингос 48200 фр 0,50%", {}, "deductible", {"type": "percent", "percent": "0.5"}),
        ("Ингос 48200", {}, "deductible", None),
        ("Ингос 48200 кв 20%", {}, "commission", "20"),
        ("Ингос 482", {}, "premium", {"ask": "premium-unit"}),
        ("Ингос 48200 15 дней", {}, "term", {"days": 15}),
        ("Ингос 48200 в 2 платежа", {}, "instalments", {"count": 2}),
        ("Уніка 25400", {"region": "UA"}, "premium", {"amount": 2540000, "currency": "UAH"}),
        ("Альфа 25400", {"currency": "UAH"}, "insurer", "alfa_garant"),
        ("Ингос 4800", {"currency": "usd", "region": "RU"}, "premium", {"amount": 480000, "currency": "USD"}),
    ],
)
def test_a_field_as_json(text, given, field, expected):
    assert result(text, **given)[0][field] == expected


def test_json_tells_no_offer_from_a_bad_question():
    assert result("спасибо") == "none"
    assert result("Ингос 48200", currency="KZT") == {"ask": "bad-given"}


@pytest.mark.parametrize(
    "why",
    [
        "premium-unit",
        "deductible-unit",
        "sum-unit",
        "insurer-unknown",
        "insurer-unclear",
        "two-insurers",
        "which-percent",
        "percent-too-high",
        "commission-not-percent",
        "instalments-count",
        "shares-sum",
        "term-unclear",
        "split-or-programme",
        "part-of-premium",
        "difference",
        "for-which-offer",
        "choice",
        "each",
    ],
)
def test_every_question_about_an_offer_has_words(why):
    assert SAME_WORDS.get(why, why) in WORDED
