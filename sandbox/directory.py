"""People, groups and who may be written to."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from sandbox.errors import bad_request, forbidden
from sandbox.jsontext import dump_json
from sandbox.people import SEEDED
from sandbox.store import Store

_FIRST_PERSON_ID = 7_100_000_001
_FIRST_GROUP = 2_000_000_001


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    profile: dict[str, Any]
    role: str
    phone: str
    started: bool
    blocked: bool
    deactivated: bool

    def as_user(self) -> dict[str, Any]:
        return {"id": self.id, "is_bot": False, **self.profile}

    def as_chat(self) -> dict[str, Any]:
        names: dict[str, Any] = {
            key: self.profile[key] for key in ("first_name", "last_name", "username") if key in self.profile
        }
        return {"id": self.id, "type": "private", **names}


@dataclass(frozen=True, slots=True)
class Group:
    id: int
    title: str
    forum: bool
    bot_status: str

    def as_chat(self) -> dict[str, Any]:
        chat: dict[str, Any] = {"id": self.id, "type": "supergroup", "title": self.title}
        if self.forum:
            chat["is_forum"] = True
        return chat


Chat = Person | Group


class Directory:
    def __init__(self, store: Store) -> None:
        self._store = store
        with store.transaction():
            self._seed()

    def people(self) -> list[Person]:
        return [_person(row) for row in self._store.all("SELECT * FROM people ORDER BY id")]

    def groups(self) -> list[Group]:
        return [_group(row) for row in self._store.all("SELECT * FROM groups ORDER BY id DESC")]

    def person(self, user_id: int) -> Person | None:
        row = self._store.one("SELECT * FROM people WHERE id = ?", user_id)
        return _person(row) if row else None

    def chat(self, chat_id: int) -> Chat | None:
        """A private chat is its person."""
        if chat_id > 0:
            return self.person(chat_id)
        row = self._store.one("SELECT * FROM groups WHERE id = ?", chat_id)
        return _group(row) if row else None

    def members(self, chat_id: int) -> list[int]:
        """Returns the people of a chat, without the bot."""
        if chat_id > 0:
            return [chat_id]
        rows = self._store.all("SELECT user_id FROM members WHERE chat_id = ? ORDER BY user_id", chat_id)
        return [row["user_id"] for row in rows]

    def add_person(self, profile: dict[str, Any], *, user_id: int | None = None) -> int:
        """Raises ValueError for an id that is taken."""
        number = user_id or self._store.count_up("person", first=_FIRST_PERSON_ID)
        if self.person(number):
            raise ValueError(f"user {number} exists already")
        phone = f"+7{number % 10**10:010d}"
        self._store.run(
            "INSERT INTO people (id, profile, role, phone, seeded, started) VALUES (?, ?, 'person', ?, 0, 0)",
            number,
            dump_json(profile),
            phone,
        )
        return number

    def add_group(self, title: str, members: list[int], *, forum: bool, bot_is_admin: bool) -> int:
        number = -1_000_000_000_000 - self._store.count_up("group", first=_FIRST_GROUP)
        status = "administrator" if bot_is_admin else "member"
        self._store.run("INSERT INTO groups VALUES (?, ?, ?, ?)", number, title, forum, status)
        for user_id in members:
            self._store.run("INSERT OR IGNORE INTO members VALUES (?, ?)", number, user_id)
        return number

    def set_bot_status(self, group_id: int, status: str) -> None:
        self._store.run("UPDATE groups SET bot_status = ? WHERE id = ?", status, group_id)

    def mark_started(self, user_id: int) -> None:
        self._store.run("UPDATE people SET started = 1 WHERE id = ? AND started = 0", user_id)

    def set_blocked(self, user_id: int, *, blocked: bool) -> None:
        self._store.run("UPDATE people SET blocked = ? WHERE id = ?", blocked, user_id)

    def deactivate(self, user_id: int) -> None:
        self._store.run("UPDATE people SET deactivated = 1 WHERE id = ?", user_id)

    def forget(self) -> None:
        """Leaves only the seeded people, as they were at the first start."""
        for table in ("people", "groups", "members"):
            self._store.run(f"DELETE FROM {table}")  # noqa: S608 - the names stand in the line above
        self._seed()

    def _seed(self) -> None:
        for seeded in SEEDED:
            profile = {"first_name": seeded.first_name, "username": seeded.username}
            if seeded.last_name:
                profile["last_name"] = seeded.last_name
            profile["language_code"] = seeded.language_code
            self._store.run(
                "INSERT OR IGNORE INTO people (id, profile, role, phone, seeded, started) VALUES (?, ?, ?, ?, 1, ?)",
                seeded.id,
                dump_json(profile),
                seeded.role,
                seeded.phone,
                seeded.started,
            )


def check_writable(chat: Chat | None) -> Chat:
    """Returns the chat. Raises ApiError when the bot may not write there."""
    if chat is None:
        raise bad_request("chat not found")
    if isinstance(chat, Group):
        if chat.bot_status == "left":
            raise forbidden("bot is not a member of the supergroup chat")
        return chat
    if chat.deactivated:
        raise forbidden("user is deactivated")
    if not chat.started:
        raise forbidden("bot can't initiate conversation with a user")
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def _person(row: sqlite3.Row) -> Person:
    return Person(
        id=row["id"],
        profile=json.loads(row["profile"]),
        role=row["role"],
        phone=row["phone"],
        started=bool(row["started"]),
        blocked=bool(row["blocked"]),
        deactivated=bool(row["deactivated"]),
    )


def _group(row: sqlite3.Row) -> Group:
    return Group(id=row["id"], title=row["title"], forum=bool(row["forum"]), bot_status=row["bot_status"])
