"""Plays conversations in process: the real inbox, worker, dispatcher, use cases and relay; Telegram's side is a list.

`Play` is the stage; `await play.say(SELLER, "…")` and `await play.tap(SELLER, "button label")` move it, and
`play.screen(SELLER)` is what the person sees last.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database, open_database
from bot.dispatcher import build_dispatcher
from bot.proposals import PdfProposals
from bot.relay import Relay
from bot.render import Renderer, Translator
from bot.sender.deliver import Parcel
from bot.sender.outcome import Settled
from bot.sender.store import list_parcels, record
from bot.sheets import XlsxSheets
from bot.signals import Wakeups
from bot.updates.process import Processor
from bot.updates.worker import Patience, Worker
from handlers import build_steps
from models.money import Currency
from models.outgoing import Outgoing, OutgoingKind, OutgoingState
from models.user import Language, Role, User
from services.access import Actor
from services.automation import CONSUMERS
from services.brokerage import Brokerage
from services.conversation.values import BESIDE, Notice
from services.documents.ports import FileGone
from services.erasure.ports import Erasure
from services.inbox.store import store_updates
from services.ports import Mail, Ports
from tests.people import STAFF, Person

BOT_ID = 8100000001
NOON = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, 12:00 in Moscow
BROKERAGE = Brokerage("RU", ZoneInfo("Europe/Moscow"), Currency.RUB, webhooks=True, email=True)


class StoppedClock:
    """Moves only when a test moves it."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def advance(self, **delta: float) -> None:
        self.at += timedelta(**delta)


class MemoryStorage:
    """The DocumentStorage of tests."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    async def put(self, key: str, data: Any) -> None:
        self.contents[key] = data if isinstance(data, bytes) else b"".join([part async for part in data])

    async def get(self, key: str) -> bytes:
        return self.contents[key]

    async def open(self, key: str) -> Any:
        async def parts() -> Any:
            yield self.contents[key]

        return parts()

    async def delete(self, key: str) -> None:
        self.contents.pop(key, None)

    async def exists(self, key: str) -> bool:
        return key in self.contents


class UploadedFiles:
    """The TelegramFiles of tests: bytes by file id."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    async def download(self, file_id: str, *, limit: int) -> bytes:
        if file_id not in self.contents:
            raise FileGone
        return self.contents[file_id]


class NotedErasures:
    """The Erasures of tests."""

    def __init__(self) -> None:
        self.noted: list[Erasure] = []

    async def note(self, erasure: Erasure) -> None:
        if erasure not in self.noted:
            self.noted.append(erasure)


class ShownCommands:
    """The Commands of tests: role and language by person."""

    def __init__(self) -> None:
        self.by_person: dict[int, tuple[Role | None, Language]] = {}

    async def show(self, telegram_id: int, role: Role | None, language: Language) -> str | None:
        self.by_person[telegram_id] = (role, language)
        return f"{role} {language}"[:16] if role else None


class CalledWebhooks:
    """The Webhooks of tests: what was posted, by key; `fault` is what the next ones say."""

    def __init__(self) -> None:
        self.fault: str | None = None
        self.calls: list[tuple[str, bytes, str]] = []

    async def post(self, url: str, body: bytes, *, key: str) -> str | None:
        self.calls.append((url, body, key))
        return self.fault


class SentMail:
    """The Mailer of tests."""

    def __init__(self) -> None:
        self.fault: str | None = None
        self.sent: list[Mail] = []

    async def send(self, mail: Mail, *, at: datetime) -> str | None:
        self.sent.append(mail)
        return self.fault


class NoNetwork(BaseSession):
    """What the bot says here, it says through the outgoing rows."""

    async def close(self) -> None: ...

    async def make_request(self, *call: Any, **options: Any) -> Any:
        raise AssertionError(f"a call to Telegram past the outgoing rows: {call}")

    def stream_content(self, *call: Any, **options: Any) -> Any:
        raise AssertionError(f"a download past the ports: {call}")


@dataclass(slots=True)
class Seen:
    """A message of the bot's as its reader sees it: text without markup, and the buttons by row."""

    message_id: int
    text: str
    html: str
    buttons: list[list[dict[str, str]]]
    subject: str | None
    kind: OutgoingKind
    files: list[dict[str, Any]] = field(default_factory=list)

    @property
    def labels(self) -> list[str]:
        return [button["text"] for row in self.buttons for button in row]

    def data(self, label: str) -> str:
        """Verb and argument of the button whose label contains these words."""
        return self.raw_data(label).removeprefix(BESIDE)

    def raw_data(self, label: str) -> str:
        """What a tap on it sends."""
        for row in self.buttons:
            for button in row:
                if label in button["text"] and "callback_data" in button:
                    return button["callback_data"]
        raise AssertionError(f"no button «{label}» among {self.labels} under: {self.text}")


