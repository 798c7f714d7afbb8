"""Adds a rule: a template first, then what it leaves open, one question after the other.

Every question is a choice; what is a number may be typed as any other number. An earlier answer that is changed makes
those after it be asked anew.
"""

from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps, name_of
from handlers.rules import screens
from handlers.rules.answers import read_typed
from handlers.rules.choices import list_choices, template_of
from handlers.rules.lists import card_of
from handlers.rules.parse import ANY, NONE
from handlers.rules.states import AddRuleFlow
from services.access import Actor, Right
from services.automation.actions.notify import Channel
from services.automation.rules.add import add_rule
from services.automation.rules.queries import find_names, words_of_filled
from services.automation.rules.templates import TEMPLATES, Filled, fill
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated

TARGETS = {
    Channel.PERSON: "user_id",
    Channel.ROLE: "role",
    Channel.CHAT: "chat_id",
    Channel.WEBHOOK: "url",
    Channel.EMAIL: "email",
}
STATES = {name_of(state).rpartition(":")[2]: state for state in AddRuleFlow.__states__}
NUMBERS = frozenset({"score_from", "kind_id", "other_kind_id", "amount_from", "hours", "user_id", "delay"})

steps = Steps()
steps.flow(AddRuleFlow, right=Right.KEEP_RULES)


@steps.tap("auto.add", right=Right.KEEP_RULES)
async def start() -> Start:
    return Start(AddRuleFlow.template)


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
    if _state is not AddRuleFlow.confirm:
        _question(_field, _state)


@steps.question(AddRuleFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    words = words_of_filled(_filled(draft, actor))
    return screens.confirm_adding(words, await find_names(session, actor, [words], brokerage=brokerage))


@steps.confirm(AddRuleFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, value: str
) -> Done:
    if value not in {"yes", "on"}:
        raise ScreenOutdated
    filled = _filled(draft, actor)
    rule_id = await add_rule(session, actor, filled, intent_key=draft.token, now=now, on=value == "on")
    card = await card_of(session, actor, brokerage, rule_id)
    return Done(card.with_first(screens.added()))


def _filled(draft: Draft, actor: Actor) -> Filled:
    template = template_of(draft)
    missing = [field for field in _fields(draft) if field not in draft.values]
    if missing:
        raise ScreenOutdated
    return fill(template, {**draft.values, "language": actor.language.value if "email" in draft.values else None})


def _fields(draft: Draft) -> list[str]:
    """What is asked of this template, in order, as far as that is known."""
    fields = ["template"]
    if draft.get("template") not in TEMPLATES:
        return fields
    for left in template_of(draft).leaves:
        fields.append(left.value)
        if left.value == "channel" and draft.get("channel") in TARGETS:
            fields.append(TARGETS[Channel(draft["channel"])])
    return fields


def _answered(draft: Draft, field: str, value: Any) -> Ask:
    known = _fields(draft)
    kept = known[: known.index(field)] if field in known else known
    for other in set(draft.values) - set(kept):
        del draft.values[other]
    draft[field] = value
    following = next((one for one in _fields(draft) if one not in draft.values), "confirm")
    return Ask(STATES[following])


def _value(field: str, said: str) -> Any:
    if said in {ANY, NONE}:
        return None
    return int(said) if field in NUMBERS or field == "chat_id" else said
