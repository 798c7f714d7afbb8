"""What is counted in a database when it is backed up, and again when it is restored."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.document import Document, DocumentState
from models.tables import Base


@dataclass(frozen=True, slots=True)
class Facts:
    """Of one moment: the schema's revision, rows by table, the SHA-256 of every filed document's content."""

    revision: str
    counts: dict[str, int]
    documents: Sequence[str]


REVISION = "SELECT version_num FROM alembic_version"
TABLES = sorted(Base.metadata.tables)
DOCUMENTS = (
    f"SELECT DISTINCT sha256 FROM {Document.__tablename__} "  # noqa: S608 - names of our own
    f"WHERE sha256 IS NOT NULL AND state = '{DocumentState.FILED.value}' ORDER BY sha256"
)


def counting(table: str) -> str:
    return f'SELECT count(*) FROM "{table}"'  # noqa: S608 - a name of our own, or of a checked manifest
