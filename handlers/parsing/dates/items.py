"""What the words of a line say, before a calendar is looked at."""

from dataclasses import dataclass

from handlers.parsing.dates.words import Part, Unit, Which


@dataclass(frozen=True, slots=True)
class Near:
    """Today and the days around it."""

    days: int


@dataclass(frozen=True, slots=True)
class Shift:
    """From now on, or back. With minutes the clock time is said too."""

    months: int = 0
    days: int = 0
    minutes: int = 0

    def plus(self, other: "Shift") -> "Shift":
        return Shift(self.months + other.months, self.days + other.days, self.minutes + other.minutes)

    def back(self) -> "Shift":
        return Shift(-self.months, -self.days, -self.minutes)


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """0 is Monday."""

    weekday: int
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class OnDate:
    """A day of a month; a two-digit year is still to be placed in its century."""

    day: int
    month: int | None = None
    year: int | None = None
    has_short_year: bool = False


@dataclass(frozen=True, slots=True)
class EndOf:
    """The last day of a period or of a named month."""

    unit: Unit
    shift: int = 0
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """«следующего месяца»: a week, month or year counted from the present one."""

    unit: Unit
    shift: int


@dataclass(frozen=True, slots=True)
class Clock:
    """An hour said alone («в 3») is not sure: it may belong to either half of the day.

    Without «в» before it («8 часов») it may even be a duration.
    """

    hour: int
    minute: int = 0
    is_sure: bool = True
    is_after_at: bool = True


@dataclass(frozen=True, slots=True)
class DayPart:
    part: Part


@dataclass(frozen=True, slots=True)
class Bare:
    """A number with nothing said of it: an hour or a day of the month."""

    number: int


@dataclass(frozen=True, slots=True)
class Pair:
    """«15.03»: a day and month, or hours and minutes; after «в» the latter is likelier."""

    left: int
    right: int
    separator: str
    is_padded: bool
    is_after_at: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no day can be taken. `only_beside` a day: alone such a word says nothing."""

    why: str
    only_beside: bool = False


Item = Near | Shift | OnWeekday | OnDate | EndOf | Period | Clock | DayPart | Bare | Pair | Refusal