class Play:
    def __init__(self, database: Database, clock: StoppedClock | None = None) -> None:
        self.database = database
        self.clock = clock or StoppedClock()
        self.storage = MemoryStorage()
        self.files = UploadedFiles()
        self.commands = ShownCommands()
        self.renderer = Renderer(Translator(), BROKERAGE)
        self.bot = Bot(f"{BOT_ID}:AAAA-harness-token", session=NoNetwork())
        processor = Processor(self.bot, build_dispatcher(build_steps()), self.renderer, BROKERAGE, "ael_crm_bot")
        self.wakeups = Wakeups()
        self.worker = Worker(database, processor, self.clock, self.wakeups, Patience(attempts=3, time_limit=10))
        self.proposals = PdfProposals(self.renderer, BROKERAGE.name)
        self.sheets = XlsxSheets(self.renderer, BROKERAGE)
        self.webhooks, self.mailer, self.erasures = CalledWebhooks(), SentMail(), NotedErasures()
        self.ports = Ports(
            *(
                self.files,
                self.storage,
                20 * 2**20,
                self.commands,
                self.proposals,
                self.sheets,
                BROKERAGE,
                self.erasures,
            ),
            webhooks=self.webhooks,
            mailer=self.mailer,
        )
        self.relay = Relay(database, CONSUMERS, self.ports, self.clock, self.wakeups)
        self.ids: dict[int, int] = {}
        self.chats: dict[int, dict[int, Seen]] = {}
        self.refusing: set[int] = set()
        self.last: dict[int, int] = {}
        self.toasts: dict[int, list[str]] = {}
        self._update_id = 900000000

    async def seed(self) -> None:
        """The people of `tests.people`; `play.ids[person.telegram_id]` is a person's user id."""
        rows = [
            {
                "telegram_id": person.telegram_id,
                "name": person.name,
                "role": person.role,
                "language": person.language,
                "created_at": self.clock.now(),
            }
            for person in STAFF
        ]
        await self.write(lambda session: session.execute(insert(User), rows))
        found = await self.read(lambda session: session.execute(select(User.telegram_id, User.id)))
        self.ids = dict(found.all())

    async def write(self, work: Callable[[AsyncSession], Awaitable[Any]]) -> Any:
        return await self.database.write(work)

    async def read(self, work: Callable[[AsyncSession], Awaitable[Any]]) -> Any:
        return await self.database.read(work)

    def actor(self, person: Person) -> Actor:
        """For tests that call use cases directly."""
        user_id = self.ids.get(person.telegram_id, 0)
        return Actor(user_id, person.telegram_id, person.name, person.role, person.language, "test")

    async def say(self, person: Person, text: str, *, reply_to: int | None = None) -> Seen:
        return await self.message(person, reply_to=reply_to, text=text)

    async def message(self, person: Person, *, reply_to: int | None = None, **content: Any) -> Seen:
        """`content` is the Bot API message's own: text, contact, document, photo, sticker…"""
        await self.give({"message": self.made(person, reply_to=reply_to, **content)}, person)
        return self.screen(person)

    def made(self, person: Person, *, reply_to: int | None = None, **content: Any) -> dict[str, Any]:
        self.last[person.telegram_id] = self.last.get(person.telegram_id, 0) + 1
        message = {
            "message_id": self.last[person.telegram_id],
            "date": int(self.clock.now().timestamp()),
            "chat": {"id": person.telegram_id, "type": "private", "first_name": person.name},
            "from": _user(person),
            **content,
        }
        if reply_to is not None:
            message["reply_to_message"] = _bot_message(person, reply_to)
        return message

    async def tap(self, person: Person, label: str, *, message_id: int | None = None) -> Seen:
        """Taps a button by (part of) its label, on the last message that has it unless one is named."""
        if message_id is None:
            message_id = next(
                (m.message_id for m in reversed(self.seen(person)) if any(label in known for known in m.labels)), 0
            )
        if message_id not in self.chats.get(person.telegram_id, {}):
            raise AssertionError(f"no button «{label}» in sight: {[m.labels for m in self.seen(person)][-2:]}")
        return await self.tap_data(person, self.chats[person.telegram_id][message_id].raw_data(label), message_id)

    async def tap_data(self, person: Person, data: str, message_id: int = 1) -> Seen:
        """A tap with any callback data, forged too."""
        tap = {
            "id": str(self._update_id + 7),
            "from": _user(person),
            "chat_instance": "1",
            "message": _bot_message(person, message_id),
            "data": data,
        }
        await self.give({"callback_query": tap}, person)
        return self.screen(person)

    async def give(self, update: dict[str, Any], person: Person) -> None:
        """Stores the update as Telegram sent it, processes its person's lane and delivers what came of it."""
        self._update_id += 1
        raw = {"update_id": self._update_id, **update}
        await self.write(partial(store_updates, bot_id=BOT_ID, updates=[raw], now=self.clock.now()))
        while (wait := await self.worker._next(person.telegram_id)) is not None:
            self.clock.advance(seconds=wait)
        await self.deliver()

    def use(self, **ports: Any) -> None:
        """The relay as a process with other ports has it."""
        self.ports = replace(self.ports, **ports)
        self.relay = Relay(self.database, CONSUMERS, self.ports, self.clock, self.wakeups)

    async def run_events(self) -> None:
        """The relay until nothing is due, then what it sent is delivered."""
        for _ in range(200):
            pause = await self.relay.take()
            if pause >= 1 and not self.relay.in_hand:
                break
            while self.relay.in_hand:
                await asyncio.wait(self.relay.in_hand)
        await self.deliver()

    async def deliver(self) -> None:
        """Telegram's side: edits and new messages land in `chats`, toasts in `toasts`."""
        pending = select(Outgoing.chat_id).where(Outgoing.state == OutgoingState.PENDING).distinct()
        for chat_id in (await self.read(lambda session: session.execute(pending))).scalars().all():
            load = partial(list_parcels, chat_id=chat_id, now=self.clock.now(), fallback=Language.RU)
            for parcel in await self.read(load):
                await self._land(parcel)

    async def _land(self, parcel: Parcel) -> None:
        if parcel.chat_id in self.refusing:
            refused = Settled(OutgoingState.BLOCKED, "chat not found")
            await self.write(partial(record, parcel=parcel, verdict=refused, now=self.clock.now()))
            return
        toast = parcel.payload.get("toast") if parcel.kind is not OutgoingKind.NOTICE else None
        if toast:
            self.toasts.setdefault(parcel.chat_id, []).append(toast["text"])
        message_id = None if parcel.kind is OutgoingKind.ANSWER else await self._show(parcel)
        settled = Settled(OutgoingState.SENT, message_id=message_id)
        await self.write(partial(record, parcel=parcel, verdict=settled, now=self.clock.now()))

    async def _show(self, parcel: Parcel) -> int:
        message_id = parcel.target
        if message_id is None:
            message_id = self.last[parcel.chat_id] = self.last.get(parcel.chat_id, 0) + 1
        message = self._rendered(parcel)
        html = message.get("text", "")
        subject = select(Outgoing.subject).where(Outgoing.id == parcel.id)
        self.chats.setdefault(parcel.chat_id, {})[message_id] = Seen(
            message_id=message_id,
            text=unescape(re.sub(r"<[^>]+>", "", html)),
            html=html,
            buttons=message.get("reply_markup", {}).get("inline_keyboard", []),
            subject=(await self.read(lambda session: session.execute(subject))).scalar_one(),
            kind=parcel.kind,
            files=parcel.payload.get("files", []) if parcel.kind is OutgoingKind.FILE else [],
        )
        return message_id

    def _rendered(self, parcel: Parcel) -> dict[str, Any]:
        if parcel.kind is OutgoingKind.NOTICE:
            notice, now = Notice.from_json(parcel.payload), self.clock.now()
            return self.renderer.notice(notice, parcel.language, now=now, stays=parcel.surface is None)
        if parcel.kind is OutgoingKind.FILE:
            return {}
        message: dict[str, Any] = parcel.payload["message"]
        return message

    def seen(self, person: Person) -> list[Seen]:
        return [seen for _, seen in sorted(self.chats.get(person.telegram_id, {}).items())]

    def screen(self, person: Person) -> Seen:
        """The newest message of the bot's in the person's chat."""
        seen = self.seen(person)
        return seen[-1] if seen else Seen(0, "", "", [], None, OutgoingKind.SCREEN)

    def toast(self, person: Person) -> str:
        """The last toast or alert."""
        return (self.toasts.get(person.telegram_id) or [""])[-1]


@asynccontextmanager
async def staged(template: Path, folder: Path) -> AsyncIterator[Play]:
    """A stage with its people on a database of its own, for stories that several tests look at."""
    database = open_database(f"sqlite+aiosqlite:///{shutil.copy(template, folder)}")
    play = Play(database)
    await play.seed()
    yield play
    await database.close()


def _user(person: Person) -> dict[str, Any]:
    return {
        "id": person.telegram_id,
        "is_bot": False,
        "first_name": person.name,
        "language_code": person.language.value,
    }


def _bot_message(person: Person, message_id: int) -> dict[str, Any]:
    return {
        "message_id": message_id,
        "date": int(NOON.timestamp()),
        "chat": {"id": person.telegram_id, "type": "private", "first_name": person.name},
        "from": {"id": BOT_ID, "is_bot": True, "first_name": "CRM", "username": "ael_crm_bot"},
        "text": "…",
    }
