"""Why a file is not taken into a folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class RefusalCode(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too-large"
    WRONG_TYPE = "wrong-type"
    BROKEN = "broken"
    MACROS = "macros"
    ENCRYPTED = "encrypted"
    ACTIVE_CONTENT = "active-content"
    TOO_MANY_PIXELS = "too-many-pixels"
    BOMB = "bomb"


@dataclass(frozen=True, slots=True)
class Refusal:
    """`params`: too-large has size and limit in bytes; too-many-pixels width and height; wrong-type `seen`, the
    extension that the bytes look like ("" when they look like nothing known)."""

    code: RefusalCode
    params: Mapping[str, str | int] = field(default_factory=dict)


class ContentRefused(Exception):  # noqa: N818 - reads as the fact it names
    """Ends an inspection from any depth; `inspect_content` turns it into its refusal."""

    def __init__(self, code: RefusalCode, **params: str | int) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, params)
