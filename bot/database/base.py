"""One way to write and one way to read, the same for SQLite and PostgreSQL."""

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import TypeAlias, TypeVar

from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from bot.database.published import tell_published
from bot.database.undo import restore_what_savepoints_undo
from services.events.event import Published
from services.signals import Aftermath, Wake

T = TypeVar("T")
Work: TypeAlias = Callable[[AsyncSession], Awaitable[T]]
OnPublished: TypeAlias = Callable[[Sequence[Published]], None]
OnCommit: TypeAlias = Callable[[set[Wake]], None]

in_transaction: ContextVar[bool] = ContextVar("in_transaction", default=False)


class NestedTransactionError(RuntimeError):
    """A unit of work asked for another one: with one writer that would wait for itself."""


class DatabaseClosedError(RuntimeError):
    """The process is ending; nothing more is written."""


def refuse_inside_transaction(what: str) -> None:
    """The guard of everything that leaves the process."""
    if in_transaction.get():
        raise NestedTransactionError(f"{what} inside a transaction")


class Database(ABC):
    """`work` gets a session and may be run again by the caller, never by the database; it does not commit."""

    dialect: str
    engine: AsyncEngine

    def __init__(self) -> None:
        restore_what_savepoints_undo()
        self.on_commit: list[OnCommit] = []
        self.on_published: list[OnPublished] = [tell_published]

    @abstractmethod
    async def write(self, work: Work[T], *, durable: bool = True) -> T:
        """Everything of `work`, or nothing and its exception; a crash may undo what need not be `durable`."""

    @abstractmethod
    async def apart(self, session: AsyncSession, work: Work[T]) -> T:
        """A part of a unit of work, in a session of its own: when it fails, it alone is undone."""

    @abstractmethod
    async def read(self, work: Work[T]) -> T: ...

    @abstractmethod
    async def close(self) -> None: ...

    def _committed(self, aftermath: Aftermath) -> None:
        if aftermath.wakes:
            for listener in self.on_commit:
                listener(aftermath.wakes)
        for tell in self.on_published:
            tell(aftermath.published)


def open_database(url: str, *, pool_size: int = 12) -> Database:
    from bot.database.group_commit import SqliteDatabase  # noqa: PLC0415 - one of the two is never needed
    from bot.database.postgres import PostgresDatabase  # noqa: PLC0415 - as above

    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return SqliteDatabase(Path(str(parsed.database)))
    return PostgresDatabase(url, pool_size=pool_size)
