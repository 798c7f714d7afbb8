"""What can be attached to a lead: photos and documents of at most 10 MB, of a few types known by their content."""

from models.content_type import ContentType
from models.document import MediaKind
from services.documents.refusal import Refusal, RefusalCode
from services.leads.errors import NotAnAttachment

LARGEST = 10 * 2**20
TYPES = frozenset({ContentType.JPEG, ContentType.PNG, ContentType.GIF, ContentType.PDF, ContentType.TXT})
CARRIED_AS = frozenset({MediaKind.PHOTO, MediaKind.DOCUMENT})
TOO_LARGE, WRONG_TYPE = "lead-too-large", "lead-wrong-type"
"""In place of the folder's refusals, which name what a folder takes."""

_CODES = {RefusalCode.TOO_LARGE: TOO_LARGE, RefusalCode.WRONG_TYPE: WRONG_TYPE}


def check_attachable(media: MediaKind) -> None:
    """By what Telegram tells of it, before its bytes are here."""
    if media not in CARRIED_AS:
        raise NotAnAttachment


def attachment_refusal(found: ContentType | Refusal) -> str | None:
    """The code of why it is not taken, once its content is known."""
    if isinstance(found, Refusal):
        return _CODES.get(found.code, found.code.value)
    return None if found in TYPES else WRONG_TYPE
