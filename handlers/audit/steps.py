"""Who did what, newest first; one event with what led to it."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.audit import screens
from handlers.audit.facts import Payload
from handlers.audit.parse import parse_thing
from handlers.audit.states import AuditFlow
from handlers.common.answers import short_text
from handlers.common.days import typed_past_day
from handlers.common.ids import named_page, row_id
from handlers.common.people import named
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.audit.names import find_known
from services.audit.trail import Scope, access_entry, find_names, list_names, list_trail, reveal_entry
from services.brokerage import Brokerage
from services.conversation.values import Screen

steps = Steps()
steps.flow(AuditFlow, right=Right.SEE_AUDIT)


@steps.command("audit", right=Right.SEE_AUDIT)
async def show_by_command(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str
) -> Screen | Start:
    if not arg.strip():
        return await _page(session, actor, brokerage, Scope())
    scope = await _said(session, actor, brokerage, now, arg)
    return await _page(session, actor, brokerage, scope) if scope else Start(AuditFlow.what, {"unknown": arg.strip()})


@steps.tap("audit", right=Right.SEE_AUDIT)
async def show(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    """`arg` is a scope and, after a colon, the last event of the page before."""
    said, before = named_page(arg)
    return await _page(session, actor, brokerage, Scope.parse(said), before)


@steps.tap("audit.event", right=Right.SEE_AUDIT)
async def show_event(session: AsyncSession, actor: Actor, brokerage: Brokerage, arg: str) -> Screen:
    """`arg` is an event and the scope that it was seen in."""
    event_id, scope = _event(arg)
    entry = await access_entry(session, actor, event_id)
    return screens.entry(entry, scope, await find_known(session, actor, region=brokerage.region))


@steps.tap("audit.reveal", right=Right.REVEAL_PERSONAL_DATA)
async def reveal(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, arg: str) -> Screen:
    event_id, scope = _event(arg)
    entry = await reveal_entry(session, actor, event_id, now=now)
    return screens.entry(entry, scope, await find_known(session, actor, region=brokerage.region))


@steps.tap("audit.find", right=Right.SEE_AUDIT)
async def find() -> Start:
    return Start(AuditFlow.what)


@steps.question(AuditFlow.what)
async def ask_what(session: AsyncSession, actor: Actor, draft: Draft, today: date) -> Screen:
    return screens.ask_what(await list_names(session, actor), today, unknown=draft.get("unknown"))


@steps.pick(AuditFlow.what)
async def on_what(session: AsyncSession, actor: Actor, brokerage: Brokerage, value: str) -> Done:
    return Done(await _page(session, actor, brokerage, Scope.parse(value)))


@steps.answer(AuditFlow.what)
async def on_what_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, draft: Draft, text: str
) -> Ask | Done:
    typed = short_text(text)
    scope = await _said(session, actor, brokerage, now, typed)
    if scope is None:
        draft["unknown"] = None
        return Ask(AuditFlow.what, problem=screens.not_understood(typed))
    return Done(await _page(session, actor, brokerage, scope))


async def _said(session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, typed: str) -> Scope | None:
    """A thing by its number, a person by name, or a day."""
    thing = parse_thing(typed)
    if thing is not None:
        return Scope(thing=thing)
    person = named(await list_names(session, actor), typed)
    if person is not None:
        return Scope(person_id=person.id)
    day = typed_past_day(typed, actor, brokerage, now)
    return Scope(day=day) if isinstance(day, date) else None


async def _page(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, scope: Scope, before: int | None = None
) -> Screen:
    page = await list_trail(session, actor, scope, zone=brokerage.zone, before=before)
    people = {} if scope.person_id is None else await find_names(session, actor, [scope.person_id])
    names = await _names(session, actor, [line.payload for line in page.lines])
    return screens.trail(scope, page, {**people, **names}, first=before is None)


async def _names(session: AsyncSession, actor: Actor, payloads: list[Payload]) -> dict[int, str]:
    """Of the people whom something was taken from or given to."""
    ids = {payload.get(key) for payload in payloads for key in screens.PEOPLE}
    return dict(await find_names(session, actor, [user_id for user_id in ids if user_id is not None]))


def _event(arg: str) -> tuple[int, Scope]:
    event_id, _, said = arg.partition(":")
    return row_id(event_id), Scope.parse(said)
