"""Takes in a lead: a line, a contact or a forwarded message; what is missing is asked."""

from datetime import datetime
from typing import Any

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import is_yes, name_text, short_text
from handlers.common.ids import row_id
from handlers.common.parse import parse_lead_number
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Kind, Steps
from handlers.leads import capture_screens as capture
from handlers.leads import question_screens as ask
from handlers.leads.attaching import attach_or_ask
from handlers.leads.capture_sent import on_file, on_forwarded
from handlers.leads.choices import DONE, domain_named, switched
from handlers.leads.draft_lead import (
    add_note,
    capture_command,
    files_of,
    keep_contacts,
    keep_typed,
    settle,
    typed_contacts,
)
from handlers.leads.from_packet import take_waiting
from handlers.leads.going_on import captured_line, go_on, kinds_of, known_meanwhile, with_instead
from handlers.leads.next_question import QUESTIONS, next_question
from handlers.leads.packet_screens import with_left
from handlers.leads.shown import card_screen, screen_of
from handlers.leads.states import CaptureLeadFlow
from models.lead import LeadSource
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.deals.kinds import list_kinds
from services.domains.queries import find_domain, list_domains
from services.errors import ScreenOutdated
from services.leads.capture import capture_lead
from services.leads.errors import LeadExists
from services.leads.queries import find_lead_card

steps = Steps()
steps.flow(CaptureLeadFlow, right=Right.WORK_LEADS)

YES = "yes"

for asked in CaptureLeadFlow.__states__:
    steps.answer(asked, Kind.FILE)(on_file)
    steps.answer(asked, Kind.FORWARDED)(on_forwarded)


@steps.tap("lead.new", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, arg: str) -> Start | Screen:
    """`arg` is the token of a search that found nothing: its words are the first answer."""
    if memory.search is None or memory.search.token != arg:
        return Start(CaptureLeadFlow.line)
    return await captured_line(session, actor, brokerage, memory, memory.search.words)


@steps.command("lead", right=Right.WORK_LEADS)
async def start_by_command(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, arg: str
) -> Start | Screen:
    """`arg` may be the number of a lead that is there, or a new one in one line."""
    if not arg:
        return Start(CaptureLeadFlow.line)
    number = parse_lead_number(arg)
    if number is not None:
        return await card_screen(session, actor, number)
    return await captured_line(session, actor, brokerage, memory, arg)


@steps.question(CaptureLeadFlow.line)
async def ask_line() -> Screen:
    return capture.line()


@steps.answer(CaptureLeadFlow.line)
async def on_line(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    text: str,
) -> Ask | Screen:
    if not await keep_typed(session, brokerage, draft.values, text):
        return Ask(CaptureLeadFlow.line, problem=capture.no_lead(text))
    return await go_on(session, actor, memory, draft, now)


@steps.answer(CaptureLeadFlow.line, Kind.CONTACT)
@steps.answer(CaptureLeadFlow.contact, Kind.CONTACT)
async def on_contact_shared(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    message: Message,
) -> Ask | Screen:
    contact = message.contact
    if contact is None:
        raise ScreenOutdated
    called = " ".join(filter(None, (contact.first_name, contact.last_name)))
    if draft.get("name") is None and any(map(str.isalpha, called)):
        draft["name"] = name_text(called)
    return await on_contact(session, actor, brokerage, memory, draft, now, contact.phone_number)


@steps.question(CaptureLeadFlow.name)
async def ask_name() -> Screen:
    return capture.name()


@steps.answer(CaptureLeadFlow.name)
async def on_name(
    session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, now: datetime, text: str
) -> Ask | Screen:
    draft["name"] = name_text(text)
    return await go_on(session, actor, memory, draft, now)


@steps.question(CaptureLeadFlow.contact)
async def ask_contact(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> Screen:
    return capture.contact_of(draft.values, await kinds_of(session, brokerage, draft))


@steps.answer(CaptureLeadFlow.contact)
async def on_contact(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, now: datetime, text: str
) -> Ask | Screen:
    """Phones, or an address."""
    contacts = typed_contacts(text, brokerage.region)
    if not isinstance(contacts, list):
        return Ask(CaptureLeadFlow.contact, problem=capture.contact_problem(contacts, text))
    keep_contacts(draft.values, contacts)
    return await go_on(session, actor, memory, draft, now)


@steps.pick(CaptureLeadFlow.contact)
async def on_contact_skipped(draft: Draft) -> Ask:
    """One without a contact needs a name at least."""
    draft["phones"] = draft.get("phones") or []
    return next_question(draft.values)


@steps.question(CaptureLeadFlow.source)
async def ask_source(session: AsyncSession, brokerage: Brokerage, memory: Memory, draft: Draft) -> Screen:
    kinds = await kinds_of(session, brokerage, draft)
    return with_instead(capture.source_of(draft.values, kinds), memory, draft)


@steps.pick(CaptureLeadFlow.source)
async def on_source(draft: Draft, value: str) -> Ask:
    if value not in set(LeadSource):
        raise ScreenOutdated
    draft["source"] = value
    settle(draft.values, "source")
    return next_question(draft.values)


@steps.answer(CaptureLeadFlow.source)
async def on_source_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, now: datetime, text: str
) -> Ask | Screen:
    """More about the lead is taken along; where he came from is asked until it is said."""
    values = {**draft.values, "source": None}
    if not await keep_typed(session, brokerage, values, text):
        return Ask(CaptureLeadFlow.source, problem=ask.source_problem(text))
    draft.values.update(values)
    return await go_on(session, actor, memory, draft, now)


