"""On which day each payment is due."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from handlers.parsing.dates import parse_date
from handlers.parsing.instalments.items import After, OnDay, Span, When
from handlers.parsing.instalments.parts import Group
from handlers.parsing.instalments.result import Terms, Unclear
from handlers.parsing.instalments.slots import Slot
from handlers.parsing.instalments.words import Interval
from handlers.parsing.result import Day
from services.money.schedule import add_months


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day counted from a first one, so that month ends are clamped from that."""

    first: date
    months: int = 0
    days: int = 0

    @property
    def day(self) -> date:
        try:
            return add_months(self.first, self.months) + timedelta(days=self.days)
        except (ValueError, OverflowError) as error:
            raise Unclear("too-far") from error

    def plus(self, step: Interval | After | Span) -> "Anchor":
        return replace(self, months=self.months + step.months, days=self.days + step.days)


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is the person's; `language` settles how a day is read."""

    now: datetime
    language: str | None


@dataclass(frozen=True, slots=True)
class Pace:
    """How the days follow each other where they are not said one by one."""

    interval: Interval | None
    span: Span | None


def find_pace(slots: Sequence[Slot]) -> Pace:
    intervals = {slot.interval for slot in slots if slot.interval}
    spans = {slot.span for slot in slots if slot.span}
    if len(intervals) > 1 or len(spans) > 1:
        raise Unclear("instalments-dates")
    span = next(iter(spans), None)
    return Pace(next(iter(intervals), None), span)


def fill_counts(groups: Sequence[Group], slots: Sequence[Slot], pace: Pace, terms: Terms, clock: Clock) -> Pace:
    """Counts the payments that the term holds; the pace comes back with its interval where one follows from them."""
    said = [slot.whens for slot in slots if not slot.has_part and slot.whens]
    for place, group in enumerate(groups):
        if group.count is None:
            group.count = _count_in_term(groups[:place], group, said, pace, terms, clock)
    if pace.interval or pace.span is None or pace.span.months == terms.term_months:
        return pace
    return _paced_by_span(groups, pace.span)


def _count_in_term(
    before: Sequence[Group], group: Group, said: list[list[When]], pace: Pace, terms: Terms, clock: Clock
) -> int:
    if pace.interval is None or len(before) > 1 or any(other.size > 1 for other in before):
        raise Unclear("instalments-count")
    if pace.span:
        return _times_in(pace.span, pace.interval)
    whens = group.whens or next(iter(said), [])
    if len(whens) > 1:
        raise Unclear("instalments-dates")
    if whens:
        at = _place(whens[0], None, terms, clock)
    elif before:
        first = _place(before[0].whens[0], None, terms, clock) if before[0].whens else Anchor(terms.start)
        at = first.plus(pace.interval)
    else:
        at = Anchor(terms.start)
    return _steps_until(at, pace.interval, Anchor(terms.start, terms.term_months).day)


def _steps_until(at: Anchor, interval: Interval, end: date) -> int:
    count = 0
    while at.day < end:
        count, at = count + 1, at.plus(interval)
    if not count or (count == 1 and at.day > end):
        raise Unclear("instalments-dates")
    return count


def _times_in(span: Span, interval: Interval) -> int:
    whole, part = (span.months, interval.months) if interval.months else (span.days, interval.days)
    if not whole or not part or whole % part:
        raise Unclear("instalments-count")
    return whole // part


