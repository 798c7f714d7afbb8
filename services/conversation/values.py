"""What a person is shown, as plain values: no words, no Telegram."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

from models.money import Currency, Money
from models.user import Language


@dataclass(frozen=True, slots=True)
class Localized:
    """A name kept as data in each language, such as a kind of insurance."""

    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FullDay:
    """A day with its year, never as today or tomorrow: for what is read later by somebody else."""

    on: date


@dataclass(frozen=True, slots=True)
class Moment:
    """An aware moment, shown as day and clock time in the brokerage's zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """Until when, as of the day it is read: overdue, today, tomorrow… `at` is the brokerage's wall time.

    With `as_mark` only the sign of how pressing it is.
    """

    on: date | None
    at: time | None = None
    urgent: bool = False
    as_mark: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """What belongs together on one line, with a middle dot between; None is left out."""

    of: Sequence["Param | None"]


Param: TypeAlias = "Deadline | FullDay | Parts | str | int | Decimal | date | Money | Moment | Localized | Text"


@dataclass(frozen=True, slots=True)
class Text:
    """A locale key with its parameters; a parameter may be a Text itself (a stage's name, a unit)."""

    key: str
    params: Mapping[str, Param] = field(default_factory=dict)


def text(key: str, **params: Param) -> Text:
    return Text(key, params)


@dataclass(frozen=True, slots=True)
class Amount:
    """Money without its currency, for a table whose heading names it."""

    money: Money


Cell: TypeAlias = "Amount | Param | None"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells each, in a face of fixed width: the first column stands left, the others right."""

    rows: Sequence[Sequence[Cell]]


class Style(StrEnum):
    PLAIN = "plain"
    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


BESIDE = "!"
"""Before a button's data: what a tap on it leads to stands beside its message, which stays as it is."""


@dataclass(frozen=True, slots=True)
class Button:
    """A tap on it comes back as `verb` and `arg` (row id, cursor); both together fit 63 bytes."""

    label: Text
    verb: str
    arg: str | int = ""
    style: Style = Style.PLAIN

    @property
    def data(self) -> str:
        return f"{self.verb}:{self.arg}"


@dataclass(frozen=True, slots=True)
class Chip:
    """A ready answer to the question on this screen; the kit ties it to the flow's token and step."""

    label: Text
    value: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Link:
    label: Text
    url: str


Key: TypeAlias = Button | Chip | Link
Rows: TypeAlias = Sequence[Sequence[Key]]


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: `lines` top to bottom (None is left out), `rows` of keys below.

    `notes` stand on top in a paragraph of their own: what was just done, or why an answer was not taken.
    `folded` lines stand in an expandable quote. `subject` ("deal:1042") is what a reply to it is about; showing it
    also makes that the thing in hand, which files and texts go to. A screen with a `surface` of its own is brought up
    to date there for as long as it is shown. With `beside` it is a message of its own: the tapped one stays as it is.
    """

    lines: Sequence[Text | Table | None]
    rows: Rows = ()
    folded: Sequence[Text] = ()
    subject: str | None = None
    notes: Sequence[Text] = ()
    surface: str | None = None
    beside: bool = False

    def with_first(self, *notes: Text) -> "Screen":
        return replace(self, notes=(*notes, *self.notes))

    def with_rows(self, *rows: Sequence[Key]) -> "Screen":
        return replace(self, rows=(*self.rows, *rows))


@dataclass(frozen=True, slots=True)
class Notice:
    """A message the person did not ask for, rendered at delivery in the receiver's language unless it has its own."""

    lines: Sequence[Text]
    rows: Sequence[Sequence[Button]] = ()
    subject: str | None = None
    language: Language | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "lines": [_pack(line) for line in self.lines],
            "rows": [[[_pack(b.label), b.verb, b.arg, b.style.value] for b in row] for row in self.rows],
            "subject": self.subject,
            "language": self.language,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Notice":
        rows = [
            [Button(_unpack_text(label), verb, arg, Style(style)) for label, verb, arg, style in row]
            for row in data["rows"]
        ]
        language = Language(data["language"]) if data.get("language") else None
        return cls([_unpack_text(line) for line in data["lines"]], rows, data["subject"], language)


@dataclass(frozen=True, slots=True)
class Toast:
    """The short answer to a tap; `alert` must be closed by hand."""

    text: Text
    alert: bool = False


def params_to_json(params: Mapping[str, Param]) -> dict[str, Any]:
    return {name: _pack(value) for name, value in params.items()}


def params_from_json(params: Mapping[str, Any]) -> dict[str, Param]:
    return {name: _unpack(value) for name, value in params.items()}


def _pack(value: Param) -> Any:
    match value:
        case Text():
            return {"t": value.key, "p": params_to_json(value.params)}
        case Parts(of):
            return {"parts": [_pack(part) for part in of if part is not None]}
        case Money():
            return {"money": value.amount, "currency": value.currency.value}
        case Localized():
            return {"names": dict(value.names)}
        case Decimal():
            return {"decimal": str(value)}
        case str() | int():
            return value
        case _:
            return _pack_time(value)


def _pack_time(value: Moment | Deadline | FullDay | date) -> Any:
    match value:
        case Moment():
            return {"moment": value.at.isoformat()}
        case Deadline(on=on, at=at):
            until = [on.isoformat() if on else None, at.isoformat() if at else None, value.urgent, value.as_mark]
            return {"until": until}
        case FullDay(on):
            return {"full_day": on.isoformat()}
        case datetime():
            raise TypeError("a datetime is shown as a Moment")
        case date():
            return {"day": value.isoformat()}


def _unpack_text(value: Any) -> Text:
    return Text(value["t"], params_from_json(value["p"]))


def _unpack(value: Any) -> Param:
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return]  # JSON's own str or int
    if "t" in value:
        return _unpack_text(value)
    if "money" in value:
        return Money(value["money"], Currency(value["currency"]))
    if "moment" in value:
        return Moment(datetime.fromisoformat(value["moment"]))
    if "names" in value:
        return Localized(value["names"])
    if "parts" in value:
        return Parts([_unpack(part) for part in value["parts"]])
    if "until" in value:
        on, at, urgent, as_mark = value["until"]
        return Deadline(date.fromisoformat(on) if on else None, time.fromisoformat(at) if at else None, urgent, as_mark)
    if "full_day" in value:
        return FullDay(date.fromisoformat(value["full_day"]))
    if "day" in value:
        return date.fromisoformat(value["day"])
    return Decimal(value["decimal"])
