"""The outside as the services see it; the process fills it in."""

from dataclasses import dataclass, field
from typing import Protocol

from models.user import Language, Role
from services.calculations.client_version import ClientVersion
from services.documents.ports import DocumentStorage, TelegramFiles
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


@dataclass(frozen=True, slots=True)
class Ports:
    """`document_limit` is the largest file of a folder, in bytes. Without `scoring` the rules score leads."""

    files: TelegramFiles
    storage: DocumentStorage
    document_limit: int
    commands: Commands
    proposals: Proposals
    scoring: Scoring = field(default_factory=Scoring)
