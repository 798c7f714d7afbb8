"""What the small brokerage of the first minute holds: deals at every stage, offers, policies, money.

Names and words here are data of a play, not words of the product.
"""

from dataclasses import dataclass

from models.client import ClientKind
from models.deal import DealStage
from models.ledger import Category, ExpenseBasis

SELLER, OTHER_SELLER, EXECUTOR, ADMIN = "Марина", "Павел", "Тарас", "Ольга"
POOL = "pool"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededOffer:
    """Whole units of the brokerage's currency; a deductible of 0 is none, `valid_days` count from today."""

    insurer: str
    premium: int
    deductible: int | None = None
    rate: int | None = None
    parts: int = 1
    valid_days: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededPolicy:
    """`paid` counts its instalments; `received` those whose commission has come in."""

    number: str
    started_days_ago: int
    paid: int
    received: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededRule:
    """`percent` of the basis, of each instalment."""

    category: Category
    basis: ExpenseBasis
    percent: int
    payee: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededDeal:
    """`stage` is reached as people reach it; the first offer is the chosen one from AGREEMENT on.

    `asleep_days` puts it to sleep from today; `to` is who calculates.
    """

    client: str
    phone: str
    kind: str
    object: str
    seller: str = SELLER
    client_kind: ClientKind = ClientKind.INDIVIDUAL
    stage: DealStage = DealStage.NEW
    asleep_days: int | None = None
    to: str = EXECUTOR
    offers: tuple[SeededOffer, ...] = ()
    policy: SeededPolicy | None = None
    rule: SeededRule | None = None
    note: str | None = None


COMPANY, SOLE = ClientKind.COMPANY, ClientKind.SOLE_PROPRIETOR

RATES = {
    "RU": {
        "kasko": {"ingos": 22, "reso": 20, "alfa": 22, "vsk": 18, "sogaz": 20},
        "osago": {"ingos": 8, "reso": 8, "alfa": 7},
        "property": {"ingos": 25, "sogaz": 24},
        "dms": {"alfa": 12, "sogaz": 11},
    },
    "UA": {"kasko": {"unika": 20, "arx": 22, "tas": 18}, "oscpv": {"tas": 10, "oranta": 9}, "property": {"pzu_ua": 25}},
}

