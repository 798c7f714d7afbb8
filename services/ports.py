"""The outside as the services see it; the process fills it in."""

from dataclasses import dataclass

from services.documents.ports import DocumentStorage, TelegramFiles


@dataclass(frozen=True, slots=True)
class Ports:
    """`document_limit` is the largest file of a folder, in bytes."""

    files: TelegramFiles
    storage: DocumentStorage
    document_limit: int
