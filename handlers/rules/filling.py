"""Fills in a rule: a template first, then what it leaves open, one question after the other; a known rule is changed
by the same questions, each on demand.

Every question is a choice; what is a number may be typed as any other number. An answer that is changed makes those be
asked anew that depend on it. A name is given on demand only.
"""

from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps, name_of
from handlers.rules import screens
from handlers.rules.answers import read_typed
from handlers.rules.choices import list_choices, template_of
from handlers.rules.lists import card_of, page_of
from handlers.rules.parse import ANY, NONE
from handlers.rules.states import RuleFlow
from services.access import Actor, Right
from services.automation.actions.notify import Channel
from services.automation.rules.add import add_rule
from services.automation.rules.edit import EditRule, edit_rule
from services.automation.rules.errors import RuleChangedMeanwhile, RuleNotFound
from services.automation.rules.queries import access_rule, filled_of, find_names, words_of_filled
from services.automation.rules.templates import NAME, TEMPLATES, Filled, answers_of, fill
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text, Toast
from services.errors import ScreenOutdated

TARGETS = {
    Channel.PERSON: "user_id",
    Channel.ROLE: "role",
    Channel.CHAT: "chat_id",
    Channel.WEBHOOK: "url",
    Channel.EMAIL: "email",
}
DEPENDING = {"stage": ("to",), "channel": (*TARGETS.values(), "language"), "email": ("language",)}
STATES = {name_of(state).rpartition(":")[2]: state for state in RuleFlow.__states__}
NUMBERS = frozenset({"score_from", "kind_id", "other_kind_id", "amount_from", "hours", "user_id", "delay"})

steps = Steps()
steps.flow(RuleFlow, right=Right.KEEP_RULES)


@steps.tap("auto.add", right=Right.KEEP_RULES)
async def start() -> Start:
    return Start(RuleFlow.template)


@steps.tap("auto.edit", right=Right.KEEP_RULES)
async def start_editing(session: AsyncSession, actor: Actor, arg: str) -> Start:
    rule = await access_rule(session, actor, row_id(arg))
    answers = answers_of(filled_of(rule))
    known = {"rule_id": rule.id, "seen": answers, "template": rule.template}
    return Start(RuleFlow.confirm, {**known, **answers})


def _question(field: str, state: State) -> None:
    @steps.question(state)
    async def ask(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> Screen:
        return screens.ask(field, await list_choices(session, brokerage, draft, field))

    @steps.pick(state)
    async def on_pick(session: AsyncSession, brokerage: Brokerage, draft: Draft, value: str) -> Ask:
        offered = await list_choices(session, brokerage, draft, field)
        if value not in {choice.value for choice in offered}:
            raise ScreenOutdated
        return _answered(draft, field, _value(field, value))

    @steps.answer(state)
    async def on_typed(session: AsyncSession, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
        offered = await list_choices(session, brokerage, draft, field)
        said = read_typed(field, text, offered, brokerage)
        if isinstance(said, Text):
            return Ask(state, problem=said)
        return _answered(draft, field, _value(field, said))


for _field, _state in STATES.items():
    if _state is not RuleFlow.confirm:
        _question(_field, _state)


@steps.question(RuleFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    words = words_of_filled(_filled(draft, actor))
    names = await find_names(session, actor, [words], brokerage=brokerage)
    return screens.confirm(words, names, _changeable(draft), is_new=draft.get("rule_id") is None)


@steps.confirm(RuleFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, value: str
) -> Ask | Done:
    if value in _changeable(draft):
        return Ask(STATES[value])
    if value not in {"yes", "on"}:
        raise ScreenOutdated
    if draft.get("rule_id") is not None:
        return await _save_changes(session, actor, brokerage, draft, now)
    filled = _filled(draft, actor)
    rule_id = await add_rule(session, actor, filled, intent_key=draft.token, now=now, on=value == "on")
    card = await card_of(session, actor, brokerage, rule_id)
    return Done(card.with_first(screens.added()))


@steps.refused(RuleFlow, RuleNotFound, right=Right.KEEP_RULES)
async def on_gone(session: AsyncSession, actor: Actor, brokerage: Brokerage) -> Done:
    page = await page_of(session, actor, brokerage)
    return Done(page.with_first(screens.refused(RuleNotFound())))


@steps.refused(RuleFlow, RuleChangedMeanwhile, right=Right.KEEP_RULES)
async def on_changed_meanwhile(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Done:
    card = await card_of(session, actor, brokerage, draft["rule_id"])
    return Done(card.with_first(screens.refused(RuleChangedMeanwhile())))


async def _save_changes(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime) -> Done:
    command = EditRule(rule_id=draft["rule_id"], seen=draft["seen"], answers=_answers(draft, actor))
    changed = await edit_rule(session, actor, command, now=now)
    card = await card_of(session, actor, brokerage, command.rule_id)
    return Done(card.with_first(screens.changed())) if changed else Done(card, toast=Toast(screens.so_already()))


def _filled(draft: Draft, actor: Actor) -> Filled:
    return fill(template_of(draft), _answers(draft, actor))


def _answers(draft: Draft, actor: Actor) -> dict[str, Any]:
    """A letter is in the language of whoever named its address."""
    if any(field not in draft.values for field in _fields(draft)):
        raise ScreenOutdated
    language = {"language": actor.language.value} if "email" in draft.values else {}
    return {**language, **draft.values}


def _fields(draft: Draft) -> list[str]:
    """What is asked of this template, in order, as far as that is known."""
    return ["template", *(_left_open(draft) if draft.get("template") in TEMPLATES else ())]


def _left_open(draft: Draft) -> list[str]:
    fields = []
    for left in template_of(draft).leaves:
        fields.append(left.value)
        if left.value == "channel" and draft.get("channel") in TARGETS:
            fields.append(TARGETS[Channel(draft["channel"])])
    return fields


def _changeable(draft: Draft) -> list[str]:
    return [*_left_open(draft), NAME]


def _answered(draft: Draft, field: str, value: Any) -> Ask:
    if draft.get(field) != value:
        for other in DEPENDING.get(field, [*draft.values] if field == "template" else ()):
            draft.values.pop(other, None)
    draft[field] = value
    following = next((one for one in _fields(draft) if one not in draft.values), "confirm")
    return Ask(STATES[following])


def _value(field: str, said: str) -> Any:
    if said in {ANY, NONE}:
        return None
    return int(said) if field in NUMBERS or field == "chat_id" else said