DEALS = {
    "RU": (
        SeededDeal(
            client="Соколова Анна Петровна",
            phone="+79161110001",
            kind="kasko",
            object="Kia Rio 2020, К345ОР799",
            stage=DealStage.CALCULATION,
            offers=(
                SeededOffer(insurer="alfa", premium=46_900, deductible=10_000, rate=22, parts=2),
                SeededOffer(insurer="ingos", premium=48_200, deductible=15_000, rate=22),
                SeededOffer(insurer="reso", premium=51_000, deductible=0, rate=20),
                SeededOffer(insurer="vsk", premium=44_100, deductible=20_000, rate=18, valid_days=-1),
            ),
            note="Просит без франшизы, но смотрит на цену",
        ),
        SeededDeal(
            client="ООО «Ромашка»",
            phone="+74951110002",
            kind="property",
            object="Склад, Подольск, 1 200 м²",
            client_kind=COMPANY,
            stage=DealStage.AGREEMENT,
            offers=(
                SeededOffer(insurer="ingos", premium=312_000, deductible=50_000, rate=25, parts=2),
                SeededOffer(insurer="sogaz", premium=328_500, deductible=30_000, rate=24),
            ),
        ),
        SeededDeal(
            client="Кузнецов Пётр Ильич",
            phone="+79161110003",
            kind="osago",
            object="Lada Vesta 2022, М007ММ777",
            stage=DealStage.KYC,
            to=EXECUTOR,
        ),
        SeededDeal(
            client="Орлова Мария Сергеевна",
            phone="+79161110004",
            kind="mortgage",
            object="Квартира, 54 м², Москва",
            stage=DealStage.ISSUING,
            offers=(SeededOffer(insurer="vsk", premium=18_450, rate=15), SeededOffer(insurer="sogaz", premium=19_900)),
        ),
        SeededDeal(
            client="ИП Ёлкин Семён Андреевич",
            phone="+79161110005",
            kind="cargo",
            object="Партия мебели, Тверь — Казань",
            client_kind=SOLE,
            asleep_days=9,
            note="Перезвонить, когда согласуют маршрут",
        ),
        SeededDeal(
            client="Белова Дарья Олеговна",
            phone="+79161110006",
            kind="vzr",
            object="Италия, 2 взрослых, 10 дней",
            stage=DealStage.LOST,
        ),
        SeededDeal(
            seller=OTHER_SELLER,
            client="Громов Алексей",
            phone="+79161110007",
            kind="kasko",
            object="Toyota Camry 2021",
        ),
        SeededDeal(
            client="Павлова Ирина Львовна",
            phone="+79161110008",
            kind="kasko",
            object="Mazda CX-5 2022, Т512УК199",
            stage=DealStage.PAID,
            offers=(SeededOffer(insurer="reso", premium=96_400, deductible=15_000, rate=20, parts=4),),
            policy=SeededPolicy(number="AT 7741203", started_days_ago=195, paid=2, received=2),
            rule=SeededRule(category=Category.DISCOUNT, basis=ExpenseBasis.PREMIUM, percent=3),
        ),
        SeededDeal(
            client="Семёнов Игорь",
            phone="+79161110009",
            kind="osago",
            object="Kia Rio 2019, О777ОО177",
            stage=DealStage.PAID,
            offers=(SeededOffer(insurer="alfa", premium=9_870, rate=7),),
            policy=SeededPolicy(number="ХХХ 0412345678", started_days_ago=358, paid=1, received=1),
        ),
        SeededDeal(
            client="ООО «Вектор»",
            phone="+74951110010",
            kind="dms",
            object="Сотрудники, 24 человека",
            client_kind=COMPANY,
            stage=DealStage.PAID,
            offers=(SeededOffer(insurer="alfa", premium=1_240_000, rate=12, parts=2),),
            policy=SeededPolicy(number="ДМС-2026-0088", started_days_ago=60, paid=1, received=1),
            rule=SeededRule(
                category=Category.REFERRER, basis=ExpenseBasis.COMMISSION, percent=10, payee="Анна Смирнова"
            ),
        ),
        SeededDeal(
            client="Зайцев Николай",
            phone="+79161110011",
            kind="property",
            object="Дом, Истра, 180 м²",
            stage=DealStage.PAID,
            offers=(SeededOffer(insurer="sogaz", premium=21_300, rate=24),),
            policy=SeededPolicy(number="SG-П-552901", started_days_ago=30, paid=1),
        ),
        SeededDeal(
            client="Морозов Глеб",
            phone="+79161110012",
            kind="kasko",
            object="Haval Jolion 2024",
            stage=DealStage.KYC,
            to=POOL,
        ),
        SeededDeal(
            seller=OTHER_SELLER,
            client="Фёдорова Елена",
            phone="+79161110013",
            kind="kasko",
            object="VW Tiguan 2020, Н404ОТ777",
            stage=DealStage.PAID,
            offers=(SeededOffer(insurer="ingos", premium=88_000, deductible=20_000, rate=22, parts=2),),
            policy=SeededPolicy(number="SYS2514477", started_days_ago=183, paid=1, received=1),
        ),
    ),
    "UA": (
        SeededDeal(
            client="Іваненко Олена Петрівна",
            phone="+380501110001",
            kind="kasko",
            object="Kia Rio 2020, АА1234ВС",
            stage=DealStage.CALCULATION,
            offers=(
                SeededOffer(insurer="arx", premium=31_400, deductible=5_000, rate=22, parts=2),
                SeededOffer(insurer="unika", premium=33_900, deductible=0, rate=20),
                SeededOffer(insurer="tas", premium=29_800, deductible=10_000, rate=18, valid_days=-1),
            ),
            note="Просить без франшизи",
        ),
        SeededDeal(
            client="ТОВ «Ромашка»",
            phone="+380441110002",
            kind="property",
            object="Склад, Бровари, 1 200 м²",
            client_kind=COMPANY,
            stage=DealStage.AGREEMENT,
            offers=(SeededOffer(insurer="pzu_ua", premium=112_000, deductible=20_000, rate=25, parts=2),),
        ),
        SeededDeal(
            client="Мельник Петро",
            phone="+380501110003",
            kind="oscpv",
            object="Skoda Fabia 2019, КА5678ММ",
            asleep_days=9,
        ),
        SeededDeal(
            seller=OTHER_SELLER,
            client="Бойко Андрій",
            phone="+380501110004",
            kind="green_card",
            object="VW Passat, Польща, 1 місяць",
        ),
        SeededDeal(
            client="Ковальчук Ірина",
            phone="+380501110005",
            kind="kasko",
            object="Renault Duster 2021, ВС4321НІ",
            stage=DealStage.ISSUING,
            offers=(SeededOffer(insurer="arx", premium=27_600, deductible=5_000, rate=22),),
        ),
        SeededDeal(
            client="Шевченко Богдан",
            phone="+380501110006",
            kind="kasko",
            object="Mazda 6 2020, АІ0007КА",
            stage=DealStage.PAID,
            offers=(SeededOffer(insurer="unika", premium=38_000, deductible=5_000, rate=20, parts=4),),
            policy=SeededPolicy(number="UA-KA-220417", started_days_ago=195, paid=2, received=2),
            rule=SeededRule(category=Category.DISCOUNT, basis=ExpenseBasis.PREMIUM, percent=3),
        ),
        SeededDeal(
            client="Ткаченко Марія",
            phone="+380501110007",
            kind="oscpv",
            object="Toyota Yaris 2018, КА0770ВВ",
            stage=DealStage.PAID,
            offers=(SeededOffer(insurer="tas", premium=4_200, rate=10),),
            policy=SeededPolicy(number="EP 221745903", started_days_ago=358, paid=1, received=1),
        ),
        SeededDeal(
            client="Бондар Ігор",
            phone="+380501110008",
            kind="kasko",
            object="Hyundai Tucson 2023",
            stage=DealStage.KYC,
            to=POOL,
        ),
    ),
}
