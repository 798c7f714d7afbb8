"""Servers beside the bench."""

import asyncio
import os

import psycopg

POSTGRES = os.environ.get("TEST_DATABASE_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


async def postgres_server() -> str | None:
    """Its address, None when it can't be reached."""

    def reach() -> None:
        psycopg.connect(POSTGRES, connect_timeout=3).close()

    try:
        await asyncio.to_thread(reach)
    except psycopg.OperationalError:
        return None
    return POSTGRES
