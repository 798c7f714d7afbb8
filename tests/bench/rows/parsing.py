"""How many lines of offers and of leads are read a second, by one process."""

import random
import time
from itertools import cycle, islice
from pathlib import Path

from handlers.parsing.leads import parse_lead
from handlers.parsing.offers import InsurerBook, parse_offers
from models.money import Currency
from services.insurers.seed import SEED_INSURERS
from tests.bench.table import Row

LINES = 5_000
SHAPES = (
    "{name} {premium} фр{deductible} кв{commission}",
    "{name} — {premium} ₽, франшиза {deductible} тыс, КВ {commission}%",
    "{name}: {premium} р. без франшизы, комиссия {commission}%, рассрочка 2, 12 мес",
    "{name} {premium} франшыза {deductible}к, к.в. {commission}, СС 1,85 млн",
)
LEADS = (
    "{name} 8 916 {number} КАСКО {car}, с сайта",
    "{name}, тел. +7916{number}, осаго на {car} 2021 г.в., от Петрова",
    "Добрый день! Меня зовут {name}, интересует каско на {car}. Мой номер 8-916-{number}",
    "ООО «Ромашка», директор {name}, 8(916){number}, ДМС на 30 человек, {car}",
)
PEOPLE = ("Иванов", "Сидоров П.П.", "Анна Ким", "Петрова Мария Ильинична")
CARS = ("Камри", "Kia Rio", "Лада Веста", "BMW X5")


async def measure(rounds: int, folder: Path) -> list[Row]:
    book = InsurerBook(SEED_INSURERS)
    return [
        Row(
            "lines of offers read, processor time",
            [_a_second(book, seed) for seed in range(rounds)],
            least=5000,
            unit="lines/s",
        ),
        Row(
            "lines of leads read, processor time",
            [_leads_a_second(seed) for seed in range(rounds)],
            least=2000,
            unit="lines/s",
        ),
    ]


def _a_second(book: InsurerBook, seed: int) -> float:
    lines = _lines(random.Random(seed))  # noqa: S311 - a bench wants the same lines each time
    begun = time.process_time()
    for line in lines:
        parse_offers(line, currency=Currency.RUB, region="RU", insurers=book)
    return LINES / (time.process_time() - begun)


def _leads_a_second(seed: int) -> float:
    lines = _leads(random.Random(seed))  # noqa: S311 - as above
    parse_lead(lines[0], region="RU")
    begun = time.process_time()
    for line in lines:
        parse_lead(line, region="RU")
    return LINES / (time.process_time() - begun)


def _leads(chance: random.Random) -> list[str]:
    return [
        shape.format(name=chance.choice(PEOPLE), number=f"{chance.randrange(10**7):07}", car=chance.choice(CARS))
        for shape in islice(cycle(LEADS), LINES)
    ]


def _lines(chance: random.Random) -> list[str]:
    names = [name for insurer in SEED_INSURERS for name in (insurer.name, *insurer.aliases) if insurer.region == "RU"]
    return [
        shape.format(
            name=chance.choice(names),
            premium=f"{chance.randrange(5, 300)} {chance.randrange(1000):03}",
            deductible=chance.choice((10, 15, 20, 30)),
            commission=chance.randrange(5, 40),
        )
        for shape in islice(cycle(SHAPES), LINES)
    ]
