"""What must hold after any number of kills, asked of the database file and of what the chat has seen."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from services.automation import CONSUMERS
from services.health.invariants import INVARIANTS

QUERIES = Path(__file__).with_name("invariants.sql")
ANSWERED_BY = ("sendMessage", "editMessageText", "answerCallbackQuery")

Broken: TypeAlias = dict[str, list[tuple[Any, ...]]]


@dataclass(slots=True)
class Witness:
    """Seen from outside: confirmed updates, answered taps, papers sent, and what the chat has shown: deals, entries,
    numbers of policies filed and paid.

    `sends` are new messages as chat, text, time and whether the connection was cut; `kills` are times.
    """

    confirmed: Sequence[int] = ()
    answered: set[str] = field(default_factory=set)
    opened: set[int] = field(default_factory=set)
    written: set[str] = field(default_factory=set)
    filed: set[str] = field(default_factory=set)
    paid: set[str] = field(default_factory=set)
    papers: list[tuple[int, int]] = field(default_factory=list)
    sends: list[tuple[int, str, float, bool]] = field(default_factory=list)
    kills: list[float] = field(default_factory=list)

    def take_calls(self, calls: Iterable[dict[str, Any]]) -> None:
        for call in calls:
            if accepted(call):
                self._take(call["params"])
                if call["method"] == "sendMessage":
                    self._take_send(call)

    def _take(self, params: dict[str, Any]) -> None:
        if "callback_query_id" in params:
            self.answered.add(str(params["callback_query_id"]))
        words = re.sub(r"<[^>]+>", "", str(params.get("text", "")))
        if "Сделка открыта" in words:
            self.opened.update(int(number) for number in re.findall(r"Сделка (\d+)", words))
        for shown, numbers in (("Полис записан", self.filed), ("Оплата записана", self.paid)):
            if shown in words:
                numbers.update(re.findall(r"📄 КАСКО ([A-Z]+[ -]\d+) ·", words))
        self.written.update(re.findall(r"Записал в сделку \d+: «(.*)»", words))

    def _take_send(self, call: dict[str, Any]) -> None:
        params = call["params"]
        self.sends.append((int(params["chat_id"]), params["text"], call["time"], "fault" in call["response"]))


def accepted(call: dict[str, Any]) -> bool:
    """Telegram did what it was asked for, whether or not the answer came through."""
    response = call["response"]
    return call["method"] in ANSWERED_BY and bool(response.get("ok") or response.get("accepted", {}).get("ok"))


def find_broken(database: Path, witness: Witness) -> Broken:
    """The rows that break a promise, by promise; the CRM must have ended."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        _tell(connection, witness)
        found = {
            promise: connection.execute(query).fetchall() for promise, query in {**promises(), **INVARIANTS}.items()
        }
    return {promise: rows for promise, rows in found.items() if rows}


def promises() -> dict[str, str]:
    """The queries by what they promise."""
    parts = QUERIES.read_text(encoding="utf-8").split("\n\n-- ")[1:]
    return {promise: query for promise, _, query in (part.partition("\n") for part in parts)}


def _tell(connection: sqlite3.Connection, witness: Witness) -> None:
    subscriptions = [(event, name) for name, consumer in CONSUMERS.by_name.items() for event in consumer.events]
    for table, rows in (
        ("confirmed (update_id)", [(update_id,) for update_id in witness.confirmed]),
        ("answered (query_id)", [(query_id,) for query_id in witness.answered]),
        ("opened (deal_id)", [(deal_id,) for deal_id in witness.opened]),
        ("written (words)", [(words,) for words in witness.written]),
        ("filed (number)", [(number,) for number in witness.filed]),
        ("paid (number)", [(number,) for number in witness.paid]),
        ("papers (chat_id, message_id)", witness.papers),
        ("sends (chat_id, text, at, cut)", witness.sends),
        ("kills (at)", [(at,) for at in witness.kills]),
        ("subscriptions (event, consumer)", subscriptions),
    ):
        connection.execute(f"CREATE TEMP TABLE {table}")
        marks = ", ".join("?" * (table.count(",") + 1))
        connection.executemany(f"INSERT INTO temp.{table} VALUES ({marks})", rows)
