"""Every reason for which a parser asks is worded in every language, with what the parser tells of it."""

import re
from dataclasses import fields
from datetime import date, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render import Renderer, Translator
from handlers.common.doubts import SAME_WORDS, WORDED, doubt_text
from handlers.parsing.dates import parse_date
from handlers.parsing.dates.calendar import Want
from handlers.parsing.instalments import parse_instalments
from handlers.parsing.leads import Lead, parse_lead
from handlers.parsing.money import parse_money
from handlers.parsing.offers import InsurerBook, parse_offers
from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Ask
from models.money import Currency, Money
from models.user import Language
from services.insurers.seed import SEED_INSURERS, SeedInsurer
from tests.handlers.parsing.tables import columns
from tests.harness import BROKERAGE

NOW = datetime.fromisoformat("2026-10-14T12:30:40+03:00")
RENDERER = Renderer(Translator(), BROKERAGE)
TWINS = [SeedInsurer("one", "RU", "Гарант", ("ГР",)), SeedInsurer("two", "RU", "Гарантия", ("ГР",))]
BOOK = InsurerBook([*SEED_INSURERS, *TWINS])

# The reason, the parser, and a line that it asks about.
REASONS = columns("""
broken-number | money | 48 20
commission-not-percent | offers | Ингос 48200 КВ 5000 р
day-does-not-exist | date | 31.11
day-does-not-exist | instalments | 20000 сразу, остаток 31 ноября
day-or-hour | date | 15
day-or-time | date | в 10.11
deductible-unit | offers | Ингос 48200 фр 1
difference | offers | РЕСО +2000 к прошлому
duration-or-date | date | 3 дня
end-of-week | date | конец недели
for-which-offer | offers | Ингос 48200 ⏎ РЕСО 45100 ⏎ фр 15
future-day | past | завтра
instalments-after-term | instalments | 20000 сразу, остаток через 13 месяцев
instalments-before-start | instalments | 20000 1 ноября 2025, остаток 1 декабря 2025
instalments-count | offers | Ингос 48200 рассрочка
instalments-dates | instalments | 30% сейчас, остальное через 3 и 6 месяцев
instalments-order | instalments | 20000 через 3 месяца, остаток через месяц
instalments-sum | instalments | 20000 сразу, 20000 через 3 месяца
insurer-unclear | offers | ГР 48200
insurer-unknown | offers | Гелиос 48200 фр 15
month-does-not-exist | date | 12.13
month-does-not-exist | date | 13.13
month-does-not-exist | date | 15.13.2026
month-does-not-exist | date | 45,99
no-unit | money | 48.2
not-a-phone | phone | 12345678
not-a-phone | lead | Попов, тел 8916123456, осаго
part-of-premium | offers | Ингос взнос 24100
passed-time | date | сегодня в 9 утра
past-day | date | вчера
percent-too-high | offers | Ингос 48200 КВ 150%
plate-unlike | lead | Попов 89161234567, госномер АБ12345Х
premium-unit | offers | Ингос 482
range | offers | Ингос 48-50к
shares-sum | offers | Ингос 48200 50/40
split-or-programme | offers | Ингос КАСКО 50/50 48200
sum-unit | offers | Ингос 48200 СС 5
tax-number-check-digit | lead | ООО Альянс ИНН 7707083894
term-unclear | offers | Ингос 48200 0 мес
time-does-not-exist | date | завтра 12.75
time-does-not-exist | date | завтра в 25:00
too-far | date | через 900 лет
too-large | money | 999999999999999 руб
too-precise | money | 1.234567к
two-amounts | money | 48000 и 50000
two-currencies | money | 100 $ €
two-days | date | завтра-послезавтра
two-insurers | offers | Ингос РЕСО 48200
two-phones | phone | 8 916 123-45-67, 8 916 123-45-68
two-sources | lead | Попов 89161234567, инста, партнёр
two-times | date | завтра в 10:00 в 11:00
unlikely | money | 48200к
vague | date | на днях
vin-characters | lead | Попов 89161234567 VIN XTA2I0990Y2766389
weekday-mismatch | date | пн 16.10.2026
which-country | lead | Иванов 0671234567 осаго
which-country | lead | Иванов 89161234567 автоцивілка
which-currency | money | 100 тенге
which-half | date | завтра в 3
which-percent | offers | Ингос 48200 5%
words | money | сорок восемь тысяч
zero | money | 0
""")


def asked(parser: str, typed: str) -> list[Ask]:
    match parser:
        case "money":
            found = [parse_money(typed, currency=Currency.RUB)]
        case "phone":
            found = [parse_phone(typed, "RU")]
        case "instalments":
            premium, start = Money.of(48200, Currency.RUB), date(2026, 11, 1)
            said = parse_instalments(typed, premium=premium, start=start, term_months=12, now=NOW, language="ru")
            found = [said]
        case "offers":
            lines = parse_offers(typed.replace(" ⏎ ", "\n"), currency=Currency.RUB, region="RU", insurers=BOOK) or []
            found = [getattr(line, each.name) for line in lines for each in fields(line)]
        case "lead":
            lead = parse_lead(typed, region="RU")
            found = [getattr(lead, each.name) for each in fields(Lead)]
        case _:
            found = [parse_date(typed, now=NOW, want="past" if parser == "past" else "future", lang="ru")]
    return [each for each in found if isinstance(each, Ask)]


def worded(doubt: Ask, typed: str) -> list[str]:
    said = doubt_text(doubt, typed, "err-date-not-understood")
    return [RENDERER.label(said, language, now=NOW, limit=10**4) for language in Language]


@pytest.mark.parametrize(("why", "parser", "typed"), REASONS)
def test_every_reason_to_ask_is_worded_in_every_language(why, parser, typed):
    doubts = asked(parser, typed)
    assert why in {SAME_WORDS.get(each.why, each.why) for each in doubts} | {each.why for each in doubts}
    for doubt in doubts:
        for words in worded(doubt, typed):
            assert words.strip()
            assert not re.search(r"[{}]", words)


def test_no_worded_reason_is_left_out():
    tried = {why for why, _, _ in REASONS}
    assert {SAME_WORDS.get(why, why) for why in tried} == WORDED


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("31.11", "Не понял дату «31.11»: в этом месяце 30 дней. Например: 30.11.2026."),
        ("32.12", "Не понял дату «32.12»: в этом месяце 31 день. Например: 31.12.2026."),
        ("29.02.2027", "Не понял дату «29.02.2027»: в этом месяце 28 дней. Например: 28.02.2027."),
        ("12.13", "Месяца 13 нет. Например: 15.03."),
        ("завтра 12.75", "Времени 12:75 не бывает."),
        ("завтра в 25:00", "Времени 25:00 не бывает."),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(typed, words):
    [doubt] = asked("date", typed)
    assert worded(doubt, typed)[list(Language).index(Language.RU)] == words


PIECES = st.sampled_from(
    [*(" .,:-/"), *("31", "29", "12", "13", "00", "75", "99", "3", "2027"), *("завтра", "пт", "в", "ноября", "числа")]
)


@given(st.lists(PIECES, max_size=7).map("".join), st.sampled_from(get_args(Want)))
def test_no_day_that_is_asked_about_is_left_without_words(typed, want):
    doubt = parse_date(typed, now=NOW, want=want)
    if isinstance(doubt, Ask):
        assert all(worded(doubt, typed))
