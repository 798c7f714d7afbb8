"""Transactions: `Database.write` and `Database.read` are the only places that commit."""

from bot.database.base import Database, open_database

__all__ = ["Database", "open_database"]
