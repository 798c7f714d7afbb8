"""Leads as sellers type them and as clients write them, in Russian, Ukrainian and English."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.parsing.leads import Lead, kinds, parse_lead
from handlers.parsing.leads.read import read
from handlers.parsing.lines import parse_line
from handlers.parsing.result import Ask
from models.lead import LeadSource
from services.clients.identifiers import TaxNumber
from tests.handlers.parsing.leads_colleagues import COLLEAGUES_RU, COLLEAGUES_UA
from tests.handlers.parsing.leads_messy import MESSY_MISSED_RU, MESSY_MISSED_UA, MESSY_RU, MESSY_UA
from tests.handlers.parsing.leads_table import ALSO_RU, EN_RU, NONE, RU, STRANGERS_RU, STRANGERS_UA, UA
from tests.handlers.parsing.leads_unseen import MISSED_RU, MISSED_UA, UNSEEN_RU, UNSEEN_UA

NAMES = {
    "n": "name",
    "c": "company",
    "p": "phones",
    "e": "email",
    "k": "kinds",
    "s": "source",
    "o": "object",
    "pl": "plate",
    "vin": "vin",
    "tax": "tax_id",
    "pos": "position",
    "bd": "business_domain",
    "note": "note",
}


def lead(text, region="RU"):
    return parse_lead(text.replace(" ⏎ ", "\n"), region=region)


def told(text, region="RU"):
    found = lead(text, region)
    if found is None:
        return "none"
    return "; ".join(f"{key}={_told(getattr(found, name))}" for key, name in NAMES.items() if getattr(found, name))


def _told(value) -> str:
    match value:
        case Ask(why):
            return f"?{why}"
        case TaxNumber(kind, number):
            return f"{kind.value}:{number}"
        case LeadSource():
            return value.name
        case frozenset():
            return ",".join(sorted(value))
        case tuple():
            return ",".join(value)
        case _:
            return str(value)


@pytest.mark.parametrize(
    ("text", "meaning"), [*RU, *ALSO_RU, *EN_RU, *STRANGERS_RU, *UNSEEN_RU, *COLLEAGUES_RU, *MESSY_RU]
)
def test_a_lead_in_russia_means_what_was_typed(text, meaning):
    assert told(text) == meaning


@pytest.mark.parametrize(("text", "meaning"), [*UA, *STRANGERS_UA, *UNSEEN_UA, *COLLEAGUES_UA, *MESSY_UA])
def test_a_lead_in_ukraine_means_what_was_typed(text, meaning):
    assert told(text, "UA") == meaning


@pytest.mark.parametrize(
    "cases", [(UNSEEN_RU, MISSED_RU), (UNSEEN_UA, MISSED_UA), (MESSY_RU, MESSY_MISSED_RU), (MESSY_UA, MESSY_MISSED_UA)]
)
def test_few_of_the_lines_that_were_unseen_are_missed(cases):
    read_right, missed = cases
    assert len(missed) < len(read_right) / 20


@pytest.mark.parametrize(
    ("region", "cases"), [("RU", [*MISSED_RU, *MESSY_MISSED_RU]), ("UA", [*MISSED_UA, *MESSY_MISSED_UA])]
)
def test_a_missed_line_that_is_read_now_moves_to_the_others(region, cases):
    assert [case.id for case in cases if told(case.values[0], region) == case.values[1]] == []


@pytest.mark.parametrize("region", ["RU", "UA"])
@pytest.mark.parametrize("text", NONE)
def test_talk_and_spam_are_no_lead(text, region):
    assert lead(text, region) is None


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("Иванов 89161234567 осаго", "RU", {"osago"}),
        ("Иванов 89161234567 осаго", "UA", {"oscpv"}),
        ("Иванов 89161234567 автогражданка", "RU", {"osago"}),
        ("Иванов 89161234567 автоцивілка", "UA", {"oscpv"}),
        ("Иванов 89161234567 автогражданка", "UA", {"oscpv"}),
        ("Иванов 89161234567 дсаго", "RU", {"dsago"}),
        ("Иванов 89161234567 дсаго", "UA", set()),
    ],
)
def test_a_kind_is_that_of_the_region(text, region, expected):
    assert lead(text, region).kinds == expected


def test_a_ukrainian_kind_in_russia_is_asked_and_stays_in_the_note():
    found = lead("Иванов 89161234567 каско и автоцивілка")
    assert (found.kinds, found.note) == (Ask("which-country"), "каско и автоцивілка")


@pytest.mark.parametrize(
    ("text", "region", "note"),
    [
        ("Иванов 89161234567 КАСКО Камри, позвонил сам", "RU", "позвонил сам"),
        ("сама обратилась Иванова 89161234567 осаго", "RU", "сама обратилась"),
        ("Петренко 0671234567 автоцивілка, сам подзвонив", "UA", "сам подзвонив"),
        ("John Smith 89161234567 kasko, called us himself", "RU", "called us himself"),
    ],
)
def test_that_he_came_himself_stays_in_the_note(text, region, note):
    assert lead(text, region).note == note


@pytest.mark.parametrize(
    ("text", "company", "tax"),
    [
        ("ПП Світанок-2, код 41193601, автоцивілка, 098 120 46 37", "ПП Світанок-2", "41193601"),
        ("ФГ Колос-2000, 0981204637", "ФГ Колос-2000", None),
    ],
)
def test_a_number_behind_a_hyphen_belongs_to_the_company_and_eight_digits_behind_code_are_its_own(text, company, tax):
    found = lead(text, "UA")
    assert found.company == company
    assert (found.tax_id.value if found.tax_id else None) == tax


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("Светлана Юрьевна, ООО Мясной двор, 89137012284, дмс", "ООО Мясной двор"),
        ("ООО Искитимский щебень, снабженец Кротов, 89137012284, каско", "ООО Искитимский щебень"),
        ("ООО Мясной просит каско, 89137012284", "ООО Мясной"),
    ],
)
def test_a_company_is_an_adjective_and_the_small_noun_behind_it(text, company):
    assert lead(text).company == company


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Иванов 89161234567 осаго, сейчас в Ингосе 48 тыс", "сейчас в Ингосе 48 тыс"),
        ("Иванов 89161234567 осаго, надо ответственность перевозчика", "надо ответственность перевозчика"),
        ("Иванов 89161234567 каско на Рио, был залив", "был залив"),
        ("Иванов 89161234567 боится каско дорого выйдет", "боится каско дорого выйдет"),
        ("Иванов 89161234567 нужно каско срочно", "срочно"),
    ],
)
def test_a_clause_reads_in_the_note_as_it_was_typed(text, note):
    assert lead(text).note == note


@pytest.mark.parametrize(
    ("text", "kinds_"),
    [
        ("Иванов 89161234567 осаго у него до 12.12, нужно каско", {"kasko"}),
        ("Иванов 89161234567 дсаго до 3 млн к полису осаго", {"dsago"}),
        ("Иванов 89161234567 каско, осаго заканчивается в мае", {"kasko"}),
        ("Иванов 89161234567 имущество, квартира в ипотеке", {"property"}),
        ("Иванов 89161234567 осаго заканчивается в мае", {"osago"}),
        ("Иванов 89161234567 гражданка перед соседями", set()),
    ],
)
def test_a_kind_that_is_only_mentioned_is_no_wish_beside_one_that_is_said(text, kinds_):
    assert lead(text).kinds == kinds_


@pytest.mark.parametrize(
    ("typed", "region", "phone"),
    [
        ("восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь", "RU", "+79161234567"),
        ("8 916 сто двадцать три 45 67", "RU", "+79161234567"),
        ("нуль шістдесят сім сто двадцять три сорок п'ять шістдесят сім", "UA", "+380671234567"),
        ("8/916/123/45/67", "RU", "+79161234567"),
        ("(3852) 50-41-16", "RU", "+73852504116"),
        ("0-67-123-45-67", "UA", "+380671234567"),
    ],
)
def test_a_phone_is_read_in_words_and_in_odd_groups(typed, region, phone):
    assert lead(f"Иванов {typed} каско", region).phones == (phone,)


def test_numerals_that_make_no_phone_stay_words():
    assert lead("Иванов 89161234567 дмс, двадцать пять человек или тридцать два").note.endswith("или тридцать два")


@pytest.mark.parametrize(
    "text",
    [
        "Полина, Олег: 89161111111, Полина: 89162222222, дмс",
        "Полина, дмс, платит муж (Олег 89161111111), её 89162222222",
        "от Олега Титова (наш клиент, 89161111111) Полина, дмс, 89162222222",
    ],
)
def test_the_number_beside_another_name_is_not_the_leads_first(text):
    assert (lead(text).name, lead(text).phones) == ("Полина", ("+79162222222", "+79161111111"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Перезвонить!!! Строганов, каско, 89161234567", "Строганов"),
        ("Ростов. Мурат, каско, 89161234567", "Мурат"),
        ("брат дал контакт: Дубровин Игорь, каско, Игорь 89161234567", "Дубровин Игорь"),
        ("имущество, Ф. А. Рау, 89161234567", "Ф. А. Рау"),
        ("запиши рыбак иван петрович? нет: петр степанович козак хочет каско 89161234567", "петр степанович козак"),
        ("спроси Альфу, каско, Егор 89161234567", "Егор"),
    ],
)
def test_verbs_towns_and_insurers_are_no_names(text, name):
    assert lead(text).name == name


@pytest.mark.parametrize(
    ("text", "source", "note"),
    [
        ("Кум дал контакт: Богдан Мороз 89161234567, каско", LeadSource.REFERRAL, "Кум дал контакт"),
        ("Анна скинула номер брата: Олег 89161234567, каско", LeadSource.REFERRAL, "Анна скинула номер брата"),
        ("Прислали из «Юг-Моторс» по партнёрке: Олег 89161234567", LeadSource.PARTNER, "Прислали из «Юг-Моторс»"),
        ("Анна дала расчёт, Олег 89161234567, каско", None, "Анна дала расчёт"),
    ],
)
def test_who_gave_the_contact_tells_how_the_lead_came(text, source, note):
    found = lead(text)
    assert (found.source, found.note, found.company) == (source, note, None)


@pytest.mark.parametrize("typed", ["kornev(at)example.ru", "kornev[at]example.ru", "kornev @ example.ru"])
def test_an_email_is_read_with_a_word_or_blanks_for_its_sign(typed):
    assert lead(f"Корнев {typed} каско").email == "kornev@example.ru"


@pytest.mark.parametrize("number", ["0671234567", "067 123-45-67", "(067) 123 45 67", "80671234567"])
def test_a_number_that_only_ukraine_has_is_asked_in_russia(number):
    found = lead(f"Иванов {number} осаго")
    assert (found.phones, found.note) == (Ask("which-country"), number)
    assert lead(f"Иванов {number} осаго", "UA").phones == ("+380671234567",)


def test_a_russian_number_without_its_code_is_asked_in_ukraine():
    assert lead("Петренко 9161234567 осцпв", "UA").phones == Ask("which-country")


@pytest.mark.parametrize(
    ("typed", "email"),
    [
        ("ivan собака mail.ru", "ivan@mail.ru"),
        ("ivan точка petrov собака мейл точка ру", "ivan.petrov@mail.ru"),
        ("ira_k (собака) ukr крапка net", "ira_k@ukr.net"),
        ("ivаn@gmаil.com", "ivan@gmail.com"),
        ("иван@почта.рф", "иван@почта.рф"),
    ],
)
def test_an_email_is_read_as_it_was_dictated_or_with_letters_that_only_look_latin(typed, email):
    assert lead(f"Иванов {typed} осаго").email == email


def test_a_dictated_email_in_cyrillic_letters_is_not_guessed():
    found = lead("Иванов 89161234567 ваня собака мейл ру")
    assert (found.email, found.note) == (None, "ваня собака мейл ру")


@pytest.mark.parametrize(
    ("text", "name", "insured"),
    [
        ("Калина Степан 89161234567 осаго", "Калина Степан", None),
        ("осаго Калина 2012 Степан 89161234567", "Степан", "Калина 2012"),
        ("Олег Камри 89161234567 каско", "Олег", "Камри"),
        ("Лада Шевченко 89161234567 каско", "Лада Шевченко", None),
        ("Лада Гранта Шевченко 89161234567 каско", "Шевченко", "Лада Гранта"),
        ("Людмила Скала 89161234567 взр", "Людмила Скала", None),
    ],
)
def test_a_word_that_is_a_surname_and_a_car_is_what_it_stands_for(text, name, insured):
    assert (lead(text).name, lead(text).object) == (name, insured)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("по рекомендации Ольги Анна 89161234567 осаго", "Анна"),
        ("по рекомендации Олег 89161234567 осаго", "Олег"),
        ("от Иванова Сергея Петр 89161234567 осаго", "Петр"),
        ("посоветовала Петрова Ирина. Вика 89161234567 осаго", "Вика"),
    ],
)
def test_who_is_named_behind_the_referrer_and_not_declined_is_the_lead(text, name):
    assert (lead(text).name, lead(text).source) == (name, LeadSource.REFERRAL)


@pytest.mark.parametrize(
    ("text", "region", "name", "note"),
    [
        ("брокер Светлана скинула Игоря Петрова, 89161234567", "RU", "Игоря Петрова", "брокер Светлана скинула"),
        ("Иванов Пётр 89161234567 ипотека, риелтор Анна дала", "RU", "Иванов Пётр", "риелтор Анна дала"),
        ("рієлторка Ірина передала Максима Бойка 0671234567", "UA", "Максима Бойка", "рієлторка Ірина передала"),
        ("дилер скинув: Бойко Андрій 067 123 45 67 каско", "UA", "Бойко Андрій", "дилер скинув"),
    ],
)
def test_a_partner_by_trade_who_sent_the_lead_stays_whole_in_the_note(text, region, name, note):
    found = lead(text, region)
    assert (found.name, found.note, found.source) == (name, note, LeadSource.PARTNER)
    assert (found.position, found.company) == (None, None)


@pytest.mark.parametrize(
    "text", ["риелтор Анна дала скидку, Иванов 89161234567", "мама дала совет, Иванов 89161234567"]
)
def test_a_partner_who_gave_something_else_sent_nobody(text):
    assert lead(text).source is None


@pytest.mark.parametrize(
    ("text", "insured", "note"),
    [
        ("нс на внука 7 лет, Иванова 89161234567", "внука 7 лет", None),
        ("нс дочка Маша 8 лет гимнастика, Иванова Оля 89161234567", "дочка Маша 8 лет", "гимнастика"),
        ("дмс на себя и дочь 6 лет, Иванова 89161234567", None, "на себя и дочь 6 лет"),
        ("осаго Рио, водитель сын 19 лет, Иванова 89161234567", "Рио", "водитель сын 19 лет"),
        ("дмс на бригаду 14 человек, Иванова 89161234567", "бригаду 14 человек", None),
    ],
)
def test_who_is_insured_is_told_by_his_age_or_their_number(text, insured, note):
    assert (lead(text).object, lead(text).note) == (insured, note)


@pytest.mark.parametrize(
    ("text", "insured", "note"),
    [
        ("груз мебель из Италии, Иванов 89161234567", "мебель из Италии", None),
        ("груз мебель из Китая в Казань, Иванов 89161234567", "мебель", "из Китая в Казань"),
        ("застраховать офис и технику от пожара, Иванов 89161234567", "офис и технику", "от пожара"),
        ("имущество, дом в Ясной поляне, Иванов 89161234567", "дом в Ясной поляне", None),
        ("осаго камри А123ВС77 и рио В234АС77, Иванов 89161234567", "камри А123ВС77 и рио В234АС77", None),
        ("каско, машину пока не купил, Иванов 89161234567", None, "машину пока не купил"),
    ],
)
def test_an_object_is_as_whole_as_it_was_typed(text, insured, note):
    assert (lead(text).object, lead(text).note) == (insured, note)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Форд Михаил 89161234567 осаго на камри", "Форд Михаил"),
        ("Форд Сергей 89161234567 осаго", "Сергей"),
        ("Марсель Каримов 89161234567 взр", "Марсель Каримов"),
        ("билет в Рим Гарипов 89161234567 взр", "Гарипов"),
        ("мороз олег 89161234567 осаго", "мороз олег"),
        ("вчера ольга 89161234567 осаго", "ольга"),
        ("89161234567 Беркут осаго", "Беркут"),
    ],
)
def test_a_word_is_a_name_where_its_neighbours_tell_so(text, name):
    assert lead(text).name == name


@pytest.mark.parametrize(
    ("text", "kinds_", "note"),
    [
        ("Иванов 89161234567 осаго, везде впаривают жизнь", {"osago"}, "везде впаривают жизнь"),
        ("Иванов 89161234567 ипотека, банк заставляет жизнь", {"mortgage"}, "банк заставляет жизнь"),
        ("Иванов 89161234567 взр на год, шенген", {"vzr"}, "на год, шенген"),
        ("Иванов 89161234567 осаго, говорит 5 лет без аварий", {"osago"}, "говорит 5 лет без аварий"),
        ("Иванов 89161234567 осаго, если дорого то не надо", {"osago"}, "если дорого то не надо"),
        ("Иванов 89161234567 хочет каско и осаго", {"kasko", "osago"}, None),
    ],
)
def test_a_clause_is_kept_whole_and_what_is_pressed_upon_him_is_no_wish(text, kinds_, note):
    assert (lead(text).kinds, lead(text).note) == (kinds_, note)


def test_the_phone_of_the_referrer_is_his_where_the_lead_has_one_of_his_own():
    both = lead("от Иванова 89161111111 клиент Пётр 89162222222 осаго")
    assert both.phones == ("+79162222222", "+79161111111")
    assert lead("Сергей от Петровой 89161234567 осаго").phones == ("+79161234567",)


@pytest.mark.parametrize(
    "text",
    [
        "Ремонт квартир под ключ, недорого, гарантия, 89161234567",
        "Акция! Продаем дрова, доставка 89161234567",
        "Продам ліди на страхування, 500 контактів, 89161234567",
        "Ваня, купи бумаги А4",
        "Девочки, кто заказывал воду? Привезли 5 бутылок",
    ],
)
def test_who_sells_to_us_or_speaks_to_a_colleague_is_no_lead(text):
    assert lead(text) is None


def test_a_client_who_asks_for_a_cheap_one_does_not_sell():
    assert lead("Ольга, есть ли скидка, недорого, бесплатно 89161234567").name == "Ольга"
    assert lead("осаго со скидкой недорого 89161234567").kinds == {"osago"}


def test_a_kind_that_the_region_does_not_have_stays_in_the_note():
    assert lead("Петренко 0671234567 дсаго", "UA").note == "дсаго"


@pytest.mark.parametrize("source", LeadSource)
def test_there_are_words_for_every_source(source):
    words = {
        LeadSource.WEB: "с сайта",
        LeadSource.REFERRAL: "по рекомендации",
        LeadSource.SOCIAL: "инста",
        LeadSource.MANUAL: "вручную",
        LeadSource.SCANNER: "с визитки",
        LeadSource.PARTNER: "партнёр",
        LeadSource.REGISTRATION: "регистрация",
        LeadSource.CALLBACK: "перезвоните",
        LeadSource.LEAD_MAGNET: "лид-магнит",
        LeadSource.MESSAGE: "написал в телеграм",
    }
    assert lead(f"Иванов 89161234567 каско, {words[source]}").source is source


def test_two_ways_to_have_come_are_asked_and_both_stay_in_the_note():
    found = lead("Иванов 89161234567 каско, инста, партнёр")
    assert (found.source, found.note) == (Ask("two-sources"), "инста, партнёр")


def test_a_deed_tells_more_than_its_place():
    found = lead("Иванов 89161234567 скачал чек-лист с сайта")
    assert (found.source, found.note) == (LeadSource.LEAD_MAGNET, "с сайта")


def test_the_long_message_is_read_to_its_end():
    story = "Очень долго рассказывал про соседей и ремонт " * 60
    found = lead(f"{story}\nИванов Иван 89161234567 каско")
    assert (found.name, found.phones) == ("Иванов Иван", ("+79161234567",))
    assert found.kinds == {"kasko"}
    assert found.note.count("соседей") == 60


def _is_phone(number):
    found = lead(str(number))
    return found is not None and isinstance(found.phones, tuple)


FIRST = st.sampled_from(["Иванов", "Петренко Олена", "Сидоров П.П.", "Ким Анна", "Мамедов Рашид", "John Smith"])
PHONES = st.integers(9_000_000_000, 9_999_999_999).filter(_is_phone)
KINDS = st.sampled_from([("КАСКО", "kasko"), ("осаго", "osago"), ("ДМС", "dms"), ("Зелёная карта", "green_card")])
SOURCES = st.sampled_from([("с сайта", "WEB"), ("инста", "SOCIAL"), ("по рекомендации", "REFERRAL"), ("", None)])
OBJECTS = st.sampled_from(["Камри", "Toyota Camry 2021", "Киа Рио 2019 г.в.", "Лада Веста СВ кросс", "Haval F7x"])


def _typed_phones(number):
    digits = str(number)
    code, rest = digits[:3], f"{digits[3:6]}-{digits[6:8]}-{digits[8:]}"
    return st.sampled_from([f"8{digits}", f"+7{digits}", f"8 ({code}) {rest}", f"+7 {code} {rest}", f"8-{code}-{rest}"])


@st.composite
def rendered_leads(draw):
    """A lead and one of the manners in which people type it."""
    name, number, insured = draw(FIRST), draw(PHONES), draw(OBJECTS)
    (kind, code), (way, source) = draw(KINDS), draw(SOURCES)
    phone = draw(st.sampled_from(["", "тел. ", "моб: "])) + draw(_typed_phones(number))
    wish = f"{kind} {draw(st.sampled_from(['', 'на ', 'авто ']))}{insured}"
    parts = draw(st.permutations([name, phone, wish, *([way] if way else [])]))
    separator = draw(st.sampled_from([", ", "\n", "; ", " — ", " | "]))
    greeting = draw(st.sampled_from(["", "Добрый день! ", "Новый лид: ", "🔥 "]))
    return greeting + separator.join(parts), (name, (f"+7{number}",), {code}, source, insured)


@given(rendered_leads())
def test_a_lead_typed_in_any_manner_is_read_back(rendered):
    text, expected = rendered
    found = lead(text)
    assert (found.name, found.phones, found.kinds, found.source and found.source.name, found.object) == expected
    assert found.note is None


PIECES = """Иванов Пётр Петренко О. Марія John тел моб. 89161234567 +380671234567 0671234567 916 123-45-67 каско осаго
ДМС с сайта от Петрова по рекомендации инста ООО «Ромашка» ТОВ Лан ИП директор главбух Камри Toyota 2021 г.в. на для и
квартира 54 м² 30 человек жена муж раб. А123ВС777 АА1234ВВ ИНН 7707083893 7707083894 XTA210990Y2766389 ivan@mail.ru , ;
: ( ) - — 🔥 кракозябра Блямба 15.03 2,5 млн завтра не нужно уже есть логистика стройка IT груз Имя: Авто: @ivan ! ?"""
MESSAGES = st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=18).map(" ".join)
NOISE = st.one_of(st.text(max_size=300), MESSAGES)
REGIONS = st.sampled_from(["RU", "UA"])
SAYING = re.compile(r"[^\W_]+")


@given(NOISE, REGIONS)
def test_no_noise_breaks_the_parser_and_phones_are_international(text, region):
    found = parse_lead(text, region=region)
    if found is not None and isinstance(found.phones, tuple):
        assert all(re.fullmatch(r"\+\d{8,15}", phone) for phone in found.phones)
        assert len(set(found.phones)) == len(found.phones)


@given(NOISE, REGIONS)
def test_no_word_that_is_not_understood_is_lost(text, region):
    found = parse_lead(text, region=region)
    if found is None:
        return
    sheet = read(text, region)
    kept = SAYING.findall(" ".join(filter(None, map(_text, _values(found)))))
    for token, meaning in zip(sheet.tokens, sheet.meanings, strict=True):
        if meaning is None and token.kind in {"word", "number", "broken-phone", "broken-vin", "address"}:
            assert set(SAYING.findall(token.text)) <= set(kept), (token, found)


@given(MESSAGES, REGIONS)
def test_every_good_number_has_its_field_or_stays_in_the_note(text, region):
    found = parse_lead(text, region=region)
    if found is None:
        return
    kept = " ".join(filter(None, map(_text, _values(found))))
    for token in read(text, region).tokens:
        if token.kind in {"phone", "email", "plate", "vin", "tax"}:
            assert (token.value or token.text) in kept or token.text in kept, (token, found)


def _values(found: Lead):
    return [getattr(found, name) for name in NAMES.values()]


def _text(value):
    match value:
        case str():
            return value
        case tuple():
            return " ".join(value)
        case TaxNumber(value=number):
            return number
        case _:
            return None


@pytest.mark.parametrize(
    "text",
    [
        "8 9" * 1500,
        "(" * 4096,
        "+7 " * 1300,
        "А1" * 2000,
        "а" * 4096,
        "1 " * 2048,
        "ИНН " * 1000,
        "« " * 2000,
        "у него " * 580,
    ],
)
def test_a_hostile_message_is_read_in_no_time(text):
    lead("Иванов 89161234567")
    begun = time.process_time()
    lead(text)
    assert time.process_time() - begun < 2


def result(text, **given_):
    return parse_line("lead", {"id": 7, "text": text, "lang": "ru", "given": given_})["result"]


def test_a_lead_as_json_has_all_its_fields():
    assert result(
        "ООО «Ромашка» ИНН 7707083893, директор Сидоров П.П., 8 495 123-45-67, ДМС на 30 человек, с сайта"
    ) == {
        "name": "Сидоров П.П.",
        "company": "ООО «Ромашка»",
        "phones": ["+74951234567"],
        "email": None,
        "kinds": ["dms"],
        "source": "WEB",
        "object": "30 человек",
        "plate": None,
        "vin": None,
        "tax_id": {"type": "inn", "value": "7707083893"},
        "position": "директор",
        "business_domain": None,
        "note": None,
    }


def test_json_tells_no_lead_and_asks_in_place_of_a_field():
    assert result("спасибо") == "none"
    assert result("Иванов ИНН 7707083894 89161234567")["tax_id"] == {"ask": "tax-number-check-digit"}
    assert result("0671234567", region="UA")["phones"] == ["+380671234567"]


@pytest.mark.parametrize("region", ["RU", "UA"])
def test_every_word_of_a_kind_is_read_as_it(region):
    for meaning, words in kinds.ENTRIES:
        for phrase in words.split(","):
            typed = " ".join(phrase.split())
            code = kinds.code_in(region, meaning.value)
            if "*" not in typed and code is not None and (region, meaning.value) != ("RU", kinds.UKRAINIAN_LIABILITY):
                assert code in lead(f"Иванов 89161234567, {typed}", region).kinds, typed
