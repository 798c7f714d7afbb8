"""One update in one transaction: the step, its rows, the dialogue's state, what goes out, inbox done."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.types import InaccessibleMessage, Message, Update
from aiogram.types.update import UpdateTypeLookupError
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.dispatcher import language_of
from bot.render import Renderer
from bot.telegram.fsm import SessionStorage
from handlers.kit.replies import Answer
from models.outgoing import OutgoingKind
from models.user import Language
from services.brokerage import Brokerage
from services.conversation.outgoing import enqueue
from services.conversation.values import BESIDE
from services.errors import AppError
from services.inbox.lanes import StoredUpdate, mark_done
from services.users.queries import find_addressee

MAIN_SURFACE = "main"
_SUSPICIOUS = re.compile(r"\\u(?:0000|d[89a-f])")


class PoisonUpdateError(Exception):
    """The update can't be read at all; trying again won't help."""


@dataclass(slots=True)
class Processor:
    bot: Bot
    dispatcher: Dispatcher
    renderer: Renderer
    brokerage: Brokerage
    bot_username: str = ""

    async def process(self, session: AsyncSession, row: StoredUpdate, *, now: datetime, error: AppError | None) -> None:
        """With `error` the update's step is not run again: its person is told why it was refused."""
        update = self._parse(row)
        storage = SessionStorage(session)
        answer = await self.dispatcher.feed_update(
            self.bot,
            update,
            session=session,
            storage=storage,
            now=now,
            error=error,
            brokerage=self.brokerage,
            bot_username=self.bot_username,
            correlation_id=correlation_id(row),
        )
        await storage.flush(now=now)
        if isinstance(answer, Answer):
            await self._put(session, row, update, answer, now=now)
        elif answer is not None and answer is not UNHANDLED:
            raise TypeError(f"a step returned {answer!r}")
        await mark_done(session, row.id, now=now)

    def _parse(self, row: StoredUpdate) -> Update:
        values = _read(row.payload or "{}")
        try:
            update = Update.model_validate(values, context={"bot": self.bot})
            update.event_type  # noqa: B018 - asking is what raises
        except ValidationError as error:
            raise PoisonUpdateError(f"{error.error_count()} fields can't be read") from None
        except UpdateTypeLookupError:
            raise PoisonUpdateError("of no type that is known") from None
        return update

    async def _put(
        self, session: AsyncSession, row: StoredUpdate, update: Update, answer: Answer, *, now: datetime
    ) -> None:
        tap = update.callback_query
        if tap is None and answer.screen is None:
            return
        source = tap.message if tap else update.event
        beside = bool(tap and (tap.data or "").startswith(BESIDE)) or bool(answer.screen and answer.screen.beside)
        edited = _editable(source) if tap and not beside else None
        person = tap.from_user.id if tap else row.lane
        chat_id = source.chat.id if isinstance(source, Message | InaccessibleMessage) else person
        language = await _language_of(session, update, person)
        payload: dict[str, Any] = {}
        if answer.screen is not None:
            payload["message"] = self.renderer.screen(answer.screen, language, now=now)
            payload["noted"] = bool(answer.screen.notes)
        if answer.toast is not None:
            payload["toast"] = self.renderer.toast(answer.toast, language, now=now)
        await enqueue(
            session,
            chat_id=chat_id,
            kind=OutgoingKind.SCREEN if answer.screen else OutgoingKind.ANSWER,
            payload=payload,
            now=now,
            correlation_id=correlation_id(row),
            surface=(answer.screen.surface or MAIN_SURFACE) if answer.screen else None,
            edit_message_id=edited,
            fresh=edited is None,
            callback_query_id=tap.id if tap else None,
            subject=answer.screen.subject if answer.screen else None,
        )


def _read(payload: str) -> Any:
    """Texts without what PostgreSQL or Telegram could not take: NUL and halves of characters."""
    values = json.loads(payload)
    return _storable(values) if _SUSPICIOUS.search(payload) else values


def _storable(value: Any) -> Any:
    match value:
        case str():
            return value.replace("\0", "").encode("utf-8", "ignore").decode()
        case list():
            return [_storable(item) for item in value]
        case dict():
            return {name: _storable(item) for name, item in value.items()}
        case _:
            return value


async def _language_of(session: AsyncSession, update: Update, person: int) -> Language:
    """As the step left it; a stranger is spoken to in the language of his Telegram."""
    addressee = await find_addressee(session, person)
    if addressee is not None:
        return addressee.language
    source = update.callback_query or update.event
    user = getattr(source, "from_user", None)
    return language_of(user) if user else Language.RU


def correlation_id(row: StoredUpdate) -> str:
    return f"u{row.update_id}"


def _editable(message: Any) -> int | None:
    """A message with media can't become text, and one that Telegram no longer shows can't be edited."""
    if isinstance(message, Message) and message.text is not None:
        return message.message_id
    return None
