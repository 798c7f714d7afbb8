"""What an event is: a typed, frozen payload with a dotted name."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from enum import StrEnum
from typing import Any, ClassVar, Self

from models.money import Money

EVENT_TYPES: dict[str, type["Event"]] = {}


@dataclass(frozen=True, kw_only=True)
class Event:
    """Fields are ids and plain facts; those named in `personal` are stored apart, so that erasure can delete them.

    `aggregate` names the thing whose history this is; the field `<aggregate>_id` carries its id.
    """

    name: ClassVar[str]
    aggregate: ClassVar[str]
    version: ClassVar[int] = 1
    personal: ClassVar[frozenset[str]] = frozenset()
    silent: ClassVar[bool] = False

    def __init_subclass__(cls) -> None:
        if EVENT_TYPES.setdefault(cls.name, cls).__qualname__ != cls.__qualname__:
            raise TypeError(f"two events are called {cls.name}")
        EVENT_TYPES[cls.name] = cls

    @property
    def aggregate_id(self) -> int:
        return int(getattr(self, f"{self.aggregate}_id"))

    def to_json(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The plain payload and the personal one."""
        values = {key: _plain(value) for key, value in asdict(self).items()}
        personal = {key: values.pop(key) for key in self.personal}
        return values, personal

    @classmethod
    def from_json(cls, payload: dict[str, Any]) -> Self:
        """Erased personal fields come back as None; unknown ones of a newer version are left out."""
        return cls(**{f.name: payload.get(f.name) for f in fields(cls)})


def _plain(value: Any) -> Any:
    match value:
        case StrEnum():
            return value.value
        case Money():
            return {"amount": value.amount, "currency": value.currency.value}
        case date() | datetime():
            return value.isoformat()
        case _:
            return value


@dataclass(frozen=True, slots=True)
class Published:
    """An event that its transaction has written."""

    id: int
    event: Event
    correlation_id: str
    caused_by: int | None


@dataclass(frozen=True, slots=True)
class Delivered:
    """An event as a consumer gets it, with its envelope."""

    id: int
    event: Event
    actor_id: int | None
    source: str
    correlation_id: str
    occurred_at: datetime
    caused_by: int | None = None
