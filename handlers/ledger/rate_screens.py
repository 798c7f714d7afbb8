"""The table of commission rates and its questions."""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.common.insurers import MOST_INSURERS
from handlers.kit.calendar import calendar_chip, day_chip, month_rows
from handlers.ledger.question_screens import rate_rows
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from models.ledger import CommissionRate
from services.conversation.numbers import number_rows
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Localized, Screen, Style, Text, text
from services.ledger.commission_rates import days_words
from services.money.words import percent_words

NO_END = "none"
A_ROW = 5


def insurers(found: Sequence[Insurer]) -> Screen:
    """All of them at once: an admin goes through the list."""
    chips = [Chip(text("btn-insurer", name=each.name), str(each.id)) for each in found[:MOST_INSURERS]]
    return Screen([text("ask-rates-insurer")], in_rows(chips))


def kinds(insurer: Insurer, found: Sequence[InsuranceKind], rates: dict[int, int]) -> Screen:
    chips = [Chip(_kind_label(kind, rates.get(kind.id)), str(kind.id)) for kind in found]
    return Screen([text("ask-rates-kind", insurer=insurer.name)], in_rows(chips))


def _kind_label(kind: InsuranceKind, rate: int | None) -> Text:
    names = Localized(kind.names)
    if rate is None:
        return text("btn-kind", icon=kind.icon, name=names)
    return text("btn-rates-kind", name=names, rate=percent_words(rate))


def table(insurer: Insurer, kind: InsuranceKind, rates: Sequence[CommissionRate]) -> Screen:
    lines = [
        text(
            "scr-rates-line",
            number=str(number),
            rate=percent_words(each.rate),
            days=days_words(each.from_on, each.until_on),
        )
        for number, each in enumerate(rates, start=1)
    ]
    rows = number_rows("rate.card", [each.id for each in rates], a_row=A_ROW)
    rows.append(
        [
            Button(text("btn-rate-new"), "rate.new", f"{insurer.id}:{kind.id}", Style.PRIMARY),
            Button(text("btn-rates"), "rate.list"),
        ]
    )
    hint = text("scr-rates-hint") if rates else text("scr-rates-none")
    return Screen([_title(insurer, kind), *lines, hint], rows)


def _title(insurer: Insurer, kind: InsuranceKind) -> Text:
    return text("scr-rates", insurer=insurer.name, kind=Localized(kind.names))


def card(insurer: Insurer, kind: InsuranceKind, rate: CommissionRate) -> Screen:
    words = text("ask-rate-remove", rate=percent_words(rate.rate), days=days_words(rate.from_on, rate.until_on))
    rows = [
        [
            Button(text("btn-rate-remove"), "rate.remove", rate.id, Style.DANGER),
            Button(text("btn-rate-keep"), "rate.table", f"{insurer.id}:{kind.id}"),
        ]
    ]
    return Screen([_title(insurer, kind), words], rows)


def new_rate(insurer: Insurer, kind: InsuranceKind) -> Screen:
    return Screen([_title(insurer, kind), text("ask-rate")], rate_rows())


def since(rate: int, view: str | None, today: date) -> Screen:
    year = today.replace(month=1, day=1)
    following = today.replace(year=today.year + 1, month=1, day=1)
    firsts = [day for day in dict.fromkeys([_next_month(today), year, following]) if day != today]
    chips = [day_chip(text("btn-today"), today), *(day_chip(text("btn-day", day=day), day) for day in firsts)]
    rows = [*in_rows(chips), [calendar_chip(today)]]
    shown = rows if view is None else month_rows(view, today=today)
    return Screen([text("ask-rate-since", rate=percent_words(rate))], shown)


def until(rate: int, first: date, view: str | None, today: date) -> Screen:
    year_end = first.replace(month=12, day=31)
    rows = [
        [Chip(text("btn-rate-no-end"), NO_END), day_chip(text("btn-day", day=year_end), year_end)],
        [calendar_chip(max(first, today))],
    ]
    shown = rows if view is None else month_rows(view, today=today, earliest=first)
    return Screen([text("ask-rate-until", rate=percent_words(rate), since=first)], shown)


def added(rate: int, first: date, last: date | None) -> Text:
    return text("scr-rate-now-added", rate=percent_words(rate), days=days_words(first, last))


def removed() -> Text:
    return text("scr-rate-now-removed")


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)
