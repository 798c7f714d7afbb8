"""What a document is, by its content."""

from enum import StrEnum
from typing import Self


class ContentType(StrEnum):
    """`extension` has no dot; `mime` is what the bytes are served with."""

    mime: str
    extension: str

    JPEG = "jpeg", "image/jpeg", "jpg"
    PNG = "png", "image/png", "png"
    GIF = "gif", "image/gif", "gif"
    HEIC = "heic", "image/heic", "heic"
    WEBP = "webp", "image/webp", "webp"
    PDF = "pdf", "application/pdf", "pdf"
    TXT = "txt", "text/plain", "txt"
    DOCX = "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"
    XLSX = "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"
    OGG = "ogg", "audio/ogg", "ogg"
    MP4 = "mp4", "video/mp4", "mp4"

    def __new__(cls, value: str, mime: str, extension: str) -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.mime = mime
        member.extension = extension
        return member
