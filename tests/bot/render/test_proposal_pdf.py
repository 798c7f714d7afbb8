"""A proposal on paper, read back with a reader of PDFs."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from models.calculation import DeductibleKind
from models.content_type import ContentType
from models.money import Currency, Money
from models.user import Language
from services.calculations.client_version import ClientVersion
from services.calculations.plans import AT_ONCE, PaymentPlan
from services.documents.content import inspect_content
from tests.bot.render.proposals import INSURERS, a_large_version, a_version, an_offer, proposals
from tests.depth import examples

PROPOSALS = proposals()
LIMIT = 300_000


def pages_of(version: ClientVersion, language: Language = Language.RU) -> list[str]:
    """Each page's text, blanks made plain."""
    data = PROPOSALS.write(version, language).data
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def test_it_says_who_for_what_how_much_and_until_when() -> None:
    half = PaymentPlan(2)
    (page,) = pages_of(
        a_version(
            an_offer(plans=(AT_ONCE, half)), an_offer(id=2, insurer="РЕСО", premium=Money(51_000_00, Currency.RUB))
        )
    )
    for words in (
        "Брокер «Надёжный полис»",
        "№ 1042 от 23 ноября 2026",
        "Иванов Иван Иванович",
        "Toyota Camry 2021",
        "1 850 000 ₽",
        "12 месяцев",
        "АльфаСтрахование 46 900 ₽ лучшая цена 10 000 ₽ одним платежом или 2 × 23 450 ₽",
        "РЕСО 51 000 ₽",
        "Предложение действует до 5 декабря 2026",
        "Ваш менеджер: Maryna · Брокер «Надёжный полис»",
        "Страница 1 из 1",
    ):
        assert words in page


@pytest.mark.parametrize(
    ("language", "words"),
    [(Language.UK, "Пропозиція чинна до 5 грудня 2026"), (Language.EN, "This proposal is valid until 5 December 2026")],
)
def test_it_speaks_the_clients_language(language: Language, words: str) -> None:
    assert words in pages_of(a_version(), language)[0]


def test_a_dozen_offers_run_over_pages_with_the_heads_repeated() -> None:
    pages = pages_of(a_large_version())
    text = " ".join(pages)
    assert len(pages) > 1
    assert all(insurer in text for insurer in INSURERS)
    assert "Страховая компания Премия" in pages[0]
    assert "Страховая компания Премия" in pages[1]
    assert all(f"Страница {number} из {len(pages)}" in page for number, page in enumerate(pages, start=1))


def test_it_is_small_and_passes_for_a_document_of_a_folder() -> None:
    data = PROPOSALS.write(a_large_version(), Language.RU).data
    assert len(data) < LIMIT
    assert inspect_content(data, limit=LIMIT) is ContentType.PDF


def test_the_same_version_is_the_same_bytes() -> None:
    assert proposals().write(a_version(), Language.RU) == PROPOSALS.write(a_version(), Language.RU)


@pytest.mark.parametrize(
    ("language", "head", "contact"),
    [
        (Language.RU, "Страховой брокер", "Ваш менеджер: Maryna"),
        (Language.UK, "Страховий брокер", "Ваш менеджер: Maryna"),
        (Language.EN, "Insurance broker", "Your manager: Maryna"),
    ],
)
def test_without_a_name_it_is_a_brokers_all_the_same_and_the_seller_is_whom_to_ask(
    language: Language, head: str, contact: str
) -> None:
    data = proposals(None).write(a_version(), language).data
    page = PdfReader(BytesIO(data)).pages[0].extract_text()
    assert page.startswith(head)
    assert contact in page
    assert f"Maryna · {head}" in page, "at the foot"


def test_the_last_page_is_never_the_end_alone() -> None:
    for brokerage in (None, "Брокер «Надёжный полис»"):
        data = proposals(brokerage).write(a_large_version(), Language.EN).data
        assert INSURERS[-1] in PdfReader(BytesIO(data)).pages[-1].extract_text()


def test_the_column_of_deductibles_goes_where_none_was_said() -> None:
    unsaid = an_offer(deductible_kind=None, deductible=None)
    assert "Франшиза" not in pages_of(a_version(unsaid))[0]
    assert "по договору" in pages_of(a_version(unsaid, an_offer(id=2, deductible_kind=DeductibleKind.NONE)))[0]


@settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed=st.text(max_size=300), more=st.text(max_size=3000), day=st.dates(date(2000, 1, 1), date(2099, 1, 1)))
def test_whatever_people_type_can_be_put_on_paper(typed: str, more: str, day: date) -> None:
    offer = an_offer(programme=typed[:120], conditions=more, valid_until=day)
    version = replace(a_version(offer), object=typed, client=typed, seller=typed)
    assert PROPOSALS.write(version, Language.RU).data.startswith(b"%PDF")


@pytest.mark.parametrize("typed", ["<b>жирно</b> & <img src=x>", "&lt;i&gt;", "<para>", "</para>"])
def test_what_looks_like_markup_is_shown_as_it_was_typed(typed: str) -> None:
    assert typed in pages_of(a_version(object=typed))[0]
