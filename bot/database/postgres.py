"""PostgreSQL through psycopg: a transaction per unit of work, wake-ups of other processes by NOTIFY."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine

from bot.database.base import Database, T, Work, in_transaction, refuse_inside_transaction
from bot.database.session import ReadingSession
from services.events.settle import settle_rows
from services.signals import aftermath_of

CHANNEL = "crm_signals"
_WITHOUT_WAITING_FOR_THE_DISK = text("SET LOCAL synchronous_commit = off")


class PostgresDatabase(Database):
    dialect = "postgresql"

    def __init__(self, url: str, *, pool_size: int) -> None:
        super().__init__()
        self.engine = create_async_engine(
            url,
            pool_size=pool_size,
            max_overflow=4,
            pool_pre_ping=True,
            pool_use_lifo=True,  # the connection used last has its statements prepared
            pool_timeout=10,
            connect_args={"connect_timeout": 5, "options": "-c timezone=UTC -c lock_timeout=15s -c jit=off"},
        )
        self._readers = self.engine.execution_options(isolation_level="AUTOCOMMIT")

    async def write(self, work: Work[T], *, durable: bool = True) -> T:
        refuse_inside_transaction("a second write")
        inside = in_transaction.set(True)
        try:
            async with AsyncSession(self.engine, expire_on_commit=False) as session:
                if not durable:
                    await session.execute(_WITHOUT_WAITING_FOR_THE_DISK)
                result = await work(session)
                await settle_rows(session)
                aftermath = aftermath_of(session)
                for topic in {topic for topic, _ in aftermath.wakes}:
                    await session.execute(
                        text("SELECT pg_notify(:channel, :topic)"), {"channel": CHANNEL, "topic": topic}
                    )
                await session.commit()
        finally:
            in_transaction.reset(inside)
        self._committed(aftermath)
        return result

    async def apart(self, session: AsyncSession, work: Work[T]) -> T:
        """Its savepoint comes with its first statement."""
        connection = await session.connection()
        async with AsyncSession(
            connection, expire_on_commit=False, join_transaction_mode="create_savepoint"
        ) as own_session:
            result = await work(own_session)
            await settle_rows(own_session)
            await own_session.commit()
        aftermath_of(session).add(aftermath_of(own_session))
        return result

    async def read(self, work: Work[T]) -> T:
        async with self._readers.connect() as connection, ReadingSession(connection) as session:
            return await work(session)

    async def close(self) -> None:
        await self.engine.dispose()
