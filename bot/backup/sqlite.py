"""A copy of a living SQLite database, by its online backup."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bot.backup.facts import DOCUMENTS, REVISION, TABLES, Facts, counting
from services.backups.errors import BackupInconsistent, BackupToolFailed, DatabaseAway

PAGES = 512
PAUSE_SECONDS = 0.005


def copy_database(source: Path, target: Path) -> Facts:
    """In steps with a pause after each, so that others get the disk.

    The read transaction around them holds the moment: without it each write of another process would begin the copy
    anew, and under load it would never end.
    """
    try:
        original = sqlite3.connect(f"file:{source}?mode=ro", uri=True, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise DatabaseAway(reason=str(error)) from error
    with closing(original), closing(sqlite3.connect(target, isolation_level=None)) as copy:
        try:
            return _copy(original, copy)
        except sqlite3.DatabaseError as error:
            raise BackupToolFailed(tool="SQLite", reason=str(error)) from error


def _copy(original: sqlite3.Connection, copy: sqlite3.Connection) -> Facts:
    original.execute("BEGIN")
    original.execute("SELECT count(*) FROM sqlite_master").fetchone()
    copy.execute("PRAGMA synchronous=OFF")
    original.backup(copy, pages=PAGES, progress=_pause)
    original.execute("COMMIT")
    copy.execute("PRAGMA journal_mode=DELETE")
    return _facts(copy)


def _pause(_status: int, _remaining: int, _total: int) -> None:
    time.sleep(PAUSE_SECONDS)


def _facts(copy: sqlite3.Connection) -> Facts:
    (revision,) = copy.execute(REVISION).fetchone()
    present = {name for (name,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    counts = {table: copy.execute(counting(table)).fetchone()[0] for table in TABLES if table in present}
    return Facts(revision, counts, [sha256 for (sha256,) in copy.execute(DOCUMENTS)])


def check_sound(path: Path) -> None:
    """Raises BackupInconsistent when pages are broken or a reference leads nowhere."""
    with closing(sqlite3.connect(path)) as connection:
        try:
            broken = [row for row in connection.execute("PRAGMA integrity_check") if row != ("ok",)]
            orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
        except sqlite3.DatabaseError as error:
            raise BackupInconsistent(promise="the database file is whole") from error
    if broken:
        raise BackupInconsistent(promise="the database file is whole")
    if orphans:
        raise BackupInconsistent(promise="no reference leads nowhere")
