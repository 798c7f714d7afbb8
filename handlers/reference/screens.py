"""What the reference books and their insurers look like."""

from collections.abc import Mapping, Sequence

from models.insurer import Insurer
from services.conversation.numbers import number_rows
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Screen, Style, Text, text
from services.insurers.queries import InsurersPage

KEEP, WITHOUT, SKIP = "keep", "without", "skip"
IN_A_ROW = 5
MENU = Button(text("btn-menu"), "menu")
BOOKS = Button(text("btn-reference"), "reference.menu")
INSURERS = Button(text("btn-insurers"), "insurer.list")


def menu() -> Screen:
    rows = [
        [INSURERS, Button(text("btn-kinds"), "kind.list")],
        [Button(text("btn-reference-rates"), "rate.list")],
        [MENU],
    ]
    return Screen([text("scr-reference"), text("scr-reference-hint")], rows)


def insurers(page: InsurersPage) -> Screen:
    places = range(page.first, page.first + len(page.insurers))
    lines = [_insurer_line(place, insurer) for place, insurer in zip(places, page.insurers, strict=True)]
    turn = [Button(text("btn-earlier"), "insurer.list", page.number - 1)] if page.number else []
    turn += [Button(text("btn-older"), "insurer.list", page.number + 1)] if page.more else []
    rows = [
        *number_rows("insurer.card", [insurer.id for insurer in page.insurers], a_row=IN_A_ROW, start=page.first),
        turn,
        [Button(text("btn-insurer-add"), "insurer.add", style=Style.PRIMARY)],
        [BOOKS, MENU],
    ]
    return Screen([text("scr-insurers"), *lines], [row for row in rows if row])


def _insurer_line(place: int, insurer: Insurer) -> Text:
    key = "scr-insurers-line" if insurer.enabled else "scr-insurers-line-off"
    return text(key, number=str(place), name=insurer.name)


def insurer(one: Insurer) -> Screen:
    use = (
        Button(text("btn-insurer-off"), "insurer.off", one.id, Style.DANGER)
        if one.enabled
        else Button(text("btn-insurer-on"), "insurer.on", one.id, Style.SUCCESS)
    )
    forget = [Button(text("btn-alias-forget"), "insurer.forget", one.id)] if one.aliases else []
    lines = [
        text("scr-insurer", name=one.name),
        None if one.enabled else text("scr-insurer-off"),
        text("scr-insurer-aliases", aliases=", ".join(one.aliases)) if one.aliases else text("scr-insurer-alone"),
    ]
    rows = [
        [Button(text("btn-alias-add"), "insurer.alias", one.id, Style.PRIMARY), *forget],
        [Button(text("btn-rename-insurer"), "insurer.rename", one.id), use],
        [INSURERS, BOOKS],
    ]
    return Screen(lines, rows)


def ask_name() -> Screen:
    return Screen([text("ask-insurer-name")])


def ask_new_name(one: Insurer) -> Screen:
    return Screen([text("ask-insurer-rename", name=one.name)])


def ask_aliases(name: str, *, new: bool) -> Screen:
    return Screen([text("ask-insurer-aliases", name=name)], [[Chip(text("btn-skip"), SKIP)]] if new else [])


def ask_shared(shared: Mapping[str, str]) -> Screen:
    lines = [text("scr-insurer-shared", name=name, other=other) for name, other in shared.items()]
    chips = [Chip(text("btn-shared-without"), WITHOUT), Chip(text("btn-shared-keep"), KEEP)]
    return Screen([text("ask-insurer-shared"), *lines, text("scr-insurer-shared-means")], [chips])


def ask_forgotten(one: Insurer, aliases: Sequence[str]) -> Screen:
    chips = [Chip(text("btn-alias", alias=alias), str(place)) for place, alias in enumerate(aliases)]
    return Screen([text("ask-alias-forget", name=one.name)], in_rows(chips))


def saved() -> Text:
    return text("scr-reference-saved")


def shared_problem() -> Text:
    return text("err-shared-not-understood")


def alias_problem(typed: str) -> Text:
    return text("err-alias-not-understood", typed=typed[:60])
