"""DOCX and XLSX: a zip within limits, read through once in memory, without macros, encryption or tricks."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from models.content_type import ContentType
from services.documents.formats.structure import broken
from services.documents.refusal import ContentRefused, RefusalCode

MAX_MEMBERS = 5_000
MAX_INFLATED = 200 * 1024 * 1024
MAX_RATIO = 250
RATIO_MATTERS_FROM = 1024 * 1024
CHUNK = 256 * 1024

ENCRYPTED_FLAG = 0x1
CENTRAL_ENTRY = b"PK\x01\x02"
OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

CONTENT_TYPES = "[content_types].xml"
MAX_CONTENT_TYPES = 1024 * 1024
MAIN_PARTS = {
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": ContentType.DOCX,
    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": ContentType.XLSX,
}
OVERRIDE = re.compile(rb"<(?:\w+:)?Override\s[^>]*>")
ATTRIBUTE = re.compile(rb"(\w+)\s*=\s*[\"']([^\"'<>]*)[\"']")

MACRO_TYPES = re.compile(rb"macroenabled|ms-office\.vbaproject|macrosheet", re.IGNORECASE)
MACRO_PARTS = re.compile(
    r"vba\w*\.(?:bin|xml)$|/macrosheets/|\.(?:docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam)$", re.IGNORECASE
)
XML_PARTS = (".xml", ".rels", ".vml")
ENTITIES = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def office_type(data: bytes) -> ContentType:
    """The type of a sound document; anything else that is a zip is refused."""
    if data.count(CENTRAL_ENTRY) > MAX_MEMBERS:
        raise ContentRefused(RefusalCode.BOMB)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inspect(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, OverflowError, NotImplementedError):
        raise broken() from None


def refuse_ole(data: bytes) -> None:
    """The old Office container: a password-protected document, or a type that is not allowed."""
    if OLE_ENCRYPTED in data:
        raise ContentRefused(RefusalCode.ENCRYPTED)
    raise ContentRefused(RefusalCode.WRONG_TYPE, seen="doc")


def _inspect(archive: zipfile.ZipFile) -> ContentType:
    members = archive.infolist()
    _check_limits(members)
    parts = {_part_name(member.filename): member for member in members}
    _check_parts(parts, len(members))
    if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
        raise ContentRefused(RefusalCode.ENCRYPTED)
    for member in members:
        _read_through(archive, member)
    return _main_type(archive, parts)


def _check_limits(members: Sequence[zipfile.ZipInfo]) -> None:
    """By the declared sizes; reading stops there and a wrong declaration fails its checksum."""
    inflated = sum(member.file_size for member in members)
    steep = any(member.file_size > max(RATIO_MATTERS_FROM, MAX_RATIO * member.compress_size) for member in members)
    if len(members) > MAX_MEMBERS or inflated > MAX_INFLATED or steep:
        raise ContentRefused(RefusalCode.BOMB)


def _part_name(filename: str) -> str:
    """Part names ignore case; some accounting programs write backslashes."""
    return filename.replace("\\", "/").casefold()


def _check_parts(parts: Mapping[str, zipfile.ZipInfo], count: int) -> None:
    if any(MACRO_PARTS.search(name) for name in parts):
        raise ContentRefused(RefusalCode.MACROS)
    if len(parts) < count or any(name.startswith("/") or ".." in name.split("/") for name in parts):
        raise broken()
    if CONTENT_TYPES not in parts:
        raise ContentRefused(RefusalCode.WRONG_TYPE, seen="zip")


def _read_through(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Checks the checksum, and XML for a document type: Office writes none, entity bombs need one."""
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise broken()
    with archive.open(member) as part:
        start = part.read(CHUNK)
        if member.filename.lower().endswith(XML_PARTS) and ENTITIES.search(_xml_start(start)):
            raise ContentRefused(RefusalCode.BOMB)
        while part.read(CHUNK):
            pass


def _xml_start(data: bytes) -> str:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16" if wide else "utf-8", errors="replace")


def _main_type(archive: zipfile.ZipFile, parts: Mapping[str, zipfile.ZipInfo]) -> ContentType:
    if parts[CONTENT_TYPES].file_size > MAX_CONTENT_TYPES:
        raise broken()
    types = archive.read(parts[CONTENT_TYPES])
    if MACRO_TYPES.search(types):
        raise ContentRefused(RefusalCode.MACROS)
    for override in OVERRIDE.findall(types):
        attributes = dict(ATTRIBUTE.findall(override))
        content_type = MAIN_PARTS.get(attributes.get(b"ContentType", b""))
        if content_type and _part_name(attributes.get(b"PartName", b"").decode()).lstrip("/") in parts:
            return content_type
    raise ContentRefused(RefusalCode.WRONG_TYPE, seen="zip")
