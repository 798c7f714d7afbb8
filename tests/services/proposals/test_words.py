"""Ways to pay and deductibles as a client reads them."""

from datetime import date
from decimal import Decimal

import pytest

from bot.render import Renderer, Translator
from bot.render.html import visible_length
from models.calculation import DeductibleKind
from models.money import Currency, Money
from models.user import Language
from services.calculations.client_version import ClientOffer, ClientVersion
from services.calculations.plans import PaymentPlan
from services.conversation.values import Notice, text
from services.proposals.words import deductible_value, plan_words, version_lines
from tests.bot.render.proposals import a_large_version, an_offer
from tests.harness import BROKERAGE, NOON


def rub(amount: str) -> Money:
    return Money.of(amount, Currency.RUB)


@pytest.mark.parametrize(
    ("premium", "plan", "words"),
    [
        ("46900", PaymentPlan(), text("client-plan-once")),
        ("46900", PaymentPlan(2), text("client-plan-equal", count="2", amount=rub("23450"))),
        ("100", PaymentPlan(3), text("client-plan-parts-first", count=3, first=rub("33.33"))),
        ("0.01", PaymentPlan(2), text("client-plan-parts", count=2)),
        (
            "100",
            PaymentPlan(2, (6000, 4000)),
            text("client-plan-sums", sums=text("client-plan-sum", left=rub("60"), right=rub("40"))),
        ),
        (
            "100",
            PaymentPlan(5, (6000, 1000, 1000, 1000, 1000)),
            text("client-plan-parts-first", count=5, first=rub("60")),
        ),
    ],
)
def test_each_way_to_pay_says_what_is_due(premium: str, plan: PaymentPlan, words: object) -> None:
    assert plan_words(an_offer(premium=rub(premium), plans=(plan,))) == [words]


@pytest.mark.parametrize(
    ("kind", "number", "value"),
    [
        (None, None, None),
        (DeductibleKind.NONE, None, None),
        (DeductibleKind.AMOUNT, 15_000_00, rub("15000")),
        (DeductibleKind.PERCENT, 50, text("client-deductible-part", percent=Decimal("0.5"))),
    ],
)
def test_a_deductible_is_a_sum_or_a_part_of_the_sum_insured(
    kind: DeductibleKind | None, number: int | None, value: object
) -> None:
    assert deductible_value(an_offer(deductible_kind=kind, deductible=number)) == value


def version(*offers: ClientOffer) -> ClientVersion:
    return ClientVersion(1, {"ru": "КАСКО"}, "Camry", "Ivan", "Maryna", offers, date(2026, 11, 23))


def test_the_best_price_is_named_only_where_prices_can_be_compared() -> None:
    cheap, dear = an_offer(id=1, premium=rub("1")), an_offer(id=2, premium=rub("2"))
    euros = an_offer(id=3, premium=Money(300, Currency.EUR))
    assert version(cheap, dear).best_id == 1
    assert version(cheap).best_id is None
    assert version(euros, cheap).best_id is None


def test_it_holds_until_the_first_of_its_offers_expires() -> None:
    early, late = date(2026, 12, 1), date(2026, 12, 9)
    offers = [an_offer(valid_until=day) for day in (late, None, early)]
    assert version(*offers).valid_until == early
    assert version(an_offer(valid_until=None)).valid_until is None


@pytest.mark.parametrize("language", Language)
def test_a_dozen_offers_with_their_conditions_fit_into_one_message(language: Language) -> None:
    notice = Notice(version_lines(a_large_version(), "Reliable Cover"), language=language)
    message = Renderer(Translator(), BROKERAGE).notice(notice, Language.EN, now=NOON)["text"]
    assert visible_length(message) < 4096
    assert message.endswith("Maryna · Reliable Cover")
