"""What Telegram's answer to a delivery means."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramUnauthorizedError,
)

from models.outgoing import OutgoingState

GONE = ("message to edit not found", "message can't be edited", "there is no text in the message to edit")
UNREACHABLE = ("chat not found", "user is deactivated", "PEER_ID_INVALID", "bot was kicked")
LONGEST_BACKOFF = timedelta(minutes=5)
MOST_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class Settled:
    state: OutgoingState
    error: str | None = None
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class TryAgain:
    """`counted` attempts end after `MOST_ATTEMPTS`; waiting out a flood limit is not one."""

    delay: timedelta
    error: str
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup with this id."""

    chat_id: int


Verdict: TypeAlias = Settled | TryAgain | Moved


def judge(error: Exception, *, attempts: int) -> Verdict:
    """A 5xx, a proxy's page or a cut connection is ambiguous: Telegram may have delivered.

    Trying again may then repeat one message.
    """
    match error:
        case TelegramRetryAfter():
            return TryAgain(timedelta(seconds=error.retry_after), "flood limit", counted=False)
        case TelegramMigrateToChat():
            return Moved(error.migrate_to_chat_id)
        case TelegramForbiddenError():
            return Settled(OutgoingState.BLOCKED, error.message)
        case TelegramBadRequest() if any(words in error.message for words in UNREACHABLE):
            return Settled(OutgoingState.BLOCKED, error.message)
        case TelegramBadRequest() | TelegramNotFound() | TelegramEntityTooLarge():
            return Settled(OutgoingState.FAILED, error.message)
        case TelegramUnauthorizedError():
            return TryAgain(timedelta(minutes=1), "token refused", counted=False)
        case TelegramAPIError() | ClientDecodeError() | OSError():
            if attempts + 1 >= MOST_ATTEMPTS:
                return Settled(OutgoingState.AMBIGUOUS, type(error).__name__)
            return TryAgain(min(timedelta(seconds=0.5 * 2**attempts), LONGEST_BACKOFF), type(error).__name__)
    return Settled(OutgoingState.FAILED, type(error).__name__)


def is_not_modified(error: TelegramBadRequest) -> bool:
    return "message is not modified" in error.message


def is_gone(error: TelegramBadRequest) -> bool:
    return any(words in error.message for words in GONE)
