"""PostgreSQL by its own tools: pg_dump of an exported snapshot, pg_restore into a new database."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import LiteralString
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from bot.backup.facts import DOCUMENTS, REVISION, TABLES, Facts, counting
from services.backups.errors import (
    BackupToolFailed,
    BackupToolMissing,
    BackupToolOld,
    DatabaseAway,
    RestorePlaceTaken,
)

LONGEST_REASON = 300


def plain_url(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def dump_database(url: str, target: Path) -> Facts:
    """What is counted and what is dumped is of one moment."""
    url = plain_url(url)
    with _connected(url) as connection:
        _check_tool("pg_dump", server=connection.info.server_version // 10000)
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (snapshot,) = connection.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        _run("pg_dump", url, "--format=custom", "--no-owner", "--no-acl", f"--snapshot={snapshot}", f"--file={target}")
        return _facts(connection)


def restore_database(source: Path, url: str) -> None:
    """Into a database that `new_database` has made."""
    url = plain_url(url)
    with _connected(url) as connection:
        _check_tool("pg_restore", server=connection.info.server_version // 10000)
    _run("pg_restore", url, "--exit-on-error", "--no-owner", "--no-acl", "--single-transaction", str(source))


@contextmanager
def new_database(url: str) -> Iterator[str]:
    """A database under another name: it gets the one of `url` when the work is done, and is gone when it fails."""
    url = plain_url(url)
    name = str(conninfo_to_dict(url)["dbname"])
    half = f"{name}_half"
    with _connected(_beside(url, "postgres")) as server:
        if server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            raise RestorePlaceTaken(place=name)
        _on_server(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", half)
        _on_server(
            server,
            "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C.UTF-8' LC_CTYPE 'C.UTF-8'",
            half,
        )
        try:
            yield _beside(url, half)
            _on_server(server, "ALTER DATABASE {} RENAME TO {}", half, name)
        except BaseException:
            _on_server(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", half)
            raise


def drop_database(url: str) -> None:
    url = plain_url(url)
    with _connected(_beside(url, "postgres")) as server:
        _on_server(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", str(conninfo_to_dict(url)["dbname"]))


def _beside(url: str, name: str) -> str:
    """Another database of the same server."""
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def _on_server(server: "psycopg.Connection[tuple[str, ...]]", statement: LiteralString, *names: str) -> None:
    try:
        server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
    except psycopg.Error as error:
        raise BackupToolFailed(tool="PostgreSQL", reason=_one_line(str(error))) from error


@contextmanager
def _connected(url: str) -> Iterator["psycopg.Connection[tuple[str, ...]]"]:
    try:
        connection = psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.Error as error:
        raise DatabaseAway(reason=_one_line(str(error))) from error
    with connection:
        yield connection


def _facts(connection: "psycopg.Connection[tuple[str, ...]]") -> Facts:
    def ask(query: str) -> list[tuple[str, ...]]:
        return connection.execute(query).fetchall()

    present = {name for (name,) in ask("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")}
    counts = {table: int(ask(counting(table))[0][0]) for table in TABLES if table in present}
    return Facts(ask(REVISION)[0][0], counts, [sha256 for (sha256,) in ask(DOCUMENTS)])


def _check_tool(tool: str, *, server: int) -> None:
    """An older tool than the server would refuse, in words of its own, after a while."""
    if shutil.which(tool) is None:
        raise BackupToolMissing(tool=tool)
    said = subprocess.run([tool, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603 - a name of ours
    found = re.search(r"\d+", said)
    if found is None or int(found[0]) < server:
        raise BackupToolOld(tool=tool, found=found[0] if found else said[:40], needed=str(server))


def _run(tool: str, url: str, *options: str) -> None:
    """The password goes by the environment: everybody on the machine may read a command line."""
    address, password = _without_password(url)
    environment = {**os.environ, **({"PGPASSWORD": password} if password else {})}
    done = subprocess.run(  # noqa: S603 - no shell; the address is the setting's
        [tool, f"--dbname={address}", *options], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise BackupToolFailed(tool=tool, reason=_one_line(done.stderr))


def _without_password(url: str) -> tuple[str, str | None]:
    parts = urlsplit(url)
    if parts.password is None:
        return url, None
    host = parts.netloc.rpartition("@")[2]
    password = conninfo_to_dict(url)["password"]
    return urlunsplit(parts._replace(netloc=f"{parts.username}@{host}")), str(password)


def _one_line(words: str) -> str:
    return " ".join(words.split())[:LONGEST_REASON]
