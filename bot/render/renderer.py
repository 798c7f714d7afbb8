"""Screens, notices and toasts in a person's language, as parameters of Bot API methods."""

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain
from typing import Any

from bot.render.format import NARROW_SPACE, format_amount, format_day, format_full_day, format_moment, format_money
from bot.render.html import clean, cut, escaped
from bot.render.translate import Translator
from models.money import Money
from models.user import Language
from services.brokerage import Brokerage
from services.conversation.values import (
    BESIDE,
    Amount,
    Button,
    Cell,
    Deadline,
    FullDay,
    Key,
    Link,
    Localized,
    Moment,
    Notice,
    Param,
    Parts,
    Rows,
    Screen,
    Style,
    Table,
    Text,
    Toast,
)

TEXT_LIMIT = 4096
FOLDED_LIMIT = 2000
TOAST_LIMIT = 200
LABEL_LIMIT = 64
DATA_LIMIT = 63


class Renderer:
    def __init__(self, translator: Translator, brokerage: Brokerage) -> None:
        self._translator = translator
        self._brokerage = brokerage

    def screen(self, screen: Screen, language: Language, *, now: datetime) -> dict[str, Any]:
        lines = [self._line(note, language, now) for note in screen.notes]
        lines += [""] if lines and screen.lines else []
        lines += [self._block(line, language, now) for line in screen.lines if line is not None]
        if screen.folded:
            folded = "\n".join(self._line(line, language, now) for line in screen.folded)
            lines.append(f"<blockquote expandable>{cut(folded, FOLDED_LIMIT)}</blockquote>")
        return self._message("\n".join(lines), screen.rows, language, now)

    def notice(self, notice: Notice, language: Language, *, now: datetime, stays: bool = False) -> dict[str, Any]:
        """One that `stays` is not turned into what its buttons lead to: a reply to it finds what it is about."""
        message = self.screen(Screen(notice.lines, notice.rows), notice.language or language, now=now)
        if stays:
            for button in chain.from_iterable(message.get("reply_markup", {}).get("inline_keyboard", [])):
                button["callback_data"] = f"{BESIDE}{button['callback_data']}"
        return message

    def toast(self, toast: Toast, language: Language, *, now: datetime) -> dict[str, Any]:
        words = self.label(toast.text, language, now=now, limit=TOAST_LIMIT)
        return {"text": words, "show_alert": toast.alert}

    def label(self, label: Text, language: Language, *, now: datetime, limit: int = LABEL_LIMIT) -> str:
        """Plain words without markup: buttons, toasts, commands."""
        words = self._plain(label, language, now)
        return words if len(words) <= limit else words[: limit - 1] + "…"

    def _message(self, html: str, rows: Rows, language: Language, now: datetime) -> dict[str, Any]:
        message: dict[str, Any] = {
            "text": cut(html, TEXT_LIMIT),
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if rows:
            keyboard = [[self._key(key, language, now) for key in row] for row in rows if row]
            message["reply_markup"] = {"inline_keyboard": keyboard}
        return message

    def _key(self, key: Key, language: Language, now: datetime) -> dict[str, Any]:
        label = self._plain(key.label, language, now)
        button: dict[str, Any] = {"text": label if len(label) <= LABEL_LIMIT else label[: LABEL_LIMIT - 1] + "…"}
        match key:
            case Link():
                button["url"] = key.url
            case Button():
                if len(key.data.encode()) > DATA_LIMIT:
                    raise ValueError(f"more than {DATA_LIMIT} bytes in a button: {key.data}")
                button["callback_data"] = key.data
                if key.style is not Style.PLAIN:
                    button["style"] = key.style.value
            case _:
                raise TypeError(f"a chip outside a question: {key}")
        return button

    def _block(self, block: Text | Table, language: Language, now: datetime) -> str:
        if isinstance(block, Table):
            return f"<pre>{self._table(block, language, now)}</pre>"
        return self._line(block, language, now)

    def _table(self, table: Table, language: Language, now: datetime) -> str:
        rows = [[self._cell(cell, language, now) for cell in row] for row in table.rows]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = (" ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]).rstrip() for row in rows)
        return "\n".join(map(escaped, lines))

    def _cell(self, cell: Cell, language: Language, now: datetime) -> str:
        """Its blanks are as wide as a digit, which a narrow one is not."""
        match cell:
            case None:
                return ""
            case Amount(money):
                words = format_amount(money, language)
            case _:
                words = str(self._param(cell, language, now, clean))
        return words.replace(NARROW_SPACE, "\N{NO-BREAK SPACE}")

    def _line(self, line: Text, language: Language, now: datetime) -> str:
        return self._words(line, language, now, escaped)

    def plain(self, label: Text, language: Language, today: date) -> str:
        """As of the morning of that day."""
        return self._plain(label, language, datetime.combine(today, time.min, self._brokerage.zone))

    def _plain(self, label: Text, language: Language, now: datetime) -> str:
        return self._words(label, language, now, clean)

    def _words(self, line: Text, language: Language, now: datetime, protect: Any) -> str:
        params = {name: self._param(value, language, now, protect) for name, value in line.params.items()}
        return self._translator.format(line.key, language, params)

    def _param(self, value: Param, language: Language, now: datetime, protect: Any) -> str | int | Decimal:
        match value:
            case str():
                return str(protect(value))
            case Text():
                return self._words(value, language, now, protect)
            case Parts(of):
                parts = (self._param(part, language, now, protect) for part in of if part is not None)
                return " · ".join(map(str, parts))
            case Money():
                return format_money(value, language)
            case Localized():
                return str(protect(_name(value.names, language)))
            case Deadline() | FullDay() | Moment() | date():
                return self._when(value, language, now)
            case _:
                return value

    def _when(self, when: Deadline | FullDay | Moment | date, language: Language, now: datetime) -> str:
        here = now.astimezone(self._brokerage.zone)
        match when:
            case Moment(at):
                return format_moment(at, language, zone=self._brokerage.zone, today=here.date())
            case Deadline():
                return self._deadline(when, language, here)
            case FullDay(on):
                return format_full_day(on, language)
            case datetime():
                raise TypeError("a datetime is shown as a Moment")
            case _:
                return self._day(when, language, here.date())

    def _deadline(self, deadline: Deadline, language: Language, here: datetime) -> str:
        if deadline.as_mark:
            return self._translator.format(f"pressing-{_how_pressing(deadline, here)}", language, {})
        if deadline.on is None:
            return self._translator.format("deadline-none", language, {})
        late = "-late" if _is_late(deadline, here) else ""
        day = self._day(deadline.on, language, here.date())
        if deadline.at is None:
            return self._translator.format(f"deadline-day{late}", language, {"day": day})
        return self._translator.format(f"deadline-time{late}", language, {"day": day, "time": f"{deadline.at:%H:%M}"})

    def _day(self, day: date, language: Language, today: date) -> str:
        near = {0: "day-today", 1: "day-tomorrow", -1: "day-yesterday"}.get((day - today).days)
        return self._translator.format(near, language, {}) if near else format_day(day, language, today=today)


def _how_pressing(deadline: Deadline, here: datetime) -> str:
    if deadline.urgent or _is_late(deadline, here):
        return "now"
    return "soon" if deadline.on is not None and (deadline.on - here.date()).days <= 1 else "later"


def _is_late(deadline: Deadline, here: datetime) -> bool:
    """By its hour where it has one."""
    if deadline.on is None:
        return False
    return (deadline.on, deadline.at or time.max) < (here.date(), here.time())


def _name(names: Mapping[str, str], language: Language) -> str:
    return names.get(language.value) or next(iter(names.values()))
