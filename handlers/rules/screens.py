"""What rules, their tries and their deeds look like to the admins."""

from collections.abc import Sequence
from datetime import datetime

from handlers.rules.choices import Choice
from models.automation_execution import ExecutionState
from services.automation.rules.dry_run import MOST_EVENTS, DryRun, Named
from services.automation.rules.queries import ExecutionLine, RuleLine
from services.automation.rules.words import (
    MINUTES_A_DAY,
    Names,
    RuleWords,
    described,
    duration,
    fault_words,
    refusal_words,
)
from services.conversation.numbers import number_rows
from services.conversation.paging import Page
from services.conversation.rows import in_rows
from services.conversation.values import Button, Chip, Moment, Screen, Style, Text, text
from services.errors import AppError

NUMBERS_A_ROW = 4
MOST_CHIPS = 20
TRIED_DAYS = (7, 30)
_MENU = Button(text("btn-menu"), "menu")
_ALL = Button(text("btn-rules-all"), "auto.list")
_ADD = Button(text("btn-rule-add"), "auto.add", style=Style.PRIMARY)


def rules(page: Page[RuleLine], names: Names) -> Screen:
    if not page.lines:
        return Screen([text("scr-auto-none")], [[_ADD], [_MENU]])
    lines = [
        text(
            "scr-auto-line-on" if rule.enabled else "scr-auto-line-off",
            number=str(number),
            says=described(rule.words, names),
        )
        for number, rule in enumerate(page.lines, 1)
    ]
    older = [] if page.next_before is None else [Button(text("btn-older"), "auto.list", page.next_before)]
    rows = number_rows("auto.card", [rule.id for rule in page.lines], a_row=NUMBERS_A_ROW)
    return Screen([text("scr-auto-title"), *lines], [*rows, [_ADD, *older], [_MENU]])


def rule(line: RuleLine, names: Names) -> Screen:
    switch = (
        Button(text("btn-rule-off"), "auto.off", line.id)
        if line.enabled
        else Button(text("btn-rule-on"), "auto.on", line.id, Style.SUCCESS)
    )
    lines = [
        text("scr-rule-card", number=str(line.id), says=described(line.words, names)),
        text("scr-rule-on" if line.enabled else "scr-rule-off"),
    ]
    keep = [
        Button(text("btn-rule-edit"), "auto.edit", line.id),
        Button(text("btn-rule-delete"), "auto.delete", line.id, Style.DANGER),
    ]
    rows = [tries(line.id), [switch, Button(text("btn-rule-done"), "auto.done", line.id)], keep, [_ALL]]
    return Screen(lines, rows)


def tries(rule_id: int) -> list[Button]:
    return [Button(text("btn-rule-try", days=days), "auto.try", f"{rule_id}:{days}") for days in TRIED_DAYS]


def added() -> Text:
    return text("scr-rule-added")


def changed() -> Text:
    return text("scr-rule-changed")


def refused(refusal: AppError) -> Text:
    return Text(f"err-{refusal.code}", refusal.params)


def switched(*, on: bool) -> Text:
    return text("scr-rule-switched-on" if on else "scr-rule-switched-off")


def so_already() -> Text:
    return text("toast-rule-so-already")


def deleted() -> Text:
    return text("scr-rule-deleted")


def confirm_deleting(line: RuleLine, names: Names) -> Screen:
    asked = text("ask-rule-delete", says=described(line.words, names))
    return Screen([asked], [[Chip(text("btn-rule-delete"), "yes", Style.DANGER)]])


def ask(field: str, choices: Sequence[Choice]) -> Screen:
    """Beyond the first chips a choice is typed."""
    chips = [Chip(choice.label, choice.value) for choice in choices[:MOST_CHIPS]]
    return Screen([text(f"ask-rule-{field}")], in_rows(chips, 1 if field == "template" else 2))


def confirm(words: RuleWords, names: Names, fields: Sequence[str], *, is_new: bool) -> Screen:
    """`fields` are those that can be answered anew."""
    save = [Chip(text("btn-rule-save"), "yes", Style.PRIMARY)]
    if is_new:
        save.append(Chip(text("btn-rule-save-on"), "on", Style.SUCCESS))
    anew = [Chip(text(f"btn-rule-fix-{field}"), field) for field in fields]
    asked = text("ask-rule-confirm" if is_new else "ask-rule-change", says=described(words, names))
    return Screen([asked], [save, *in_rows(anew, 2)])


