"""Proposals to put on paper."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.proposals import PdfProposals
from bot.render import Renderer, Translator
from models.calculation import DeductibleKind
from models.money import Currency, Money
from services.brokerage import Brokerage
from services.calculations.client_version import ClientOffer, ClientVersion
from services.calculations.plans import AT_ONCE, PaymentPlan

TODAY = date(2026, 11, 23)
INSURERS = (
    *("АльфаСтрахование", "Ингосстрах", "РЕСО-Гарантия", "Росгосстрах", "СОГАЗ", "ВСК", "Т-Страхование"),
    *("Ренессанс Страхование", "МАКС", "Согласие", "Зетта", "Югория"),
)


def an_offer(**values: Any) -> ClientOffer:
    usual: dict[str, Any] = {
        "id": 1,
        "number": 0,
        "insurer": INSURERS[0],
        "programme": None,
        "premium": Money.of(46_900, Currency.RUB),
        "sum_insured": Money.of(1_850_000, Currency.RUB),
        "deductible_kind": DeductibleKind.AMOUNT,
        "deductible": 10_000_00,
        "term_months": 12,
        "term_days": None,
        "plans": (AT_ONCE,),
        "valid_until": date(2026, 12, 5),
        "conditions": None,
    }
    return ClientOffer(**{**usual, **values})


def a_version(*offers: ClientOffer, **values: Any) -> ClientVersion:
    usual: dict[str, Any] = {
        "deal_id": 1042,
        "kind_names": {"ru": "КАСКО", "uk": "КАСКО", "en": "Casco"},
        "object": "Toyota Camry 2021",
        "client": "Иванов Иван Иванович",
        "seller": "Maryna",
        "offers": offers or (an_offer(),),
        "made_on": TODAY,
    }
    return ClientVersion(**{**usual, **values})


def a_large_version() -> ClientVersion:
    """Twelve offers with long conditions, the cheapest first."""
    conditions = "Ремонт на станции официального дилера по направлению страховщика, без учёта износа. " * 10
    plans = (AT_ONCE, PaymentPlan(2), PaymentPlan(3, (5000, 2500, 2500)))
    return a_version(
        *(
            an_offer(
                id=number,
                number=number,
                insurer=insurer,
                programme="Программа «Полное спокойствие»",
                premium=Money(46_900_00 + number * 1_234_56, Currency.RUB),
                plans=plans,
                conditions=conditions,
            )
            for number, insurer in enumerate(INSURERS)
        )
    )


def proposals(brokerage: str | None = "Брокер «Надёжный полис»") -> PdfProposals:
    return PdfProposals(Renderer(Translator(), Brokerage("RU", ZoneInfo("Europe/Moscow"), Currency.RUB)), brokerage)
