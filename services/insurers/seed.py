"""The insurers that a new brokerage starts with; it edits them later.

* `aliases` are nicknames and common misspellings as people type them: case, ё, apostrophes, blanks and hyphens do not
  matter, and one slip in five letters is forgiven anyway.
* The same alias may stand at insurers of two regions: the brokerage's region decides.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SeedInsurer:
    """`region` is RU or UA; `code` is unique over both."""

    code: str
    region: str
    name: str
    aliases: tuple[str, ...]


SEED_INSURERS = (
    SeedInsurer(
        "ingos",
        "RU",
        "Ингосстрах",
        ("Ингос", "Ингосс", "Инго", "Ингосик", "Ингострах", "ИГС", "Ingosstrakh", "Ingosstrah", "Ingos", "Ingo"),
    ),
    SeedInsurer(
        "reso",
        "RU",
        "РЕСО-Гарантия",
        ("РЕСО", "Рессо", "РЕСО Гарант", "РЕСОшка", "Ресогарантия", "RESO", "RESO Garantia"),
    ),
    SeedInsurer(
        "alfa",
        "RU",
        "АльфаСтрахование",
        ("Альфа", "Альфа Страх", "Альфастрах", "АС Альфа", "Альфастр", "Alfa", "AlfaStrakhovanie", "Alfa Insurance"),
    ),
    SeedInsurer("sogaz", "RU", "СОГАЗ", ("Согас", "Сагаз", "Sogaz")),
    SeedInsurer(
        "vsk",
        "RU",
        "ВСК",
        ("Страховой Дом ВСК", "ВСК Страховой Дом", "СД ВСК", "ВСКа", "Военно-страховая", "VSK"),
    ),
    SeedInsurer(
        "rgs",
        "RU",
        "Росгосстрах",
        ("РГС", "Росгос", "Росгострах", "Госстрах", "Росгосстрах СК", "RGS", "Rosgosstrakh", "Rosgosstrah"),
    ),
    SeedInsurer(
        "tbank",
        "RU",
        "Т-Страхование",
        (
            "Т Страх",
            "Т-Банк",
            "Тбанк",
            "Тинькофф Страхование",
            "Тинькофф",
            "Тинькоф",
            "Тиньков",
            "Тинек",
            "Тинь",
            "Тинькофф Банк",
            "T-Insurance",
            "TBank",
            "Tinkoff",
            "Tinkoff Insurance",
        ),
    ),
    SeedInsurer(
        "renessans",
        "RU",
        "Ренессанс Страхование",
        ("Ренессанс", "Ренесанс", "Реннесанс", "Ренес", "Рен", "Ренесс", "Ренессанс Страх", "Renessans", "Renaissance"),
    ),
    SeedInsurer("maks", "RU", "МАКС", ("ЗАО МАКС", "СК МАКС", "Макс Страхование", "MAKS", "MAX")),
    SeedInsurer("zetta", "RU", "Зетта Страхование", ("Зетта", "Зета", "Зетта Страх", "Zetta")),
    SeedInsurer("absolut", "RU", "Абсолют Страхование", ("Абсолют", "Абсолют Страх", "Абсалют", "Absolut", "Absolute")),
    SeedInsurer("yugoria", "RU", "Югория", ("ГСК Югория", "Югорья", "Yugoria", "Ugoria")),
    SeedInsurer(
        "sovcom",
        "RU",
        "Совкомбанк Страхование",
        ("Совком", "Совкомбанк", "Совкомстрах", "Совком Страх", "Совкомбанк Страх", "Sovcom", "Sovcombank"),
    ),
    SeedInsurer("pari", "RU", "СК ПАРИ", ("Пари", "Пари Страхование", "Pari")),
    SeedInsurer("euroins_ru", "RU", "Евроинс", ("ЕвроИнс", "Евро Инс", "РСО Евроинс", "Euroins")),
    SeedInsurer(
        "unika",
        "UA",
        "УНІКА",
        ("Уніка", "Уника", "Юніка", "Юника", "Унiка", "UNIQA", "Uniqa", "Unika", "UNIKA"),
    ),
    SeedInsurer("tas", "UA", "СГ ТАС", ("ТАС", "ТАСС", "ТАС СГ", "TAS")),
    SeedInsurer("arx", "UA", "ARX", ("АРКС", "АРХ", "Аркс", "АРІКС", "Арикс", "АХА", "ARKS")),
    SeedInsurer(
        "ingo_ua",
        "UA",
        "ІНГО",
        ("Інго", "Инго", "INGO", "ІНГО Україна", "Инго Украина", "INGO Ukraine", "СК ІНГО", "СК INGO"),
    ),
    SeedInsurer("pzu_ua", "UA", "PZU Україна", ("PZU", "ПЗУ", "ПЗУ Україна", "ПЗУ Украина", "PZU Ukraine", "ПЗУшка")),
    SeedInsurer(
        "universalna", "UA", "Універсальна", ("Универсальна", "Универсальная", "Універсалка", "Універс", "Universalna")
    ),
    SeedInsurer("kniazha", "UA", "Княжа", ("Княжа VIG", "Княжа ВІГ", "Княжья", "Kniazha", "Knyazha")),
    SeedInsurer("oranta", "UA", "Оранта", ("НАСК Оранта", "Oranta", "Оронта")),
    SeedInsurer("vuso", "UA", "ВУСО", ("Вусо", "VUSO", "ВУССО")),
    SeedInsurer(
        "usg",
        "UA",
        "Українська страхова група",
        (
            "УСГ",
            "Украинская страховая группа",
            "Укр страхова група",
            "Укр страх група",
            "USG",
            "Ukrainian Insurance Group",
        ),
    ),
    SeedInsurer(
        "alfa_garant",
        "UA",
        "Альфа-Гарант",
        ("Альфа Гарант", "Альфагарант", "Альфа", "Alfa Garant", "Alfa-Garant", "Alfa", "Альфа Гар"),
    ),
)
