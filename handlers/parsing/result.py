"""What a parser answers: a value, an Ask, or None for what was not said."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ask:
    """The meaning cannot be known. `why` is a stable kebab-case code, `params` what its message shows."""

    why: str
    params: Mapping[str, int | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in the person's zone; `time` only where a clock time was said."""

    date: dt.date
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class Phone:
    """`e164` is "+" and digits; an extension is kept as its digits."""

    e164: str
    extension: str | None = None
