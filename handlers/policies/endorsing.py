"""Changes a running policy: extra premium, returned premium, other terms."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.amounts import typed_money
from handlers.common.answers import short_text
from handlers.common.days import typed_any_day
from handlers.kit.calendar import chosen_day
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.policies import changing_screens as ask
from handlers.policies.drafted import day_of, money_json, premium_of
from handlers.policies.ending import opening_values
from handlers.policies.parse import parse_endorsement
from handlers.policies.paying_screens import currency_problem
from handlers.policies.shown import done_with_policy
from handlers.policies.states import EndorsePolicyFlow
from models.policy import EndorsementKind
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated
from services.policies.endorse import EndorsePolicy, endorse_policy
from services.policies.queries import find_policy_card
from services.policies.rules import check_reason, check_return, check_within_term

steps = Steps()
steps.flow(EndorsePolicyFlow, right=Right.FILE_POLICIES)


@steps.tap("policy.endorse", right=Right.FILE_POLICIES)
async def start(session: AsyncSession, actor: Actor, today: date, arg: str) -> Start:
    values = await opening_values(session, actor, arg)
    premium = (await find_policy_card(session, actor, int(values["policy_id"]), today=today)).line.premium
    return Start(EndorsePolicyFlow.kind, {**values, "premium": money_json(premium)})


@steps.question(EndorsePolicyFlow.kind)
async def ask_kind(draft: Draft) -> Screen:
    return ask.endorsement_kind(draft["number"])


@steps.pick(EndorsePolicyFlow.kind)
async def on_kind(draft: Draft, value: str) -> Ask:
    if value not in set(EndorsementKind):
        raise ScreenOutdated
    draft["kind"], draft["amount"] = value, 0
    return Ask(EndorsePolicyFlow.day if value == EndorsementKind.TERMS else EndorsePolicyFlow.amount)


@steps.answer(EndorsePolicyFlow.kind)
async def on_kind_typed(draft: Draft, text: str) -> Ask:
    kind = parse_endorsement(text)
    if kind is None:
        return Ask(EndorsePolicyFlow.kind, problem=ask.endorsement_kind_problem(text))
    return await on_kind(draft, kind.value)


@steps.question(EndorsePolicyFlow.amount)
async def ask_amount(draft: Draft) -> Screen:
    return ask.endorsement_amount(draft["kind"], premium_of(draft.values))


@steps.answer(EndorsePolicyFlow.amount)
async def on_amount(draft: Draft, text: str) -> Ask:
    premium = premium_of(draft.values)
    said = typed_money(text, premium.currency, other=currency_problem(premium))
    if isinstance(said, Text):
        return Ask(EndorsePolicyFlow.amount, problem=said)
    if draft["kind"] == EndorsementKind.RETURN:
        check_return(said, premium)
    draft["amount"] = said.amount
    return Ask(EndorsePolicyFlow.day)


@steps.question(EndorsePolicyFlow.day)
async def ask_day(draft: Draft, today: date) -> Screen:
    return ask.endorsement_day(draft.values, draft.view, today)


@steps.pick(EndorsePolicyFlow.day)
async def on_day(draft: Draft, value: str) -> Ask:
    return _from(draft, chosen_day(value))


@steps.answer(EndorsePolicyFlow.day)
async def on_day_typed(actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str) -> Ask:
    day = typed_any_day(text, actor, brokerage, now)
    return Ask(EndorsePolicyFlow.day, problem=day) if isinstance(day, Text) else _from(draft, day)


def _from(draft: Draft, day: date) -> Ask:
    check_within_term(day, day_of(draft.values, "starts_on"), day_of(draft.values, "ends_on"))
    draft["effective_on"] = day.isoformat()
    return Ask(EndorsePolicyFlow.words)


@steps.question(EndorsePolicyFlow.words)
async def ask_words() -> Screen:
    return ask.endorsement_words()


@steps.answer(EndorsePolicyFlow.words)
async def on_words(draft: Draft, text: str) -> Ask:
    draft["words"] = check_reason(short_text(text, limit=1000))
    return Ask(EndorsePolicyFlow.confirm)


@steps.question(EndorsePolicyFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    card = await find_policy_card(session, actor, draft["policy_id"], today=today)
    return ask.endorsement_confirm(draft.values, card.line)


@steps.confirm(EndorsePolicyFlow.confirm)
async def on_confirm(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, today: date) -> Done:
    command = EndorsePolicy(
        policy_id=draft["policy_id"],
        kind=EndorsementKind(draft["kind"]),
        amount=draft["amount"],
        effective_on=day_of(draft.values, "effective_on"),
        words=draft["words"],
        intent_key=f"endorse-{draft.token}",
    )
    policy = await endorse_policy(session, actor, command, now=now, today=today)
    return await done_with_policy(session, actor, policy.id, ask.endorsed(), today=today)
