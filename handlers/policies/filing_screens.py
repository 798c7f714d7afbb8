"""Questions on the way to a new policy."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from handlers.common.insurers import insurer_rows
from handlers.kit.calendar import calendar_chip, day_chip, month_rows
from handlers.policies.drafted import day_of, parts_of, plan_not_kept, plans_of, premium_of
from handlers.policies.words import OVERLAP_REASONS, numeric, part_lines
from models.insurance_kind import InsuranceKind
from models.insurer import Insurer
from services.calculations.words import plan_words
from services.conversation.rows import in_rows
from services.conversation.values import Chip, Localized, Parts, Screen, Style, Text, text
from services.policies.terms import last_day, spread

BY_HAND, NO_FILE, YES, FIX = "by-hand", "none", "yes", "fix"
FIELDS = ("premium", "schedule", "ends", "start", "number", "insurer", "object", "kind")
TERMS = (12, 6, 3, 1)


def insurer(values: Mapping[str, Any], known: Sequence[Insurer], view: str | None) -> Screen:
    chips = [Chip(text("btn-insurer", name=one.name), str(one.id)) for one in known]
    title = text("ask-policy-insurer", deal=str(values["deal_id"]))
    return Screen([title, about(values)], insurer_rows(chips, view))


def about(values: Mapping[str, Any]) -> Text:
    parts: list[Any] = [Localized(values["kind"]), values["object"], values.get("insurer")]
    return text("scr-policy-parts", parts=Parts([*parts, premium_of(values) if "premium" in values else None]))


def premium(values: Mapping[str, Any]) -> Screen:
    return Screen([about(values), text("ask-policy-premium")])


def number(values: Mapping[str, Any]) -> Screen:
    chosen = values.get("choice_id") is not None
    rows = [[Chip(text("btn-policy-by-hand"), BY_HAND)]] if chosen else []
    title = text("scr-policy-of-choice", deal=str(values["deal_id"])) if chosen else None
    return Screen([title, about(values), text("ask-policy-number")], rows)


def start(values: Mapping[str, Any], view: str | None, today: date) -> Screen:
    question = [about(values), text("ask-policy-start")]
    if view is not None:
        return Screen(question, month_rows(view, today=today))
    earliest = today + timedelta(days=values["earliest"])
    usual = [earliest, earliest + timedelta(days=1), _next_first(earliest)]
    if "follows" in values and day_of(values, "follows") >= earliest:
        usual[1] = day_of(values, "follows")
    chips = [day_chip(_day_label(day, today), day) for day in dict.fromkeys(usual)]
    return Screen(question, [chips[:2], [*chips[2:], calendar_chip(today)]])


def _day_label(day: date, today: date) -> Text:
    near = {0: "btn-today", 1: "btn-tomorrow"}.get((day - today).days)
    return text(near) if near else text("btn-day", day=day)


def _next_first(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def early(values: Mapping[str, Any], today: date) -> Screen:
    question = text(
        "ask-policy-early",
        kind=Localized(values["kind"]),
        earliest=today + timedelta(days=values["earliest"]),
        start=day_of(values, "starts_on"),
    )
    return Screen([question], [[Chip(text("btn-policy-early"), YES)]])


def file(values: Mapping[str, Any]) -> Screen:
    return Screen([about(values), text("ask-policy-file")], [[Chip(text("btn-no-file"), NO_FILE)]])


def file_of(number: str) -> Screen:
    return Screen([text("ask-policy-file-of", number=number)])


def file_problem() -> Text:
    return text("err-policy-file-expected")


def file_taken() -> Text:
    return text("scr-policy-file-taken")


def confirm(values: Mapping[str, Any], *, file_refused: bool) -> Screen:
    starts_on, ends_on = day_of(values, "starts_on"), day_of(values, "ends_on")
    whole = premium_of(values)
    parts, agreed = parts_of(values), plan_not_kept(values)
    taken = "scr-policy-with-file" if values["document_id"] else "scr-policy-without-file"
    lines = [
        text("ask-policy-confirm"),
        text("scr-policy-parts", parts=Parts([Localized(values["kind"]), values["object"]])),
        text("scr-policy-parts", parts=Parts([values["insurer"], text("policy-number", number=values["number"])])),
        text("scr-policy-term", starts=numeric(starts_on), ends=numeric(ends_on)),
        text("scr-policy-premium", premium=whole, count=len(parts)),
        *part_lines(parts, whole.currency),
        text("scr-policy-not-as-agreed", plan=plan_words(agreed)) if agreed else None,
        text("scr-policy-file-refused" if file_refused else taken),
    ]
    rows = [[Chip(text("btn-policy-save"), YES, Style.SUCCESS)], [Chip(text("btn-policy-fix"), FIX)]]
    return Screen(lines, rows)


def fix() -> Screen:
    chips = [Chip(text(f"btn-policy-{field}"), field) for field in FIELDS]
    return Screen([text("ask-policy-fix")], in_rows(chips))


def fix_problem(typed: str) -> Text:
    return text("err-policy-field-not-understood", typed=typed[:60])


def ends(values: Mapping[str, Any], view: str | None, today: date) -> Screen:
    starts_on = day_of(values, "starts_on")
    question = text("ask-policy-ends", starts=numeric(starts_on), ends=numeric(day_of(values, "ends_on")))
    if view is not None:
        return Screen([question], month_rows(view, today=today, earliest=starts_on))
    chips = [day_chip(text("btn-policy-months", count=months), last_day(starts_on, months=months)) for months in TERMS]
    return Screen([question], [chips[:2], chips[2:], [calendar_chip(starts_on)]])


def schedule(values: Mapping[str, Any]) -> Screen:
    whole, starts_on, ends_on = premium_of(values), day_of(values, "starts_on"), day_of(values, "ends_on")
    chips = [
        Chip(text("btn-policy-plan", plan=plan_words(plan)), str(number))
        for number, plan in enumerate(plans_of(values))
        if spread(plan, whole, starts_on, ends_on)
    ]
    return Screen([text("ask-policy-schedule", premium=whole)], in_rows(chips))


def insured_object(values: Mapping[str, Any]) -> Screen:
    return Screen([text("ask-deal-object", kind=Localized(values["kind"]))])


def kind(kinds: Sequence[InsuranceKind]) -> Screen:
    chips = [Chip(text("btn-kind", icon=one.icon, name=Localized(one.names)), str(one.id)) for one in kinds]
    return Screen([text("ask-policy-kind")], in_rows(chips))


def overlap() -> Screen:
    rows = [[Chip(text(f"policy-overlap-{reason}"), reason)] for reason in OVERLAP_REASONS]
    return Screen([text("ask-policy-overlap")], rows)
