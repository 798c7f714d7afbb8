"""Insurers, rates of commission, and what is known of each kind of insurance

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

# code, region, name, what people call it
INSURERS = [
    (
        "ingos",
        "RU",
        "Ингосстрах",
        ["Ингос", "Ингосс", "Инго", "Ингосик", "Ингострах", "ИГС", "Ingosstrakh", "Ingosstrah", "Ingos", "Ingo"],
    ),
    (
        "reso",
        "RU",
        "РЕСО-Гарантия",
        ["РЕСО", "Рессо", "РЕСО Гарант", "РЕСОшка", "Ресогарантия", "RESO", "RESO Garantia"],
    ),
    (
        "alfa",
        "RU",
        "АльфаСтрахование",
        ["Альфа", "Альфа Страх", "Альфастрах", "АС Альфа", "Альфастр", "Alfa", "AlfaStrakhovanie", "Alfa Insurance"],
    ),
    ("sogaz", "RU", "СОГАЗ", ["Согас", "Сагаз", "Sogaz"]),
    ("vsk", "RU", "ВСК", ["Страховой Дом ВСК", "ВСК Страховой Дом", "СД ВСК", "ВСКа", "Военно-страховая", "VSK"]),
    (
        "rgs",
        "RU",
        "Росгосстрах",
        ["РГС", "Росгос", "Росгострах", "Госстрах", "Росгосстрах СК", "RGS", "Rosgosstrakh", "Rosgosstrah"],
    ),
    (
        "tbank",
        "RU",
        "Т-Страхование",
        [
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
        ],
    ),
    (
        "renessans",
        "RU",
        "Ренессанс Страхование",
        ["Ренессанс", "Ренесанс", "Реннесанс", "Ренес", "Рен", "Ренесс", "Ренессанс Страх", "Renessans", "Renaissance"],
    ),
    ("maks", "RU", "МАКС", ["ЗАО МАКС", "СК МАКС", "Макс Страхование", "MAKS", "MAX"]),
    ("zetta", "RU", "Зетта Страхование", ["Зетта", "Зета", "Зетта Страх", "Zetta"]),
    ("absolut", "RU", "Абсолют Страхование", ["Абсолют", "Абсолют Страх", "Абсалют", "Absolut", "Absolute"]),
    ("yugoria", "RU", "Югория", ["ГСК Югория", "Югорья", "Yugoria", "Ugoria"]),
    (
        "sovcom",
        "RU",
        "Совкомбанк Страхование",
        ["Совком", "Совкомбанк", "Совкомстрах", "Совком Страх", "Совкомбанк Страх", "Sovcom", "Sovcombank"],
    ),
    ("pari", "RU", "СК ПАРИ", ["Пари", "Пари Страхование", "Pari"]),
    ("euroins_ru", "RU", "Евроинс", ["ЕвроИнс", "Евро Инс", "РСО Евроинс", "Euroins"]),
    ("unika", "UA", "УНІКА", ["Уніка", "Уника", "Юніка", "Юника", "Унiка", "UNIQA", "Uniqa", "Unika", "UNIKA"]),
    ("tas", "UA", "СГ ТАС", ["ТАС", "ТАСС", "ТАС СГ", "TAS"]),
    ("arx", "UA", "ARX", ["АРКС", "АРХ", "Аркс", "АРІКС", "Арикс", "АХА", "ARKS"]),
    (
        "ingo_ua",
        "UA",
        "ІНГО",
        ["Інго", "Инго", "INGO", "ІНГО Україна", "Инго Украина", "INGO Ukraine", "СК ІНГО", "СК INGO"],
    ),
    ("pzu_ua", "UA", "PZU Україна", ["PZU", "ПЗУ", "ПЗУ Україна", "ПЗУ Украина", "PZU Ukraine", "ПЗУшка"]),
    ("universalna", "UA", "Універсальна", ["Универсальна", "Универсальная", "Універсалка", "Універс", "Universalna"]),
    ("kniazha", "UA", "Княжа", ["Княжа VIG", "Княжа ВІГ", "Княжья", "Kniazha", "Knyazha"]),
    ("oranta", "UA", "Оранта", ["НАСК Оранта", "Oranta", "Оронта"]),
    ("vuso", "UA", "ВУСО", ["Вусо", "VUSO", "ВУССО"]),
    (
        "usg",
        "UA",
        "Українська страхова група",
        [
            "УСГ",
            "Украинская страховая группа",
            "Укр страхова група",
            "Укр страх група",
            "USG",
            "Ukrainian Insurance Group",
        ],
    ),
    (
        "alfa_garant",
        "UA",
        "Альфа-Гарант",
        ["Альфа Гарант", "Альфагарант", "Альфа", "Alfa Garant", "Alfa-Garant", "Alfa", "Альфа Гар"],
    ),
]

ONCE = {"count": 1, "shares": [], "every_months": None}
TWICE = {"count": 2, "shares": [], "every_months": 6}
QUARTERLY = {"count": 4, "shares": [], "every_months": 3}

# code: months, days, days before its first day at least, plans, documents, commission with each payment
KINDS = {
    "osago": (12, None, 3, [ONCE], ["passport", "driver_licence", "sts"], False),
    "oscpv": (12, None, 1, [ONCE], ["passport", "driver_licence", "sts", "tax_id"], False),
    "kasko": (12, None, 0, [ONCE, TWICE, QUARTERLY], ["passport", "driver_licence", "sts", "vehicle_photo"], True),
    "dsago": (12, None, 0, [ONCE], ["passport", "sts", "policy"], False),
    "mortgage": (12, None, 0, [ONCE], ["passport", "application"], False),
    "property": (12, None, 0, [ONCE, TWICE], ["application"], True),
    "dms": (12, None, 0, [ONCE, TWICE, QUARTERLY], ["application", "company_details"], True),
    "vzr": (None, 15, 0, [ONCE], ["foreign_passport"], False),
    "ns_life": (12, None, 0, [ONCE, QUARTERLY], ["passport", "application"], True),
    "green_card": (None, 30, 1, [ONCE], ["passport", "sts"], False),
    "cargo": (None, 30, 0, [ONCE], ["invoice", "company_details"], False),
}

LISTS = {
    "schedules": "[]",
    "required_documents": "[]",
    "renewal_ladder": "[30, 14, 7, 1]",
    "instalment_ladder": "[7, 3, 1, 0, -1]",
}

insurers = sa.table(
    "insurers",
    *(sa.column(name) for name in ("code", "region", "name")),
    sa.column("aliases", JSON),
    sa.column("enabled", sa.Boolean),
    sa.column("version", sa.Integer),
)
kinds = sa.table(
    "insurance_kinds",
    *(sa.column(name) for name in ("code", "default_term_months", "default_term_days", "earliest_start_days")),
    *(sa.column(name, JSON) for name in ("schedules", "required_documents")),
    sa.column("commission_on_payment", sa.Boolean),
)


def upgrade() -> None:
    op.create_table(
        "insurers",
        sa.Column("id", BIG, nullable=False),
        sa.Column("region", sa.String(length=2), nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("aliases", JSON, nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("region IN ('RU', 'UA')", name=op.f("ck_insurers_region")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_insurers")),
        sa.UniqueConstraint("code", name=op.f("uq_insurers_code")),
        sa.UniqueConstraint("region", "name", name=op.f("uq_insurers_region_name")),
    )

    op.create_table(
        "commission_rates",
        sa.Column("id", BIG, nullable=False),
        sa.Column("insurer_id", BIG, nullable=False),
        sa.Column("kind_id", BIG, nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("rate", sa.Integer(), nullable=False),
        sa.Column("created_by", BIG, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("rate BETWEEN 0 AND 10000", name=op.f("ck_commission_rates_rate")),
        sa.CheckConstraint("until_on IS NULL OR until_on >= from_on", name=op.f("ck_commission_rates_dates_in_order")),
        sa.ForeignKeyConstraint(["created_by"], ["users.id"], name=op.f("fk_commission_rates_created_by_users")),
        sa.ForeignKeyConstraint(["insurer_id"], ["insurers.id"], name=op.f("fk_commission_rates_insurer_id_insurers")),
        sa.ForeignKeyConstraint(
            ["kind_id"], ["insurance_kinds.id"], name=op.f("fk_commission_rates_kind_id_insurance_kinds")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_commission_rates")),
    )
    op.create_index(
        op.f("ix_commission_rates_insurer_id_kind_id_from_on"),
        "commission_rates",
        ["insurer_id", "kind_id", "from_on"],
        unique=True,
    )

    op.bulk_insert(
        insurers,
        [
            {"code": code, "region": region, "name": name, "aliases": aliases, "enabled": True, "version": 1}
            for code, region, name, aliases in INSURERS
        ],
    )
    op.add_column("documents", sa.Column("kind", sa.String(length=32), server_default="unknown", nullable=False))
    for column in ("default_term_months", "default_term_days"):
        op.add_column("insurance_kinds", sa.Column(column, sa.Integer(), nullable=True))
    op.add_column("insurance_kinds", sa.Column("earliest_start_days", sa.Integer(), nullable=False, server_default="0"))
    for column, value in LISTS.items():
        op.add_column("insurance_kinds", sa.Column(column, JSON, nullable=False, server_default=value))
    op.add_column(
        "insurance_kinds", sa.Column("commission_on_payment", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    for code, (months, days, earliest, plans, documents, on_payment) in KINDS.items():
        op.execute(
            kinds.update()
            .where(kinds.c.code == code)
            .values(
                default_term_months=months,
                default_term_days=days,
                earliest_start_days=earliest,
                schedules=plans,
                required_documents=documents,
                commission_on_payment=on_payment,
            )
        )


def downgrade() -> None:
    for column in (
        "default_term_months",
        "default_term_days",
        "earliest_start_days",
        *LISTS,
        "commission_on_payment",
    ):
        op.drop_column("insurance_kinds", column)
    op.drop_column("documents", "kind")
    op.drop_table("commission_rates")
    op.drop_table("insurers")
