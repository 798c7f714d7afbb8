"""The sandbox's own SQLite file.

Each accepted message and update is committed before it is answered. `synchronous=NORMAL` with WAL keeps every commit
through a kill of the process; only a power cut may lose the last ones.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sandbox.jsontext import dump_json

SCHEMA = """
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS people (
    id INTEGER PRIMARY KEY, profile TEXT NOT NULL, role TEXT NOT NULL, phone TEXT NOT NULL, seeded INTEGER NOT NULL,
    started INTEGER NOT NULL, blocked INTEGER NOT NULL DEFAULT 0, deactivated INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS groups (
    id INTEGER PRIMARY KEY, title TEXT NOT NULL, forum INTEGER NOT NULL, bot_status TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS members (
    chat_id INTEGER NOT NULL, user_id INTEGER NOT NULL, PRIMARY KEY (chat_id, user_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS messages (
    chat_id INTEGER NOT NULL, id INTEGER NOT NULL, from_id INTEGER NOT NULL, body TEXT NOT NULL, keyboard TEXT,
    reactions TEXT NOT NULL DEFAULT '[]', edited INTEGER NOT NULL DEFAULT 0, deleted INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (chat_id, id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pins (chat_id INTEGER, message_id INTEGER, PRIMARY KEY (chat_id, message_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reads (
    chat_id INTEGER, user_id INTEGER, message_id INTEGER NOT NULL, PRIMARY KEY (chat_id, user_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS alerts (
    seq INTEGER PRIMARY KEY, chat_id INTEGER NOT NULL, user_id INTEGER NOT NULL, message_id INTEGER,
    text TEXT NOT NULL, alert INTEGER NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS alerts_of_chat ON alerts (chat_id);
CREATE TABLE IF NOT EXISTS topics (
    chat_id INTEGER, thread_id INTEGER, name TEXT NOT NULL, icon_color INTEGER NOT NULL, icon_emoji TEXT NOT NULL,
    closed INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (chat_id, thread_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS files (
    file_id TEXT PRIMARY KEY, path TEXT NOT NULL UNIQUE, digest TEXT, kind TEXT NOT NULL, name TEXT NOT NULL,
    mime TEXT NOT NULL, size INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS queries (
    id TEXT PRIMARY KEY, user_id INTEGER NOT NULL, chat_id INTEGER, message_id INTEGER, expires_at REAL NOT NULL,
    answered INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS updates (
    seq INTEGER PRIMARY KEY, update_id INTEGER NOT NULL, kind TEXT NOT NULL, lane TEXT NOT NULL, body TEXT NOT NULL,
    expires_at REAL NOT NULL, state TEXT NOT NULL DEFAULT 'pending', raw INTEGER NOT NULL DEFAULT 0);
CREATE INDEX IF NOT EXISTS updates_pending ON updates (seq) WHERE state = 'pending';
"""


class Store:
    """Raises sqlite3.OperationalError when another process holds the file."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=2.0, cached_statements=256)
        self._connection.row_factory = sqlite3.Row
        self._depth = 0
        self._connection.executescript(
            "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;" + SCHEMA
        )

    def close(self) -> None:
        self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Nested uses join the outermost transaction. Nothing may be awaited inside."""
        if self._depth:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        self._depth = 1
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        else:
            self._connection.execute("COMMIT")
        finally:
            self._depth = 0

    def run(self, sql: str, *values: Any) -> int:
        """Returns the number of changed rows."""
        return self._connection.execute(sql, values).rowcount

    def one(self, sql: str, *values: Any) -> sqlite3.Row | None:
        row: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
        return row

    def all(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        return self._connection.execute(sql, values).fetchall()

    def value(self, sql: str, *values: Any) -> Any:
        """Returns the first column of the first row, None without one."""
        row = self._connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def count_up(self, name: str, *, first: int = 1) -> int:
        """Returns the next number of a counter that survives restarts and resets."""
        return int(
            self.value(
                "INSERT INTO counters VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value",
                name,
                first,
            )
        )

    def read_setting(self, key: str, default: Any = None) -> Any:
        found = self.value("SELECT value FROM settings WHERE key = ?", key)
        return default if found is None else json.loads(found)

    def write_setting(self, key: str, value: object) -> None:
        self.run("INSERT OR REPLACE INTO settings VALUES (?, ?)", key, dump_json(value))

    def forget_setting(self, key: str) -> None:
        self.run("DELETE FROM settings WHERE key = ?", key)
