"""What alembic compares with the models, and how it writes our column types."""

from typing import Any, Literal

from sqlalchemy import JSON

from models.base import EnumText, UtcDateTime

SEARCH_TABLES = ("client_search", "deal_search", "lead_search", "policy_search")


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Full-text tables are SQLite's own business; indexes of search terms and whose a policy is are PostgreSQL's."""
    if kind == "table":
        return not (name or "").startswith(SEARCH_TABLES)
    return not (name or "").endswith(("_search_terms", "search_people"))


def render_item(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Our own column types as SQLAlchemy's: a version file must not depend on code that will change."""
    if kind != "type":
        return False
    if isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if isinstance(item, EnumText):
        return "sa.String(32)"
    if isinstance(item, JSON):
        return 'sa.JSON().with_variant(postgresql.JSONB(), "postgresql")'
    return False
