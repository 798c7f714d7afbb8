"""What is put right of a policy before it is filed, and why it runs beside another one."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import confirm_problem, is_yes, short_text
from handlers.common.days import typed_any_day
from handlers.common.ids import row_id
from handlers.common.kinds import typed_kind
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done
from handlers.policies import filing_screens as ask
from handlers.policies.drafted import (
    day_of,
    forget,
    kind_values,
    parts_of,
    plans_of,
    premium_of,
    put_parts,
)
from handlers.policies.filing import begin, onward, save, steps
from handlers.policies.parse import parse_parts, parse_policy_field
from handlers.policies.states import FilePolicyFlow
from handlers.policies.words import OVERLAP_REASONS
from models.insurance_kind import InsuranceKind
from models.money import Money
from services.access import Actor
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.deals.kinds import find_kind, list_kinds
from services.errors import ScreenOutdated
from services.policies.rules import check_parts, check_reason, check_term
from services.policies.terms import spread

_STATES = {field: getattr(FilePolicyFlow, field) for field in ask.FIELDS}


@steps.answer(FilePolicyFlow.confirm)
async def on_confirm_typed(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    draft: Draft,
    now: datetime,
    today: date,
    text: str,
) -> Ask | Done:
    """A yes, the name of what is not right, or how it is paid instead."""
    if is_yes(text):
        return await save(session, actor, draft, now, today)
    field = parse_policy_field(text)
    if field:
        return Ask(_STATES[field])
    paid_so = await on_schedule_typed(actor, brokerage, draft, now, text)
    return Ask(FilePolicyFlow.confirm, problem=confirm_problem()) if paid_so.problem else paid_so


@steps.question(FilePolicyFlow.fix)
async def ask_fix() -> Screen:
    return ask.fix()


@steps.pick(FilePolicyFlow.fix)
async def on_fix(value: str) -> Ask:
    if value not in _STATES:
        raise ScreenOutdated
    return Ask(_STATES[value])


@steps.answer(FilePolicyFlow.fix)
async def on_fix_typed(text: str) -> Ask:
    field = parse_policy_field(text)
    return Ask(_STATES[field]) if field else Ask(FilePolicyFlow.fix, problem=ask.fix_problem(text))


@steps.question(FilePolicyFlow.ends)
async def ask_ends(draft: Draft, today: date) -> Screen:
    return ask.ends(draft.values, draft.view, today)


@steps.pick(FilePolicyFlow.ends)
async def on_ends(draft: Draft, value: str) -> Ask:
    return _end(draft, chosen_day(value))


@steps.answer(FilePolicyFlow.ends)
async def on_ends_typed(actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str) -> Ask:
    day = typed_any_day(text, actor, brokerage, now)
    return Ask(FilePolicyFlow.ends, problem=day) if isinstance(day, Text) else _end(draft, day)


def _end(draft: Draft, day: date) -> Ask:
    check_term(day_of(draft.values, "starts_on"), day)
    draft["ends_on"] = day.isoformat()
    if not draft["parts_said"] or parts_of(draft.values)[-1].due_on > day:
        forget(draft, "parts")
    return onward(draft)


@steps.question(FilePolicyFlow.schedule)
async def ask_schedule(draft: Draft) -> Screen:
    return ask.schedule(draft.values)


@steps.pick(FilePolicyFlow.schedule)
async def on_schedule(draft: Draft, value: str) -> Ask:
    plans = plans_of(draft.values)
    if row_id(value) >= len(plans):
        raise ScreenOutdated
    whole, starts_on, ends_on = _terms(draft)
    parts = spread(plans[row_id(value)], whole, starts_on, ends_on)
    if parts is None:
        raise ScreenOutdated
    put_parts(draft, parts, said=True)
    return onward(draft)


@steps.answer(FilePolicyFlow.schedule)
async def on_schedule_typed(actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str) -> Ask:
    whole, starts_on, ends_on = _terms(draft)
    parts = parse_parts(
        text,
        premium=whole,
        starts_on=starts_on,
        ends_on=ends_on,
        now=now.astimezone(brokerage.zone),
        language=actor.language,
    )
    if isinstance(parts, Text):
        return Ask(FilePolicyFlow.schedule, problem=parts)
    check_parts(parts, whole, ends_on=ends_on)
    put_parts(draft, parts, said=True)
    return onward(draft)


@steps.question(FilePolicyFlow.object)
async def ask_object(draft: Draft) -> Screen:
    return ask.insured_object(draft.values)


@steps.answer(FilePolicyFlow.object)
async def on_object(draft: Draft, text: str) -> Ask:
    draft["object"] = short_text(text)
    return onward(draft)


@steps.question(FilePolicyFlow.kind)
async def ask_kind(session: AsyncSession, brokerage: Brokerage) -> Screen:
    return ask.kind(await list_kinds(session, brokerage.region))


@steps.pick(FilePolicyFlow.kind)
async def on_kind(session: AsyncSession, draft: Draft, today: date, value: str) -> Ask:
    return _be_of_kind(draft, await find_kind(session, row_id(value)), today)


@steps.answer(FilePolicyFlow.kind)
async def on_kind_typed(session: AsyncSession, brokerage: Brokerage, draft: Draft, today: date, text: str) -> Ask:
    kind = await typed_kind(session, brokerage.region, text)
    return Ask(FilePolicyFlow.kind, problem=kind) if isinstance(kind, Text) else _be_of_kind(draft, kind, today)


def _be_of_kind(draft: Draft, kind: InsuranceKind, today: date) -> Ask:
    """Another kind is not what the client chose, and runs as long as its own kind does."""
    if kind.id == draft["kind_id"]:
        return onward(draft)
    draft.values |= kind_values(kind)
    forget(draft, "choice_id", "ends_on", "parts")
    return begin(draft, day_of(draft.values, "starts_on"), today)


@steps.question(FilePolicyFlow.overlap)
async def ask_overlap() -> Screen:
    return ask.overlap()


@steps.pick(FilePolicyFlow.overlap)
async def on_overlap(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    if value not in OVERLAP_REASONS:
        raise ScreenOutdated
    draft["overlap_reason"] = value
    return await save(session, actor, draft, now, today)


@steps.answer(FilePolicyFlow.overlap)
async def on_overlap_typed(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, text: str
) -> Ask | Done:
    draft["overlap_reason"] = check_reason(short_text(text))
    return await save(session, actor, draft, now, today)


def _terms(draft: Draft) -> tuple[Money, date, date]:
    return premium_of(draft.values), day_of(draft.values, "starts_on"), day_of(draft.values, "ends_on")