def tried(line: RuleLine, names: Names, found: DryRun) -> Screen:
    """What it would have done, without its having been done."""
    time = duration(found.days * MINUTES_A_DAY)
    count = len(found.things)
    told = text("scr-rule-try-none", time=time)
    if count:
        told = text(f"scr-rule-try-{line.words.action}", count=count, time=time)
    named = [_named(number, one) for number, one in enumerate(found.shown, 1)]
    rest = len(set(found.things)) - len(found.shown)
    more = [text("scr-rule-try-more", count=rest)] if rest > 0 else []
    refusals = [text("scr-rule-try-refused", count=times, why=refused(refusal)) for refusal, times in found.refused]
    cut = [text("scr-rule-try-cut", count=MOST_EVENTS)] if found.cut else []
    says = text("scr-rule-title", says=described(line.words, names))
    cards = _cards([(one.entity_type, one.entity_id) for one in found.shown])
    rows = [*cards, tries(line.id), [Button(text("btn-rule-card"), "auto.card", line.id)]]
    return Screen([says, told, *named, *more, *refusals, *cut, text("scr-rule-try-safe")], rows)


def _named(number: int, one: Named) -> Text:
    about = text(f"rule-about-{one.entity_type}", number=str(one.entity_id))
    return text("scr-rule-try-line", number=str(number), about=about, name=one.name)


def _cards(things: Sequence[tuple[str, int]]) -> list[list[Button]]:
    buttons = [
        Button(text("btn-number", number=str(number)), f"{entity}.card", entity_id)
        for number, (entity, entity_id) in enumerate(things, 1)
    ]
    return in_rows(buttons, NUMBERS_A_ROW)


def done(line: RuleLine, names: Names, page: Page[ExecutionLine]) -> Screen:
    back = Button(text("btn-rule-card"), "auto.card", line.id)
    if not page.lines:
        return Screen([text("scr-rule-done-none")], [[back], [_ALL]])
    lines = [_done_line(number, one) for number, one in enumerate(page.lines, 1)]
    older = (
        [] if page.next_before is None else [Button(text("btn-older"), "auto.done", f"{line.id}:{page.next_before}")]
    )
    cards = _cards([(one.entity_type, one.entity_id) for one in page.lines])
    title = text("scr-rule-done-title", says=described(line.words, names))
    return Screen([title, *lines], [*cards, [back, *older], [_ALL]])


def _done_line(number: int, one: ExecutionLine) -> Text:
    about = text(f"rule-about-{one.entity_type}", number=str(one.entity_id))
    at = Moment(one.created_at)
    return text("scr-rule-done-line", number=str(number), about=about, at=at, what=_became(one))


def _became(one: ExecutionLine) -> Text:
    match one.state:
        case ExecutionState.DONE:
            return _did(one)
        case ExecutionState.WAITING:
            return text("rule-done-due") if one.due_at is None else _waits(one.due_at)
        case ExecutionState.CALLING:
            return _calls(one)
        case ExecutionState.REFUSED:
            return _refused(one)
        case ExecutionState.SKIPPED:
            return text(f"rule-done-{one.result.get('why', 'changed')}")
        case ExecutionState.STOPPED:
            return text("rule-done-stopped")


def _waits(due_at: datetime) -> Text:
    return text("rule-done-waiting", at=Moment(due_at))


def _did(one: ExecutionLine) -> Text:
    result = one.result
    if "deal_id" in result:
        key = "rule-done-deal-known" if result.get("known") else "rule-done-deal"
        return text(key, number=str(result["deal_id"]))
    if "stage" in result:
        return text("rule-done-stage", stage=text(f"stage-deal-{result['stage']}"))
    if "name" in result:
        return text("rule-done-assigned", name=result["name"])
    if "step" in result:
        return text(f"rule-done-step-{result['step']}")
    return text("rule-done-kept" if result.get("kept") else "rule-done-told")


def _calls(one: ExecutionLine) -> Text:
    fault = one.result.get("fault")
    if fault is None:
        return text("rule-done-calling")
    return text("rule-done-dead" if one.dead else "rule-done-again", why=fault_words(fault))


def _refused(one: ExecutionLine) -> Text:
    if "error" not in one.result:
        return text("rule-done-refused-other")
    return text("rule-done-refused", why=refusal_words(one.result))
