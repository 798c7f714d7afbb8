"""Sessions that leave the ORM out where it has nothing to do."""

from typing import Any

from sqlalchemy import ColumnElement, Delete, Executable, Insert, Select, TextClause, Update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncSession


class InlineSession(AsyncSession):
    """Statements about columns go straight to the connection, at a fifth of the ORM session's price.

    What loads objects goes through the ORM, and so does everything after it: its pending changes come first.
    """

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
        self._core = connection.sync_connection

    async def execute(self, statement: Executable, params: Any = None, **options: Any) -> Any:
        if self._core is None or options or self.in_transaction() or not _is_plain(statement):
            return await super().execute(statement, params, **options)
        return self._core.execute(statement, params)

    async def finish(self) -> None:
        """Writes what the ORM still holds back; the transaction goes on."""
        if self.in_transaction():
            await self.commit()


class ReadingSession(AsyncSession):
    """The same for a read on PostgreSQL, on a connection that commits by itself."""

    def __init__(self, connection: AsyncConnection) -> None:
        super().__init__(connection, expire_on_commit=False)
        self._connection = connection

    async def execute(self, statement: Executable, params: Any = None, **options: Any) -> Any:
        if options or not _is_plain(statement):
            return await super().execute(statement, params, **options)
        return await self._connection.execute(statement, params)


def _is_plain(statement: Executable) -> bool:
    match statement:
        case Select():
            return all(isinstance(wanted, ColumnElement) for wanted in statement._raw_columns)  # noqa: SLF001 - cheap, unlike column_descriptions
        case Insert() | Update() | Delete():
            return all(isinstance(wanted, ColumnElement) for wanted in statement._returning)  # noqa: SLF001 - as above
        case _:
            return isinstance(statement, TextClause)
