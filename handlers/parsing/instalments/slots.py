"""The items of a schedule gathered by the payment that they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from handlers.parsing.instalments.items import After, Count, Figure, Item, Mark, OnDay, Refusal, Span, Value, When
from handlers.parsing.instalments.words import Interval, Share, Turn
from models.money import Money


@dataclass(slots=True)
class Slot:
    """What was said of one payment, or of several alike; without a value it speaks of the whole."""

    value: Value | None = None
    is_rest: bool = False
    is_each: bool = False
    is_equal: bool = False
    is_chained: bool = False
    count: int | None = None
    turn: int | None = None
    interval: Interval | None = None
    span: Span | None = None
    whens: list[When] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return self == Slot()

    @property
    def has_part(self) -> bool:
        return self.value is not None or self.is_rest


@dataclass(slots=True)
class Said:
    """`is_single`: one payment was asked for; `is_whole`: only where nothing else was."""

    slots: list[Slot]
    is_single: bool = False
    is_whole: bool = False


class _Gatherer:
    def __init__(self) -> None:
        self.slots = [Slot()]
        self._is_closed = False
        self._is_chaining = False
        self._last: Item | None = None

    @property
    def _slot(self) -> Slot:
        return self.slots[-1]

    def take(self, item: Item) -> None:
        match item:
            case Money() | Share() | Figure():
                self._take_value(item)
            case After() | OnDay():
                self._take_when(item)
            case Count(number):
                self._open(self._slot.count is not None or self._is_dated_part())
                self._slot.count = number
            case Interval():
                self._open(self._slot.interval not in {None, item} or self._is_dated_part(keep_rest=True))
                self._slot.interval = item
            case Span():
                self._open(self._slot.span is not None)
                self._slot.span = item
            case Turn(number):
                self._open(not self._slot.is_empty)
                self._slot.turn = number
            case Mark():
                self._take_mark(item)
        self._last = item

    def _open(self, is_other: bool) -> None:  # noqa: FBT001 - the one question asked of it
        if (is_other or self._is_closed) and not self._slot.is_empty:
            self.slots.append(Slot())
        self._is_closed = False

    def _is_dated_part(self, *, keep_rest: bool = False) -> bool:
        has_part = self._slot.value is not None if keep_rest else self._slot.has_part
        return has_part and bool(self._slot.whens)

    def _take_value(self, value: Value) -> None:
        self._open(self._slot.value is not None)
        self._slot.value = value
        self._slot.is_chained = self._is_chaining
        self._is_chaining = False

    def _take_when(self, when: When) -> None:
        if isinstance(when, OnDay) and self._last is Mark.BASE:
            when = replace(when, is_base=True)
        if when == After() and when in self._slot.whens and not self._is_closed:
            return
        follows = isinstance(self._last, When)
        self._open(bool(self._slot.whens) and self._slot.has_part and not follows)
        self._slot.whens.append(when)

    def _take_mark(self, mark: Mark) -> None:
        match mark:
            case Mark.REST:
                self._open(self._slot.has_part)
                self._slot.is_rest = True
                self._slot.is_chained = self._is_chaining
                self._is_chaining = False
            case Mark.EACH:
                self._open(self._is_dated_part())
                self._slot.is_each = True
            case Mark.EQUAL:
                self._open(self._slot.value is not None and bool(self._slot.whens))
                self._slot.is_equal = True
            case Mark.CHAIN:
                self._slot.is_chained = self._is_chaining = True
                self._is_closed = True
            case Mark.NEXT:
                self._is_closed = not self._slot.is_empty and self._says_enough()
            case _:
                pass

    def _says_enough(self) -> bool:
        """«первый,» and «по» wait for what comes after the comma."""
        return self._slot not in (Slot(turn=self._slot.turn), Slot(is_each=True))


def gather(items: Sequence[Item]) -> Said:
    gatherer = _Gatherer()
    for item in items:
        if not isinstance(item, Refusal):
            gatherer.take(item)
    slots = [slot for slot in gatherer.slots if slot not in (Slot(), Slot(turn=slot.turn), Slot(is_each=True))]
    return Said(slots, Mark.SINGLE in items, Mark.WHOLE in items)
