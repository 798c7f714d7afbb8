"""Messages of all chats, as the Bot API shows them."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from sandbox.jsontext import dump_json
from sandbox.store import Store


@dataclass(slots=True)
class StoredMessage:
    """`body` is the Bot API's Message; `keyboard` is the reply keyboard it brought, which the Bot API never shows."""

    chat_id: int
    id: int
    from_id: int
    body: dict[str, Any]
    keyboard: dict[str, Any] | None = None
    reactions: list[dict[str, Any]] | None = None
    edited: bool = False
    deleted: bool = False


class Messages:
    def __init__(self, store: Store) -> None:
        self._store = store

    def next_id(self, chat_id: int) -> int:
        """Private chats of a bot share one numbering, each supergroup has its own, where 1 was its creation."""
        return self._store.count_up("message") if chat_id > 0 else self._store.count_up(f"message:{chat_id}", first=2)

    def add(self, message: StoredMessage) -> None:
        self._store.run(
            "INSERT INTO messages (chat_id, id, from_id, body, keyboard) VALUES (?, ?, ?, ?, ?)",
            message.chat_id,
            message.id,
            message.from_id,
            dump_json(message.body),
            dump_json(message.keyboard) if message.keyboard else None,
        )

    def save(self, message: StoredMessage) -> None:
        self._store.run(
            "UPDATE messages SET body = ?, reactions = ?, edited = ? WHERE chat_id = ? AND id = ?",
            dump_json(message.body),
            dump_json(message.reactions or []),
            message.edited,
            message.chat_id,
            message.id,
        )

    def find(self, chat_id: int, message_id: int) -> StoredMessage | None:
        """Returns a message that exists, deleted ones included."""
        row = self._store.one("SELECT * FROM messages WHERE chat_id = ? AND id = ?", chat_id, message_id)
        return _message(row) if row else None

    def find_live(self, chat_id: int, message_id: int) -> StoredMessage | None:
        found = self.find(chat_id, message_id)
        return found if found and not found.deleted else None

    def delete(self, chat_id: int, message_id: int) -> None:
        self._store.run("UPDATE messages SET deleted = 1 WHERE chat_id = ? AND id = ?", chat_id, message_id)

    def list_after(self, chat_id: int, after: int, limit: int) -> list[StoredMessage]:
        """Returns the last `limit` messages above the id `after`, oldest first."""
        rows = self._store.all(
            "SELECT * FROM messages WHERE chat_id = ? AND id > ? ORDER BY id DESC LIMIT ?", chat_id, after, limit
        )
        return [_message(row) for row in reversed(rows)]

    def list_thread(self, chat_id: int, thread_id: int) -> list[StoredMessage]:
        found = self.list_after(chat_id, 0, -1)
        return [
            message for message in found if message.body.get("message_thread_id") == thread_id and not message.deleted
        ]

    def mark_read(self, chat_id: int, user_id: int) -> None:
        last = self._store.value("SELECT max(id) FROM messages WHERE chat_id = ?", chat_id) or 0
        self._store.run("INSERT OR REPLACE INTO reads VALUES (?, ?, ?)", chat_id, user_id, last)

    def unread(self, chat_id: int, user_id: int) -> int:
        count: int = self._store.value(
            "SELECT count(*) FROM messages WHERE chat_id = ?1 AND from_id <> ?2 AND deleted = 0 AND id > "
            "coalesce((SELECT message_id FROM reads WHERE chat_id = ?1 AND user_id = ?2), 0)",
            chat_id,
            user_id,
        )
        return count

    def add_alert(
        self, chat_id: int, user_id: int, message_id: int | None, *, text: str, alert: bool, at: float
    ) -> None:
        self._store.run(
            "INSERT INTO alerts (chat_id, user_id, message_id, text, alert, at) VALUES (?, ?, ?, ?, ?, ?)",
            chat_id,
            user_id,
            message_id,
            text,
            alert,
            at,
        )

    def alerts(self, chat_id: int) -> list[dict[str, Any]]:
        rows = self._store.all("SELECT * FROM alerts WHERE chat_id = ? ORDER BY seq", chat_id)
        return [
            {
                "user": row["user_id"],
                "text": row["text"],
                "alert": bool(row["alert"]),
                "at": row["at"],
                "message_id": row["message_id"],
            }
            for row in rows
        ]

    def pin(self, chat_id: int, message_id: int) -> None:
        self._store.run("INSERT OR REPLACE INTO pins VALUES (?, ?)", chat_id, message_id)

    def unpin(self, chat_id: int, message_id: int | None) -> None:
        """Without a message the most recent pin goes."""
        target = message_id or self.pinned(chat_id)
        self._store.run("DELETE FROM pins WHERE chat_id = ? AND message_id = ?", chat_id, target)

    def pinned(self, chat_id: int) -> int | None:
        last: int | None = self._store.value("SELECT max(message_id) FROM pins WHERE chat_id = ?", chat_id)
        return last

    def forget(self) -> None:
        """Numbers keep growing, so that nothing new is mistaken for a forgotten message."""
        for table in ("messages", "pins", "reads", "alerts", "topics", "queries"):
            self._store.run(f"DELETE FROM {table}")  # noqa: S608 - the names stand in the line above


def _message(row: sqlite3.Row) -> StoredMessage:
    return StoredMessage(
        chat_id=row["chat_id"],
        id=row["id"],
        from_id=row["from_id"],
        body=json.loads(row["body"]),
        keyboard=json.loads(row["keyboard"]) if row["keyboard"] else None,
        reactions=json.loads(row["reactions"]),
        edited=bool(row["edited"]),
        deleted=bool(row["deleted"]),
    )
