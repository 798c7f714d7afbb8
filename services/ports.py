"""The outside as the services see it; the process fills it in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol, TypeAlias

from models.user import Language, Role
from services.brokerage import Brokerage
from services.calculations.client_version import ClientVersion
from services.conversation.values import Localized, Parts, Text
from services.documents.ports import DocumentStorage, TelegramFiles
from services.erasure.ports import Erasures
from services.scoring.ports import Scoring


class Commands(Protocol):
    async def show(self, telegram_id: int, role: Role | None, language: Language) -> str | None:
        """Puts a role's commands into a person's own chat; without a role takes them away.

        Returns a digest of what he sees now, None when nothing there is his own: also when Telegram does not let the
        bot into that chat. Raises when Telegram can't be reached, so that it is tried again.
        """
        ...


@dataclass(frozen=True, slots=True)
class Proposal:
    """`name` is a file's, without its ending; `data` a PDF."""

    name: str
    data: bytes


class Proposals(Protocol):
    def write(self, version: ClientVersion, language: Language) -> Proposal:
        """The same bytes for the same version. It takes a processor's time, so call it in a thread."""
        ...


Value: TypeAlias = "str | int | Decimal | datetime | Localized | Parts | Text | None"
"""A cell: what is typed stays text, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table for a file: `heading` names the columns."""

    title: Text
    heading: Sequence[Text]
    rows: Sequence[Sequence[Value]]


class Sheets(Protocol):
    def write(self, sheet: Sheet, language: Language) -> bytes:
        """An XLSX. It takes a processor's time, so call it in a thread."""
        ...


class Webhooks(Protocol):
    async def post(self, url: str, body: bytes, *, key: str) -> str | None:
        """None when it was taken; else why not, in a word. Raises AddressRefused where it will never be.

        `key` is the same for the same call however often it is made.
        """
        ...


@dataclass(frozen=True, slots=True)
class Mail:
    """`key` is the same for the same message however often it is sent."""

    to: str
    subject: Text
    lines: Sequence[Text]
    language: Language
    key: str


class Mailer(Protocol):
    async def send(self, mail: Mail, *, at: datetime) -> str | None:
        """None when the server took it; else why not, in a word. Raises AddressRefused where it never will."""
        ...


class AddressRefused(Exception):  # noqa: N818 - reads as the fact it names
    """The message says why, in a word."""


@dataclass(frozen=True, slots=True)
class Ports:
    """`document_limit` is the largest file of a folder, in bytes. Without `scoring` the rules score leads.

    Without `webhooks` or `mailer` that way out is not configured.
    """

    files: TelegramFiles
    storage: DocumentStorage
    document_limit: int
    commands: Commands
    proposals: Proposals
    sheets: Sheets
    brokerage: Brokerage
    erasures: Erasures
    scoring: Scoring = field(default_factory=Scoring)
    webhooks: Webhooks | None = None
    mailer: Mailer | None = None
