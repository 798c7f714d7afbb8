"""Amounts as brokers type them. Without a currency in the row the default, roubles, is meant."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.parsing.money import parse_money
from handlers.parsing.result import Ask
from models.money import Currency, Money
from tests.handlers.parsing.tables import rows


def told(text: str, currency: Currency = Currency.RUB) -> str:
    match parse_money(text, currency=currency):
        case Money(amount, currency):
            return f"{amount // 100}.{amount % 100:02} {currency}"
        case Ask(why):
            return f"ask {why}"
        case _:
            return "nothing"


PLAIN = rows("""
1200 | 1200.00 RUB
500 | 500.00 RUB
# A small whole number is what it says: only a premium (offers) is asked for its unit.
48 | 48.00 RUB
1 | 1.00 RUB
1 200 | 1200.00 RUB
1 200,50 | 1200.50 RUB
1 200.50 | 1200.50 RUB
1200.5 | 1200.50 RUB
1200,50 | 1200.50 RUB
12 345.6 | 12345.60 RUB
12 345,6 | 12345.60 RUB
1 234 567.89 | 1234567.89 RUB
1 234 567 | 1234567.00 RUB
1  200 | 1200.00 RUB
1'200 | 1200.00 RUB
1’200’000 | 1200000.00 RUB
1_200_000 | 1200000.00 RUB
1200. | 1200.00 RUB
1200, | 1200.00 RUB
1200! | 1200.00 RUB
=1200 | 1200.00 RUB
+5000 | 5000.00 RUB
1200- | 1200.00 RUB
0,50 | 0.50 RUB
0.01 | 0.01 RUB
99.99 | 99.99 RUB
150.5 | 150.50 RUB
100 000 | 100000.00 RUB
100000 | 100000.00 RUB
3500000 | 3500000.00 RUB
48200.00 | 48200.00 RUB
48 200,00 | 48200.00 RUB
""")

# Money has no third decimal, so a dot or comma before three digits groups thousands, in offers and elsewhere.
GROUPED = rows("""
48.200 | 48200.00 RUB
48,200 | 48200.00 RUB
1.200 | 1200.00 RUB
1.200.000 | 1200000.00 RUB
1,200,000 | 1200000.00 RUB
1,200.50 | 1200.50 RUB
1.200,50 | 1200.50 RUB
1,234,567.89 | 1234567.89 RUB
1.234.567,8 | 1234567.80 RUB
12.345 грн | 12345.00 UAH
€1.500,00 | 1500.00 EUR
$1,500 | 1500.00 USD
""")

SCALED = rows("""
1.2к | 1200.00 RUB
1,2к | 1200.00 RUB
1.2 к | 1200.00 RUB
1.2k | 1200.00 RUB
51к | 51000.00 RUB
51К | 51000.00 RUB
51 k | 51000.00 RUB
1.25к | 1250.00 RUB
1,2 тыс | 1200.00 RUB
1,2 тыс. | 1200.00 RUB
5 тысяч | 5000.00 RUB
48 тыс руб | 48000.00 RUB
48 тыс. руб. | 48000.00 RUB
48тыс | 48000.00 RUB
48 т | 48000.00 RUB
48т.р. | 48000.00 RUB
48 т.р | 48000.00 RUB
48 тр | 48000.00 RUB
48тр. | 48000.00 RUB
48 тыр | 48000.00 RUB
48 тыщ | 48000.00 RUB
10 тыщ руб | 10000.00 RUB
5 косарей | 5000.00 RUB
15 тысруб | 15000.00 RUB
48 трублей | 48000.00 RUB
2к руб | 2000.00 RUB
2кр | 2000.00 RUB
1 тис. грн | 1000.00 UAH
12 тис | 12000.00 RUB
12,5 тис грн | 12500.00 UAH
3 тисячі гривень | 3000.00 UAH
5 тищ | 5000.00 RUB
7тгрн | 7000.00 UAH
1.5 thousand | 1500.00 RUB
1 млн | 1000000.00 RUB
1,5 млн | 1500000.00 RUB
1.5млн руб | 1500000.00 RUB
1,25 млн. | 1250000.00 RUB
1,250 млн | 1250000.00 RUB
1.250 млн | 1250000.00 RUB
1.234567 млн | 1234567.00 RUB
0,5 млн | 500000.00 RUB
1.5кк | 1500000.00 RUB
2kk | 2000000.00 RUB
1,5м | 1500000.00 RUB
1.5 лимона | 1500000.00 RUB
1.5m | 1500000.00 RUB
$2m | 2000000.00 USD
3 ляма | 3000000.00 RUB
2 миллиона | 2000000.00 RUB
2 милиона рублей | 2000000.00 RUB
3 мільйони гривень | 3000000.00 UAH
1 мільон | 1000000.00 RUB
1.5 million | 1500000.00 RUB
1 млрд | 1000000000.00 RUB
1 млн 250 тыс | 1250000.00 RUB
1млн250тыс | 1250000.00 RUB
1 млн 250 тыс руб | 1250000.00 RUB
1 млн 250 тыс 500 руб | 1250500.00 RUB
2 млн. 300 тыс. рублей | 2300000.00 RUB
1 млн 20 тис грн | 1020000.00 UAH
5 тыс 200 руб | 5200.00 RUB
5 тыс. 200 руб. 50 коп. | 5200.50 RUB
1 200 тыс | 1200000.00 RUB
1200 тыс руб | 1200000.00 RUB
15 000 тыс. руб. | 15000000.00 RUB
12 345.6 тыс | 12345600.00 RUB
""")

CURRENCIES = rows("""
48 200р | 48200.00 RUB
48200 р. | 48200.00 RUB
1200р. | 1200.00 RUB
1200 руб | 1200.00 RUB
1200руб. | 1200.00 RUB
1200 рублей | 1200.00 RUB
1 рубль | 1.00 RUB
3 рубля | 3.00 RUB
1200 рубликов | 1200.00 RUB
1200₽ | 1200.00 RUB
₽1200 | 1200.00 RUB
₽ 1 200,50 | 1200.50 RUB
1200 RUB | 1200.00 RUB
RUB 1200 | 1200.00 RUB
1200 rub. | 1200.00 RUB
1200 rubles | 1200.00 RUB
руб. 1200 | 1200.00 RUB
р.1200 | 1200.00 RUB
1200 рэ | 1200.00 RUB
1200.50 грн | 1200.50 UAH
1200грн | 1200.00 UAH
1200 грн. | 1200.00 UAH
₴1200 | 1200.00 UAH
1 200 ₴ | 1200.00 UAH
1200 гривень | 1200.00 UAH
1200 гривен | 1200.00 UAH
1200 гривнів | 1200.00 UAH
1 гривня | 1.00 UAH
1200 гр | 1200.00 UAH
1200 UAH | 1200.00 UAH
UAH 1 200,5 | 1200.50 UAH
1200 hrn | 1200.00 UAH
1200 украинских гривен | 1200.00 UAH
100 $ | 100.00 USD
$100 | 100.00 USD
100$ | 100.00 USD
$1.2k | 1200.00 USD
$1,5 | 1.50 USD
USD 1,200 | 1200.00 USD
1200 usd | 1200.00 USD
100 долларов | 100.00 USD
100 дол | 100.00 USD
100 долларов США | 100.00 USD
200 доларів | 200.00 USD
300 баксов | 300.00 USD
300 баксів | 300.00 USD
300 bucks | 300.00 USD
€ 2k | 2000.00 EUR
2k€ | 2000.00 EUR
2 000 € | 2000.00 EUR
200 евро | 200.00 EUR
200 євро | 200.00 EUR
200 eur | 200.00 EUR
150 euros | 150.00 EUR
1200 руб ₽ | 1200.00 RUB
$100 USD | 100.00 USD
""")

MINOR_UNITS = rows("""
15000 руб 50 коп | 15000.50 RUB
15 000 руб. 50 коп. | 15000.50 RUB
15000р50коп | 15000.50 RUB
15000 рублей 05 копеек | 15000.05 RUB
1200 руб. 00 коп. | 1200.00 RUB
15000 рублей и 50 копеек | 15000.50 RUB
100 грн 50 коп | 100.50 UAH
100 гривень 5 копійок | 100.05 UAH
50 копеек | 0.50 RUB
5$ 50 cents | 5.50 USD
$5 50 cents | ask broken-number
1200 dollars and 50 cents | 1200.50 USD
20 евро 5 центов | 20.05 EUR
1200 руб 150 коп | ask two-amounts
1200,50 руб 50 коп | ask two-amounts
50 центов | ask which-currency
$5 50 коп | ask which-currency
""")

LABELLED = rows("""
доплата 1500 | 1500.00 RUB
аванс 5к | 5000.00 RUB
ещё 1500 р | 1500.00 RUB
3200 рублей РФ | 3200.00 RUB
передплата 1 500 грн | 1500.00 UAH
премия по каско 127 400 | 127400.00 RUB
получил от клиента 5200 | 5200.00 RUB
скинул 5200 | 5200.00 RUB
5200 :) | 5200.00 RUB
'1200' | 1200.00 RUB
премия 48 200р | 48200.00 RUB
страховая премия 48 200 руб | 48200.00 RUB
1200 рублей ровно | 1200.00 RUB
ровно 1200 | 1200.00 RUB
итого 12 500 | 12500.00 RUB
Итого: 12 500 руб. | 12500.00 RUB
итого - 1200 | 1200.00 RUB
сумма=1200 | 1200.00 RUB
оплатил 5000 | 5000.00 RUB
клиент оплатил 12 300р наличными | 12300.00 RUB
внёс 15 000 руб | 15000.00 RUB
5к на карту | 5000.00 RUB
за осаго 5 400 | 5400.00 RUB
каско 48200 | 48200.00 RUB
КВ 1200 | 1200.00 RUB
взнос 12 тыс | 12000.00 RUB
всього 1200 грн | 1200.00 UAH
сплатив 3 тис грн готівкою | 3000.00 UAH
разом 4500 | 4500.00 RUB
paid 1,200 USD | 1200.00 USD
total 500 eur | 500.00 EUR
1200 exactly | 1200.00 RUB
💰 5000 | 5000.00 RUB
5000 👍 | 5000.00 RUB
5000✅ | 5000.00 RUB
"1200" | 1200.00 RUB
«1 200» р. | 1200.00 RUB
""")

SLIPS = rows("""
3O OOO | 30000.00 RUB
12 5OO | 12500.00 RUB
9870 рубл | 9870.00 RUB
12ООО | 12000.00 RUB
1OOO | 1000.00 RUB
5О руб | 50.00 RUB
1 2ОО р | 1200.00 RUB
1200 рулей | 1200.00 RUB
1200 рубей | 1200.00 RUB
1200 рублй | 1200.00 RUB
1200 гривнеь | 1200.00 UAH
1200 гривнь | 1200.00 UAH
5 тясяч | 5000.00 RUB
5 тысячь | 5000.00 RUB
5 тысч | 5000.00 RUB
5 тысям | 5000.00 RUB
100 доларов | 100.00 USD
100 долларв | 100.00 USD
2 мильона | 2000000.00 RUB
# Latin letters that look Cyrillic, and the other way round.
1200 pуб | 1200.00 RUB
1200p | 1200.00 RUB
48 тыc | 48000.00 RUB
5 тыcяч | 5000.00 RUB
100 еur | 100.00 EUR
51К | 51000.00 RUB
# The keyboard was switched to another language.
48 nsc | 48000.00 RUB
1200 he, | 1200.00 RUB
1200 he,ktq | 1200.00 RUB
1200 uhy | 1200.00 UAH
1200 uhbdtym | 1200.00 UAH
50 гыв | 50.00 USD
# Digits and spaces of other alphabets.
５０００ | 5000.00 RUB
１ ２００，５０ | 1200.50 RUB
٣٥٠٠ | 3500.00 RUB
""")

REFUSED = rows("""
0 | ask zero
0,00 | ask zero
000 | ask zero
0 руб | ask zero
-500 | ask negative
−500 | ask negative
– 500 | ask negative
- 1 200 р | ask negative
итого -1200 | ask negative
минус 500 | ask negative
мінус 500 грн | ask negative
minus 20 usd | ask negative
10-12 тыс | ask range
10–12 тыс | ask range
10 - 12 тыс | ask range
1200-1500 | ask range
1200-00 | ask range
от 10 до 12 тыс | ask bound
10...12 тыс | ask broken-number
5000+3000 | ask sum
5000 + 3000 | ask sum
5000 плюс 300 | ask sum
5000*2 | ask sum
5000/2 | ask sum
2х5000 | ask unclear
2 по 500 | ask bound
по 5000 | ask bound
до 5000 | ask bound
до 10 тыс | ask bound
не более 5000 | ask bound
от 5000 | ask bound
від 5000 грн | ask bound
не більше 3000 | ask bound
up to 5000 | ask bound
>5000 | ask bound
максимум 7к | ask bound
примерно 1200 | ask approximate
около 5 тыс | ask approximate
~1200 | ask approximate
близько 1200 | ask approximate
десь 3 тис | ask approximate
about 1200 | ask approximate
1200 с копейками | ask approximate
почти 5000 | ask approximate
1200? | ask unclear
сто тысяч | ask words
полторы тысячи | ask words
пять тыщ | ask words
тысяча рублей | ask words
двенадцать тысяч пятьсот | ask words
півтори тисячі | ask words
сто гривень | ask words
п'ять тисяч | ask words
twelve hundred | ask words
half a million | ask words
пятихатка | ask words
5 тысяч двести | ask words
пол ляма | ask words
½ | ask words
①②③ | ask words
где-то 5200 | ask approximate
500-600 тыс | ask range
300 - 10% | ask range
1-й взнос 5200 | ask two-amounts
42 000 с копейками | ask approximate
18450-00 | ask range
1½ | ask words
①②③ | ask words
где-то 5200 | ask approximate
500-600 тыс | ask range
300 - 10% | ask range
1-й взнос 5200 | ask two-amounts
42 000 с копейками | ask approximate
18450-00 | ask range
5000 6000 | ask broken-number
5000 и 6000 | ask two-amounts
5000, 6000 | ask two-amounts
5000; 6000 | ask two-amounts
5000 или 6000 | ask two-amounts
5 тыс 200 | ask two-amounts
1 млн 250 | ask two-amounts
1 млн 250 руб | ask two-amounts
51к 200 | ask two-amounts
1,5 млн 200 тыс | ask two-amounts
1 тыс 2 тыс | ask two-amounts
1200р 50к | ask two-amounts
1200 руб 50 | ask two-amounts
1 20 000 | ask broken-number
1 2000 | ask broken-number
12 00 | ask broken-number
1200 500 | ask broken-number
1 000 00 | ask broken-number
1,20,000 | ask broken-number
1.200.50 | ask broken-number
1,200,50 | ask broken-number
15.03.2026 | ask broken-number
1 200.505 | ask broken-number
1200.505 | ask broken-number
0,500 | ask broken-number
007 | ask broken-number
.5 млн | ask broken-number
1..200 | ask broken-number
# Before «тыс» three digits may be decimals or a group.
1.200 тыс | ask broken-number
51.500к | ask broken-number
# With one decimal and no unit a small number may mean thousands.
1.5 | ask no-unit
48.2 | ask no-unit
1,2 | ask no-unit
# «48200к» is a slip for «48200» or for «48,2к».
48200к | ask unlikely
48 200 т.р. | ask unlikely
9161234567 | ask unlikely
79161234567 | ask unlikely
999999999999999 руб | ask too-large
1.23456 к | 1234.56 RUB
1.234567к | ask too-precise
5000 тенге | ask other-currency
5000 KZT | ask other-currency
100 BYN | ask other-currency
50 бел. рублей | ask other-currency
£100 | ask other-currency
100 фунтов | ask other-currency
¥5000 | ask other-currency
1000 юаней | ask other-currency
100 злотих | ask other-currency
100 канадских долларов | ask other-currency
0.5 BTC | ask other-currency
100 USDT | ask other-currency
5000 у.е. | ask unclear
100 уе | ask which-currency
100 $ грн | ask two-currencies
€100 USD | ask two-currencies
10% | ask percent
15 процентов | ask percent
5000 в месяц | ask unclear
5000/мес | ask sum
(1200) | ask unclear
№1200 | ask unclear
1200 со скидкой | ask unclear
1е5 | ask unclear
1200 блабла | ask unclear
""")

NOTHING = rows("""
привет | nothing
не знаю | nothing
потом скажу | nothing
рублей | nothing
грн | nothing
$ | nothing
? | nothing
👍 | nothing
no idea | nothing
спитаю клієнта | nothing
""")

TABLES = [*PLAIN, *GROUPED, *SCALED, *CURRENCIES, *MINOR_UNITS, *LABELLED, *SLIPS, *REFUSED, *NOTHING]


@pytest.mark.parametrize(("typed", "meaning"), TABLES)
def test_a_typed_amount_means_what_the_table_says(typed, meaning):
    assert told(typed) == meaning


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f", "\u2007", "\u3000"])
def test_every_kind_of_space_groups_thousands(space):
    assert told(f"12{space}345{space}678,9 ₽") == "12345678.90 RUB"


@pytest.mark.parametrize("invisible", ["\u200b", "\u200e", "\u200f", "\u202a", "\ufeff", "\u00ad"])
def test_invisible_marks_change_nothing(invisible):
    assert told(f"{invisible}1{invisible}200 р{invisible}") == "1200.00 RUB"


@pytest.mark.parametrize("text", ["", "   ", "\n", "\u200b"])
def test_an_empty_answer_says_nothing(text):
    assert parse_money(text, currency=Currency.RUB) is None


@pytest.mark.parametrize("text", ["1200\n1500", "1200\r\n1500", "1200\t1500", "1\n200"])
def test_lines_and_tabs_part_amounts(text):
    assert isinstance(parse_money(text, currency=Currency.RUB), Ask)


def test_a_struck_through_amount_is_asked():
    assert isinstance(parse_money("1̶2̶0̶0̶", currency=Currency.RUB), Ask)


@pytest.mark.parametrize("currency", list(Currency))
def test_the_given_currency_holds_where_none_is_typed(currency):
    assert parse_money("1 200,50", currency=currency) == Money(120050, currency)


def test_kopecks_alone_take_the_given_currency_when_it_has_them():
    assert told("50 коп", Currency.UAH) == "0.50 UAH"
    assert told("50 коп", Currency.USD) == "ask which-currency"


def test_a_long_text_is_asked():
    assert told("оплата " * 40 + "1200") == "ask too-long"


@given(st.text(max_size=300))
def test_no_text_raises_or_gives_nothing_positive(text):
    result = parse_money(text, currency=Currency.UAH)
    assert not isinstance(result, Money) or result.amount > 0


@given(st.text(alphabet="0123456789 .,-+кkтысрубгрнмлноп$€₴₽%", max_size=40))
def test_nothing_like_an_amount_gives_zero_or_less(text):
    result = parse_money(text, currency=Currency.RUB)
    assert not isinstance(result, Money) or result.amount > 0


AMOUNTS = st.integers(min_value=1, max_value=10**11)
STYLES = [" ", "\u00a0", "\u202f", "'", ""]
MARKS = [(",", "."), (".", ",")]
UNITS = {
    Currency.RUB: ["₽", "р.", "руб", "RUB"],
    Currency.UAH: ["₴", "грн", "UAH"],
    Currency.EUR: ["€", "eur"],
    Currency.USD: ["$", "usd"],
}


@given(AMOUNTS, st.sampled_from(Currency), st.sampled_from(STYLES), st.sampled_from(",."), st.data())
def test_a_printed_amount_is_read_back(minor, currency, group, decimal, data):
    whole = f"{minor // 100:,}".replace(",", group)
    unit = data.draw(st.sampled_from(UNITS[currency]))
    typed = f"{whole}{decimal}{minor % 100:02}"
    for text in (f"{typed} {unit}", f"{typed}{unit}", f"{unit} {typed}"):
        assert parse_money(text, currency=Currency.RUB) == Money(minor, currency)


@given(AMOUNTS, st.sampled_from(MARKS))
def test_an_amount_printed_with_points_and_commas_is_read_back(minor, marks):
    group, decimal = marks
    typed = f"{minor // 100:,}".replace(",", group) + f"{decimal}{minor % 100:02} ₽"
    assert parse_money(typed, currency=Currency.UAH) == Money(minor, Currency.RUB)


HOSTILE = [
    "1 " * 2048,
    "1." * 2048,
    "т" * 4096,
    "1,1 " * 1024,
    "о" * 4096,
    "5" * 4096,
    "руб" * 1365,
    "-" * 4096,
    "1о" * 2048,
]


@pytest.mark.parametrize("text", [*HOSTILE, *(text[:200] for text in HOSTILE)])
def test_hostile_text_is_answered_at_once(text):
    start = time.perf_counter()
    parse_money(text, currency=Currency.RUB)
    assert time.perf_counter() - start < 0.1
