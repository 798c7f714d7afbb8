"""Files a policy: of the client's choice in three answers, or by hand."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_money
from handlers.common.answers import is_yes
from handlers.common.days import typed_any_day
from handlers.common.ids import row_id
from handlers.common.insurers import MOST_INSURERS, known_insurer
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.policies import filing_screens as ask
from handlers.policies.drafted import command_of, forget, money_json, opening_values, work_out
from handlers.policies.parse import means_later, parse_number
from handlers.policies.shown import done_with_policy
from handlers.policies.states import FilePolicyFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.conversation.values import text as words
from services.insurers.queries import find_insurer, popular_insurers
from services.policies.attach import is_refused
from services.policies.basis import find_basis
from services.policies.checks import check_number_free
from services.policies.errors import ChoiceReplaced, PolicyOverlaps, PolicyStartsTooEarly
from services.policies.file import file_policy
from services.policies.rules import check_not_too_early, check_start

steps = Steps()
steps.flow(FilePolicyFlow, right=Right.FILE_POLICIES)

_ASKED = {
    "insurer_id": FilePolicyFlow.insurer,
    "premium": FilePolicyFlow.premium,
    "number": FilePolicyFlow.number,
    "starts_on": FilePolicyFlow.start,
    "document_id": FilePolicyFlow.file,
}


async def start_filing(session: AsyncSession, actor: Actor, deal_id: int) -> Start:
    basis = await find_basis(session, actor, deal_id)
    return Start(FilePolicyFlow.number if basis.choice else FilePolicyFlow.insurer, opening_values(basis))


def onward(draft: Draft) -> Ask:
    """The first that is not known yet; the confirmation when everything is."""
    for name, state in _ASKED.items():
        if name not in draft.values:
            return Ask(state)
    work_out(draft)
    return Ask(FilePolicyFlow.confirm)


@steps.tap("policy.file", right=Right.FILE_POLICIES)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    return await start_filing(session, actor, row_id(arg))


@steps.question(FilePolicyFlow.insurer)
async def ask_insurer(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> Screen:
    """Last year's first."""
    last, kind_id = draft.get("last_insurer_id"), draft["kind_id"]
    known = await popular_insurers(session, brokerage.region, kind_id, limit=MOST_INSURERS, first=last)
    return ask.insurer(draft.values, known, draft.view)


@steps.pick(FilePolicyFlow.insurer)
async def on_insurer(session: AsyncSession, draft: Draft, value: str) -> Ask:
    insurer = await find_insurer(session, row_id(value))
    if insurer.id != draft.get("insurer_id"):
        forget(draft, "choice_id", "number")
    draft["insurer_id"], draft["insurer"] = insurer.id, insurer.name
    return onward(draft)


@steps.answer(FilePolicyFlow.insurer)
async def on_insurer_typed(session: AsyncSession, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    insurer = await known_insurer(session, brokerage.region, text)
    if isinstance(insurer, Text):
        return Ask(FilePolicyFlow.insurer, problem=insurer)
    return await on_insurer(session, draft, str(insurer.id))


@steps.question(FilePolicyFlow.premium)
async def ask_premium(draft: Draft) -> Screen:
    return ask.premium(draft.values)


@steps.answer(FilePolicyFlow.premium)
async def on_premium(brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    premium = typed_money(text, brokerage.currency)
    if isinstance(premium, Text):
        return Ask(FilePolicyFlow.premium, problem=premium)
    draft["premium"] = money_json(premium)
    forget(draft, "parts")
    return onward(draft)


@steps.question(FilePolicyFlow.number)
async def ask_number(draft: Draft) -> Screen:
    return ask.number(draft.values)


@steps.pick(FilePolicyFlow.number)
async def on_by_hand(draft: Draft) -> Ask:
    forget(draft, "choice_id", "insurer_id", "insurer", "premium", "parts")
    return onward(draft)


@steps.answer(FilePolicyFlow.number)
async def on_number(session: AsyncSession, actor: Actor, draft: Draft, text: str) -> Ask:
    number = parse_number(text)
    await check_number_free(session, actor, insurer_id=draft["insurer_id"], number=number)
    draft["number"] = number
    return onward(draft)


@steps.question(FilePolicyFlow.start)
async def ask_start(draft: Draft, today: date) -> Screen:
    return ask.start(draft.values, draft.view, today)


@steps.pick(FilePolicyFlow.start)
async def on_start(draft: Draft, today: date, value: str) -> Ask:
    return begin(draft, chosen_day(value), today)


@steps.answer(FilePolicyFlow.start)
async def on_start_typed(
    actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask:
    day = typed_any_day(text, actor, brokerage, now)
    return Ask(FilePolicyFlow.start, problem=day) if isinstance(day, Text) else begin(draft, day, today)


def begin(draft: Draft, day: date, today: date) -> Ask:
    check_start(day, today=today)
    draft["starts_on"], draft["issued_early"] = day.isoformat(), False
    forget(draft, "ends_on", "parts")
    try:
        check_not_too_early(day, earliest_start_days=draft["earliest"], today=today)
    except PolicyStartsTooEarly:
        return Ask(FilePolicyFlow.early)
    return onward(draft)


@steps.question(FilePolicyFlow.early)
async def ask_early(draft: Draft, today: date) -> Screen:
    return ask.early(draft.values, today)


@steps.pick(FilePolicyFlow.early)
async def on_early(draft: Draft) -> Ask:
    draft["issued_early"] = True
    return onward(draft)


@steps.answer(FilePolicyFlow.early)
async def on_early_typed(
    actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date, text: str
) -> Ask:
    """Anything but a yes is another day."""
    if is_yes(text):
        return await on_early(draft)
    return await on_start_typed(actor, brokerage, draft, now, today, text)


@steps.question(FilePolicyFlow.file)
async def ask_file(draft: Draft) -> Screen:
    return ask.file(draft.values)


@steps.pick(FilePolicyFlow.file)
async def on_no_file(draft: Draft) -> Ask:
    draft["document_id"] = None
    return onward(draft)


@steps.answer(FilePolicyFlow.file)
async def on_file_typed(draft: Draft, text: str) -> Ask:
    if means_later(text):
        return await on_no_file(draft)
    return Ask(FilePolicyFlow.file, problem=ask.file_problem())


@steps.question(FilePolicyFlow.confirm)
async def ask_confirm(session: AsyncSession, draft: Draft) -> Screen:
    return ask.confirm(draft.values, file_refused=await is_refused(session, draft["document_id"]))


@steps.pick(FilePolicyFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date, value: str
) -> Ask | Done:
    if value == ask.FIX:
        return Ask(FilePolicyFlow.fix)
    return await save(session, actor, draft, now, today)


async def save(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Ask | Done:
    try:
        policy_id = await file_policy(session, actor, command_of(draft), now=now, today=today)
    except PolicyOverlaps as overlap:
        return Ask(FilePolicyFlow.overlap, problem=Text(f"err-{overlap.code}", overlap.params))
    except ChoiceReplaced as replaced:
        return await _begin_again(session, actor, draft, Text(f"err-{replaced.code}"))
    return await done_with_policy(session, actor, policy_id, words("scr-policy-filed"), today=today)


async def _begin_again(session: AsyncSession, actor: Actor, draft: Draft, problem: Text) -> Ask:
    """With the client's other choice; the first day and the file are kept."""
    forget(draft, "number", "ends_on", "parts", "premium", "insurer_id", "choice_id")
    draft.values.update(opening_values(await find_basis(session, actor, draft["deal_id"])))
    return replace(onward(draft), problem=problem)
