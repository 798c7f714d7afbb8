"""Kinds of insurance: the list, one of them, each of its fields."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import is_yes
from handlers.common.ids import row_id
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.reference import kind_screens, screens
from handlers.reference.choices import CHOICES
from handlers.reference.fields import FIELDS, name_values
from handlers.reference.parse import parse_language
from handlers.reference.states import KindFlow
from models.user import Language
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.errors import ScreenOutdated
from services.kinds.edit import KindValues, edit_kind
from services.kinds.queries import access_kind, list_reference_kinds

steps = Steps()
steps.flow(KindFlow, right=Right.EDIT_REFERENCE)


@steps.tap("kind.list", right=Right.EDIT_REFERENCE)
async def show_kinds(session: AsyncSession, actor: Actor, brokerage: Brokerage) -> Screen:
    return kind_screens.kinds(await list_reference_kinds(session, actor, brokerage.region))


@steps.tap("kind.card", right=Right.EDIT_REFERENCE)
async def show_kind(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return kind_screens.kind(await access_kind(session, actor, row_id(arg)))


@steps.tap("kind.off", right=Right.EDIT_REFERENCE)
async def put_out_of_use(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    return await _save(session, actor, row_id(arg), {"enabled": False}, now)


@steps.tap("kind.on", right=Right.EDIT_REFERENCE)
async def put_in_use(session: AsyncSession, actor: Actor, now: datetime, arg: str) -> Done:
    return await _save(session, actor, row_id(arg), {"enabled": True}, now)


@steps.tap("kind.set", right=Right.EDIT_REFERENCE)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    """`arg` is the kind and what of it is to be changed."""
    kind_id, _, field = arg.partition(":")
    kind = await access_kind(session, actor, row_id(kind_id))
    card = f"kind.card:{kind.id}"
    if field in CHOICES:
        values = {"kind_id": kind.id, "field": field, "chosen": CHOICES[field].chosen(kind)}
        return Start(KindFlow.choice, values, origin=card)
    if field in FIELDS:
        return Start(KindFlow.value, {"kind_id": kind.id, "field": field}, origin=card)
    if field != "names":
        raise ScreenOutdated
    return Start(KindFlow.language, {"kind_id": kind.id}, origin=card)


@steps.question(KindFlow.language)
async def ask_language(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    return kind_screens.ask_language(await access_kind(session, actor, draft["kind_id"]))


@steps.answer(KindFlow.language)
async def on_language_typed(draft: Draft, text: str) -> Ask:
    language = parse_language(text)
    if language is None:
        return Ask(KindFlow.language, problem=kind_screens.language_problem(text))
    return await on_language(draft, language.value)


@steps.pick(KindFlow.language)
async def on_language(draft: Draft, value: str) -> Ask:
    if value not in set(Language):
        raise ScreenOutdated
    draft["field"] = value
    return Ask(KindFlow.value)


@steps.question(KindFlow.value)
async def ask_value(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    kind, field = await access_kind(session, actor, draft["kind_id"]), draft["field"]
    if field in FIELDS:
        return kind_screens.ask_value(kind, field, FIELDS[field])
    return kind_screens.ask_name(kind, Language(field))


@steps.answer(KindFlow.value)
async def on_value(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask | Done:
    field = draft["field"]
    values = FIELDS[field].read(text) if field in FIELDS else name_values(Language(field), text)
    if values is None:
        return Ask(KindFlow.value, problem=kind_screens.value_problem(field, text))
    return await _save(session, actor, draft["kind_id"], values, now)


@steps.pick(KindFlow.value)
async def on_value_picked(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Ask | Done:
    return await on_value(session, actor, draft, now, value)


@steps.question(KindFlow.choice)
async def ask_choice(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    kind, field = await access_kind(session, actor, draft["kind_id"]), draft["field"]
    return kind_screens.ask_choice(kind, field, CHOICES[field], draft["chosen"])


@steps.answer(KindFlow.choice)
async def on_choice_typed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask | Done:
    """What is typed is ticked as well."""
    if is_yes(text):
        return await _choose(session, actor, draft, now)
    codes = CHOICES[draft["field"]].read(text)
    if codes is None:
        return Ask(KindFlow.choice, problem=kind_screens.value_problem(draft["field"], text))
    draft["chosen"] = list(dict.fromkeys([*draft["chosen"], *codes]))
    return Ask(KindFlow.choice)


@steps.pick(KindFlow.choice)
async def on_choice(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Ask | Done:
    if value == kind_screens.DONE:
        return await _choose(session, actor, draft, now)
    kind = await access_kind(session, actor, draft["kind_id"])
    choice, chosen = CHOICES[draft["field"]], draft["chosen"]
    if value not in {*choice.chosen(kind), *choice.usual, *chosen}:
        raise ScreenOutdated
    draft["chosen"] = _ticked(chosen, value)
    return Ask(KindFlow.choice)


def _ticked(chosen: Sequence[str], code: str) -> list[str]:
    return [each for each in chosen if each != code] if code in chosen else [*chosen, code]


async def _choose(session: AsyncSession, actor: Actor, draft: Draft, now: datetime) -> Ask | Done:
    choice = CHOICES[draft["field"]]
    if len(draft["chosen"]) < choice.least:
        return Ask(KindFlow.choice, problem=kind_screens.choice_problem())
    return await _save(session, actor, draft["kind_id"], choice.values(draft["chosen"]), now)


async def _save(session: AsyncSession, actor: Actor, kind_id: int, values: KindValues, now: datetime) -> Done:
    await edit_kind(session, actor, kind_id, values, now=now)
    kind = await access_kind(session, actor, kind_id)
    return Done(kind_screens.kind(kind).with_first(screens.saved()))
