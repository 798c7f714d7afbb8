"""Kinds of insurance, for Russia and for Ukraine

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# region, code, ru, uk, en, icon
KINDS = [
    ("RU", "osago", "ОСАГО", "ОСАГО", "OSAGO (motor liability)", "🚗"),
    ("RU", "kasko", "КАСКО", "КАСКО", "CASCO", "🚙"),
    ("RU", "dsago", "ДСАГО", "ДСАГО", "DSAGO (extra liability)", "🛡"),
    ("RU", "mortgage", "Ипотека", "Іпотека", "Mortgage", "🏦"),
    ("RU", "property", "Имущество", "Майно", "Property", "🏠"),
    ("RU", "dms", "ДМС", "ДМС", "Voluntary health", "🩺"),
    ("RU", "vzr", "ВЗР", "ВЗР", "Travel", "✈️"),
    ("RU", "ns_life", "НС и жизнь", "НВ і життя", "Accident and life", "❤️"),
    ("RU", "green_card", "Зелёная карта", "Зелена картка", "Green Card", "🟩"),
    ("RU", "cargo", "Грузы", "Вантажі", "Cargo", "📦"),
    ("UA", "oscpv", "ОСЦПВ", "ОСЦПВ", "MTPL (motor liability)", "🚗"),
    ("UA", "kasko", "КАСКО", "КАСКО", "CASCO", "🚙"),
    ("UA", "green_card", "Зелёная карта", "Зелена картка", "Green Card", "🟩"),
    ("UA", "mortgage", "Ипотека", "Іпотека", "Mortgage", "🏦"),
    ("UA", "property", "Имущество", "Майно", "Property", "🏠"),
    ("UA", "dms", "ДМС", "ДМС", "Voluntary health", "🩺"),
    ("UA", "vzr", "Выезд за рубеж", "Подорожі за кордон", "Travel", "✈️"),
    ("UA", "ns_life", "НС и жизнь", "НВ і життя", "Accident and life", "❤️"),
    ("UA", "cargo", "Грузы", "Вантажі", "Cargo", "📦"),
]

table = sa.table(
    "insurance_kinds",
    sa.column("region", sa.String),
    sa.column("code", sa.String),
    sa.column("name_ru", sa.String),
    sa.column("name_uk", sa.String),
    sa.column("name_en", sa.String),
    sa.column("icon", sa.String),
    sa.column("position", sa.Integer),
    sa.column("enabled", sa.Boolean),
)


def upgrade() -> None:
    names = ("region", "code", "name_ru", "name_uk", "name_en", "icon")
    rows = [
        {**dict(zip(names, kind, strict=True)), "position": position, "enabled": True}
        for position, kind in enumerate(KINDS, start=1)
    ]
    op.bulk_insert(table, rows)


def downgrade() -> None:
    op.execute(table.delete())
