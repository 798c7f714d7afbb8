"""A message with a file, or a forwarded one, as the use cases take it."""

from datetime import date

from aiogram.types import (
    Audio,
    Document,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
    PhotoSize,
    Video,
    Voice,
)

from handlers.common.ids import row_id
from handlers.parsing.documents import guess_document_kind
from models.document import MediaKind
from models.document_kind import DocumentKind
from services.documents.receive import IncomingFile


def incoming_file(message: Message, *, today: date) -> IncomingFile:
    media, file = _file_of(message)
    name = getattr(file, "file_name", None)
    return IncomingFile(
        message_id=message.message_id,
        media=media,
        kind=_kind_told(message.caption, name),
        file_id=file.file_id,
        name=name,
        mime=getattr(file, "mime_type", None),
        caption=message.caption,
        forwarded_from=sender_of(message),
        declared_size=file.file_size,
        received_on=today,
    )


def _kind_told(*words: str | None) -> DocumentKind:
    """By the first that tells."""
    kinds = (guess_document_kind(said) for said in words if said)
    return next((kind for kind in kinds if kind is not DocumentKind.UNKNOWN), DocumentKind.UNKNOWN)


def _file_of(message: Message) -> tuple[MediaKind, Document | PhotoSize | Voice | Audio | Video]:
    """Of a photo's sizes the largest."""
    if message.photo:
        return MediaKind.PHOTO, max(message.photo, key=lambda size: size.width * size.height)
    kinds = (
        (MediaKind.DOCUMENT, message.document),
        (MediaKind.VOICE, message.voice),
        (MediaKind.AUDIO, message.audio),
        (MediaKind.VIDEO, message.video),
    )
    return next((kind, file) for kind, file in kinds if file is not None)


def sender_of(message: Message) -> str | None:
    """Whose message was forwarded; None when it was not, or was the person's own: he answered in that talk."""
    match message.forward_origin:
        case MessageOriginUser(sender_user=user):
            own = message.from_user is not None and message.from_user.id == user.id
            return None if own else user.full_name
        case MessageOriginHiddenUser(sender_user_name=name):
            return name
        case MessageOriginChat(sender_chat=chat) | MessageOriginChannel(chat=chat):
            return chat.title or chat.full_name
    return None


def deal_in(focus: str | None) -> int | None:
    """The deal on the person's screen."""
    return _in_hand(focus, "deal")


def lead_in(focus: str | None) -> int | None:
    """The lead on the person's screen."""
    return _in_hand(focus, "lead")


def _in_hand(focus: str | None, what: str) -> int | None:
    subject, _, arg = (focus or "").partition(":")
    return row_id(arg) if subject == what else None