def _paced_by_span(groups: Sequence[Group], span: Span) -> Pace:
    """«4 платежа на полгода», «6 месяцев по 8000»."""
    repeated = [group for group in groups if group.size > 1]
    if len(repeated) != 1 or not span.months or span.months % repeated[0].size or any(g.whens for g in repeated):
        raise Unclear("instalments-dates")
    return Pace(Interval(months=span.months // repeated[0].size), span)


def make_dues(groups: Sequence[Group], slots: Sequence[Slot], pace: Pace, terms: Terms, clock: Clock) -> list[date]:
    """One day for each payment, from `start` on, each after the one before. Raises Unclear."""
    whens, interval = _whens(groups, slots, pace)
    anchors = _anchors(whens, interval, terms, clock)
    days = [anchor.day for anchor in anchors]
    if any(day < terms.start for day in days):
        raise Unclear("instalments-before-start")
    if any(left >= right for left, right in pairwise(days)):
        raise Unclear("instalments-order")
    if days[-1] > Anchor(terms.start, terms.term_months).day:
        raise Unclear("instalments-after-term")
    return days


def _whens(groups: Sequence[Group], slots: Sequence[Slot], pace: Pace) -> tuple[list[When | None], Interval | None]:
    """What was said of each payment's day, and the interval, which «через 2 месяца» after «40/30/30» is too."""
    of_all = [(slot.turn, when) for slot in slots if not slot.has_part for when in slot.whens]
    if len(groups) == 1 and len(groups[0].whens) == 1 and groups[0].size > 1:
        of_all = [*((None, when) for when in groups[0].whens), *of_all]
        groups[0].whens = []
    if len(groups) > 1 and all(group.is_chained for group in groups):
        of_all = [*((None, when) for group in groups for when in group.whens), *of_all]
        whens: list[When | None] = [None] * sum(group.size for group in groups)
    else:
        whens = [when for group in groups for when in _whens_of(group, pace, is_first=group is groups[0])]
    if not of_all:
        return whens, pace.interval
    if any(whens):
        return _with_turns(whens, of_all), pace.interval
    return _spread(whens, of_all, pace)


def _whens_of(group: Group, pace: Pace, *, is_first: bool) -> list[When | None]:
    said, count = group.whens, group.size
    if not said:
        return [None] * count
    if len(said) == count:
        return list(said)
    if is_first and len(said) == count - 1:
        return [None, *said]
    if len(said) == 1 and pace.interval:
        return [said[0], *[None] * (count - 1)]
    raise Unclear("instalments-dates")


def _with_turns(whens: list[When | None], of_all: Sequence[tuple[int | None, When]]) -> list[When | None]:
    for turn, when in of_all:
        place = len(whens) - 1 if turn == 99 else (turn or 0) - 1
        if not 0 <= place < len(whens) or whens[place] not in {None, when}:
            raise Unclear("instalments-dates")
        whens[place] = when
    return whens


def _spread(
    whens: list[When | None], of_all: Sequence[tuple[int | None, When]], pace: Pace
) -> tuple[list[When | None], Interval | None]:
    count, said = len(whens), [when for _, when in of_all]
    if all(turn for turn, _ in of_all):
        return _with_turns(whens, of_all), pace.interval
    if len(said) == count:
        return list(said), pace.interval
    only = said[0]
    if len(said) == 1 and isinstance(only, OnDay) and (only.is_base or pace.interval):
        return [only, *whens[1:]], pace.interval
    if len(said) == 1 and only == After():
        return whens, pace.interval
    if len(said) == 1 and isinstance(only, After) and pace.interval is None:
        return whens, Interval(only.months, only.days)
    if len(said) == count - 1:
        return [None, *said], pace.interval
    raise Unclear("instalments-dates")


def _anchors(whens: Sequence[When | None], interval: Interval | None, terms: Terms, clock: Clock) -> list[Anchor]:
    first = _place(whens[0], None, terms, clock) if whens[0] else Anchor(terms.start)
    if interval is None and not any(whens[1:]):
        return _evenly(whens[0], first, len(whens), terms)
    anchors = [first]
    for when in whens[1:]:
        if when:
            anchors.append(_place(when, anchors[-1], terms, clock))
        elif interval:
            anchors.append(anchors[-1].plus(interval))
        else:
            raise Unclear("instalments-dates")
    return anchors


def _evenly(said: When | None, first: Anchor, count: int, terms: Terms) -> list[Anchor]:
    is_later = said not in {None, After()} and not (isinstance(said, OnDay) and said.is_base)
    if is_later and count > 1:
        raise Unclear("instalments-dates")
    if count > max(terms.term_months, 1):
        raise Unclear("instalments-count")
    return [first.plus(Span(place * terms.term_months // count)) for place in range(count)]


def _place(when: When, last: Anchor | None, terms: Terms, clock: Clock) -> Anchor:
    if isinstance(when, After):
        base = last if when.from_last and last else Anchor(terms.start)
        return base.plus(when)
    return Anchor(_place_day(when, terms, clock))


def _place_day(said: OnDay, terms: Terms, clock: Clock) -> date:
    """A date is the nearest from the start on, unless it comes between now and the start; «завтра» counts from now."""
    if not re.search(r"\d", said.typed):
        return _told(said, clock.now, clock)
    from_start = datetime.combine(terms.start, time(), clock.now.tzinfo)
    if clock.now.date() <= terms.start and _told(said, clock.now, clock) < terms.start:
        raise Unclear("instalments-before-start")
    return _told(said, from_start, clock)


def _told(said: OnDay, now: datetime, clock: Clock) -> date:
    found = parse_date(said.typed, now=now, lang=clock.language)
    if isinstance(found, Day):
        return found.date
    if found is None:
        raise Unclear("no-day")
    if found.why == "past-day":
        raise Unclear("instalments-before-start")
    raise Unclear(found.why, found.params)
