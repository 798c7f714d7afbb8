"""Opaque cursors of keyset pages: where a page ends, sealed so that only what was given out comes back."""

import base64
import binascii
import hmac
import struct
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

from models.base import EPOCH
from services.errors import ScreenOutdated

Position: TypeAlias = tuple[datetime | int, int]
"""What the list is ordered by, and the id of the row."""

_LAYOUT = struct.Struct(">?qq")
_SEAL_BYTES = 7


def seal(position: Position, *, key: str, about: str) -> str:
    """32 characters. `about` says of which list: a cursor of another one is none of this."""
    first, row_id = position
    dated = isinstance(first, datetime)
    plain = _LAYOUT.pack(dated, _microseconds(first) if isinstance(first, datetime) else first, row_id)
    return base64.urlsafe_b64encode(plain + _mark(plain, key, about)).rstrip(b"=").decode()


def unseal(cursor: str, *, key: str, about: str) -> Position:
    """Raises ScreenOutdated for one that was not sealed so."""
    try:
        sealed = base64.b64decode(cursor.encode("ascii") + b"=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error) as error:
        raise ScreenOutdated from error
    plain, mark = sealed[: _LAYOUT.size], sealed[_LAYOUT.size :]
    if len(plain) != _LAYOUT.size or not hmac.compare_digest(mark, _mark(plain, key, about)):
        raise ScreenOutdated
    dated, first, row_id = _LAYOUT.unpack(plain)
    return (EPOCH + timedelta(microseconds=first) if dated else first), row_id


def _microseconds(moment: datetime) -> int:
    return (moment.astimezone(UTC) - EPOCH) // timedelta(microseconds=1)


def _mark(plain: bytes, key: str, about: str) -> bytes:
    return hmac.digest(key.encode(), plain + about.encode(), "sha256")[:_SEAL_BYTES]
