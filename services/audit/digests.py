"""What the chain covers of an event: every column, and of personal values a salted digest.

Erasure deletes values and salt; the digest stays, so the chain holds and tells nothing of what was erased.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

GENESIS = "0" * 64


def digest_personal(salt: str, values: Mapping[str, Any]) -> str:
    return _digest([salt, values])


def digest_event(row: Mapping[str, Any]) -> str:
    """`row` holds the columns of `EventRow` by name."""
    return _digest([row[name] for name in COVERED])


def digest_seal(number: int, previous: str, leaves: Sequence[Any]) -> str:
    return _digest([number, previous, leaves])


COVERED = (
    *("id", "uid", "name", "version", "aggregate_type", "aggregate_id", "actor_id", "source", "correlation_id"),
    *("caused_by", "payload", "personal_digest", "occurred_at"),
)


def _digest(value: Any) -> str:
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)
    return hashlib.sha256(plain.encode()).hexdigest()


def _plain(value: Any) -> str:
    """The same moment is the same text on both databases."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    raise TypeError(f"no digest of {type(value).__name__}")