@steps.question(CaptureLeadFlow.kinds)
async def ask_kinds(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> Screen:
    return ask.kinds(await list_kinds(session, brokerage.region), draft.get("kind_ids") or [])


@steps.pick(CaptureLeadFlow.kinds)
async def on_kind(draft: Draft, value: str) -> Ask:
    """A tap switches one; the last chip ends."""
    if value == DONE:
        settle(draft.values, "kinds")
        return next_question(draft.values)
    draft["kind_ids"] = switched(draft.get("kind_ids") or [], row_id(value))
    return Ask(CaptureLeadFlow.kinds)


@steps.answer(CaptureLeadFlow.kinds)
async def on_kinds_typed(session: AsyncSession, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    values: dict[str, Any] = {}
    await keep_typed(session, brokerage, values, text)
    if not values.get("kind_ids"):
        return Ask(CaptureLeadFlow.kinds, problem=ask.kind_problem(text))
    draft["kind_ids"] = values["kind_ids"]
    settle(draft.values, "kinds")
    return next_question(draft.values)


@steps.question(CaptureLeadFlow.object)
async def ask_object() -> Screen:
    return ask.insured()


@steps.answer(CaptureLeadFlow.object)
async def on_object(draft: Draft, text: str) -> Ask:
    draft["object"] = short_text(text)
    return next_question(draft.values)


@steps.question(CaptureLeadFlow.domain)
async def ask_domain(session: AsyncSession) -> Screen:
    return ask.domain(await list_domains(session))


@steps.pick(CaptureLeadFlow.domain)
async def on_domain(session: AsyncSession, draft: Draft, value: str) -> Ask:
    draft["domain_id"] = (await find_domain(session, row_id(value))).id
    return next_question(draft.values)


@steps.answer(CaptureLeadFlow.domain)
async def on_domain_typed(session: AsyncSession, draft: Draft, text: str) -> Ask:
    domain = domain_named(await list_domains(session), text)
    if domain is None:
        return Ask(CaptureLeadFlow.domain, problem=ask.domain_problem(text))
    return await on_domain(session, draft, str(domain.id))


@steps.question(CaptureLeadFlow.confirm)
async def ask_confirm(session: AsyncSession, brokerage: Brokerage, memory: Memory, draft: Draft) -> Screen:
    kinds = await kinds_of(session, brokerage, draft)
    domain = next((one for one in await list_domains(session) if one.id == draft.get("domain_id")), None)
    return with_instead(capture.confirm(draft.values, kinds, domain), memory, draft)


@steps.answer(CaptureLeadFlow.confirm)
async def on_confirm_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, now: datetime, text: str
) -> Ask | Done | Screen:
    """Anything but a yes is more about the lead."""
    if is_yes(text):
        return await on_confirm(session, actor, brokerage, memory, draft, now, YES)
    if not await keep_typed(session, brokerage, draft.values, text):
        add_note(draft.values, text)
    return await go_on(session, actor, memory, draft, now)


@steps.pick(CaptureLeadFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, now: datetime, value: str
) -> Ask | Done | Screen:
    """`value` is yes, or the answer to be given anew."""
    if value in QUESTIONS:
        return Ask(QUESTIONS[value])
    command = capture_command(draft.values, draft.token)
    limits, packet_id = brokerage.lead_limits, draft.get("packet_id")
    try:
        lead_id = await capture_lead(session, actor, command, limits=limits, now=now)
    except LeadExists as refusal:
        return await known_meanwhile(session, actor, memory, draft, refusal.params["lead_id"], now)
    left: list[str] = []
    if packet_id is not None:
        who = draft.get("who") or ""
        left = await take_waiting(session, actor, packet_id, lead_id, who, limits=limits, now=now)
    for file in files_of(draft.values):
        await attach_or_ask(session, actor, brokerage, lead_id, file, now)
    lead = await find_lead_card(session, actor, lead_id)
    in_pool = lead.assignee_id is None and not actor.may(Right.SEE_ALL_LEADS)
    return Done(with_left(screen_of(lead, actor, capture.captured(in_pool=in_pool)), packet_id, left))
