"""Adds a client: question by question, or everything at once in one line."""

from datetime import date, datetime
from typing import Any

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import adding_screens as ask
from handlers.clients.cards import card_screen, existing_client
from handlers.clients.new_client import create_command, first_missing, keep_kind, keep_line, keep_number, tax_number
from handlers.clients.parse import parse_client, parse_email, parse_kind, parse_phones
from handlers.clients.reading import read_birth_date, read_tax_number
from handlers.clients.states import NewClientFlow
from handlers.common.answers import name_text
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Kind, Steps
from models.client import ClientKind, ContactKind
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.clients.create import create_client
from services.clients.errors import ClientExists
from services.clients.identifiers import TaxNumber
from services.clients.queries import find_client_by_contact, find_client_by_tax_number
from services.clients.search import ClientLine
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated

steps = Steps()
steps.flow(NewClientFlow, right=Right.EDIT_CLIENTS)

QUESTIONS = {
    "kind": NewClientFlow.kind,
    "name": NewClientFlow.name,
    "phones": NewClientFlow.phone,
    "emails": NewClientFlow.email,
    "number": NewClientFlow.number,
}
DIGITS_OF_A_DAY = 8


@steps.tap("client.new", right=Right.EDIT_CLIENTS)
async def start(brokerage: Brokerage, memory: Memory, now: datetime, arg: str) -> Start:
    """`arg` is the token of a search that found nothing: its words are the first answer."""
    if memory.search is None or memory.search.token != arg:
        return Start(NewClientFlow.kind)
    typed = parse_client(memory.search.words, brokerage.region, now.astimezone(brokerage.zone))
    values: dict[str, Any] = {}
    keep_line(values, typed)
    return Start(_next(values).state, values)


@steps.command("newclient", right=Right.EDIT_CLIENTS)
async def start_by_command() -> Start:
    return Start(NewClientFlow.kind)


@steps.question(NewClientFlow.kind)
async def ask_kind(draft: Draft) -> Screen:
    return ask.kind(draft.get("name"))


@steps.pick(NewClientFlow.kind)
async def on_kind(draft: Draft, value: str) -> Ask:
    if value not in set(ClientKind):
        raise ScreenOutdated
    keep_kind(draft.values, ClientKind(value))
    return _next(draft.values)


@steps.answer(NewClientFlow.kind)
async def on_kind_typed(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    text: str,
) -> Ask | Screen:
    """The kind in a word, or the whole client at once: a person unless the line says otherwise."""
    said = parse_kind(text)
    if said is not None:
        return await on_kind(draft, said.value)
    typed = parse_client(text, brokerage.region, now.astimezone(brokerage.zone))
    keep_kind(draft.values, typed.kind or ClientKind.INDIVIDUAL)
    return await on_name(session, actor, brokerage, memory, draft, now, text)


@steps.question(NewClientFlow.name)
async def ask_name(draft: Draft) -> Screen:
    return ask.name(ClientKind(draft["kind"]))


@steps.answer(NewClientFlow.name)
async def on_name(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    text: str,
) -> Ask | Screen:
    typed = parse_client(text, brokerage.region, now.astimezone(brokerage.zone))
    typed.kind = None
    if typed.name is None and not (typed.phones or typed.emails):
        typed.name = name_text(text)
    keep_line(draft.values, typed)
    return await _go_on(session, actor, memory, draft)


@steps.answer(NewClientFlow.name, Kind.CONTACT)
async def on_name_contact(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, message: Message
) -> Ask | Screen:
    contact = message.contact
    if contact is None:
        raise ScreenOutdated
    draft["name"] = name_text(" ".join(filter(None, (contact.first_name, contact.last_name))))
    return await on_phone(session, actor, brokerage, memory, draft, contact.phone_number)


@steps.question(NewClientFlow.phone)
async def ask_phone(draft: Draft) -> Screen:
    return ask.phone(draft["name"])


@steps.answer(NewClientFlow.phone)
async def on_phone(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, text: str
) -> Ask | Screen:
    phones = parse_phones(text, brokerage.region)
    if not isinstance(phones, list):
        return Ask(NewClientFlow.phone, problem=ask.phone_problem(phones, text))
    draft["phones"] = phones
    return await _go_on(session, actor, memory, draft)


@steps.answer(NewClientFlow.phone, Kind.CONTACT)
async def on_phone_contact(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, memory: Memory, draft: Draft, message: Message
) -> Ask | Screen:
    number = message.contact.phone_number if message.contact else ""
    return await on_phone(session, actor, brokerage, memory, draft, number)


@steps.pick(NewClientFlow.phone)
async def on_phone_skipped(draft: Draft) -> Ask:
    draft["phones"] = []
    return _next(draft.values)


@steps.question(NewClientFlow.email)
async def ask_email(draft: Draft) -> Screen:
    return ask.email(draft["name"])


@steps.answer(NewClientFlow.email)
async def on_email(session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, text: str) -> Ask | Screen:
    email = parse_email(text)
    if email is None:
        return Ask(NewClientFlow.email, problem=ask.email_problem(text))
    draft["emails"] = [email]
    return await _go_on(session, actor, memory, draft)


@steps.pick(NewClientFlow.email)
async def on_email_skipped(draft: Draft) -> Ask:
    draft["emails"] = []
    return _next(draft.values)


@steps.question(NewClientFlow.number)
async def ask_number(brokerage: Brokerage, draft: Draft) -> Screen:
    return ask.number(draft["name"], ClientKind(draft["kind"]), brokerage.region)


@steps.answer(NewClientFlow.number)
async def on_number(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    text: str,
) -> Ask | Screen:
    """A person's birth date, or anybody's tax number."""
    read = _read_number(ClientKind(draft["kind"]), text, actor, brokerage, now)
    if isinstance(read, Text):
        return Ask(NewClientFlow.number, problem=read)
    keep_number(draft.values, read)
    return await _go_on(session, actor, memory, draft)


@steps.pick(NewClientFlow.number)
async def on_number_skipped(draft: Draft) -> Ask:
    keep_number(draft.values, None)
    return _next(draft.values)


@steps.question(NewClientFlow.confirm)
async def ask_confirm(draft: Draft) -> Screen:
    return ask.confirm(draft.values)


@steps.confirm(NewClientFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, now: datetime, value: str
) -> Ask | Done | Screen:
    """`value` is yes, or the answer to be given anew."""
    if value in QUESTIONS:
        return Ask(QUESTIONS[value])
    try:
        client_id = await create_client(session, actor, create_command(draft.values, draft.token), now=now)
    except ClientExists as refusal:
        return await _show_known(session, actor, memory, refusal.params["client_id"])
    screen = await card_screen(session, actor, memory, client_id)
    return Done(screen.with_first(ask.added()))


async def _go_on(session: AsyncSession, actor: Actor, memory: Memory, draft: Draft) -> Ask | Screen:
    """The next question, or the card of the client who has this phone, address or number already."""
    keep_kind(draft.values, ClientKind(draft["kind"]))
    for answer in ("phones", "emails", "number"):
        known = await _find_known(session, actor, draft.values, answer)
        if known is not None:
            del draft.values[answer]
            return await _show_known(session, actor, memory, known.id)
    return _next(draft.values)


async def _show_known(session: AsyncSession, actor: Actor, memory: Memory, client_id: int) -> Screen:
    return await existing_client(session, actor, memory, client_id, ask.known())


async def _find_known(session: AsyncSession, actor: Actor, values: dict[str, Any], answer: str) -> ClientLine | None:
    if answer == "number":
        tax = tax_number(values)
        return await find_client_by_tax_number(session, actor, tax.kind, tax.value) if tax else None
    kind = ContactKind.PHONE if answer == "phones" else ContactKind.EMAIL
    for value in values.get(answer) or ():
        known = await find_client_by_contact(session, actor, kind, value)
        if known is not None:
            return known
    return None


def _next(values: dict[str, Any]) -> Ask:
    missing = first_missing(values)
    return Ask(QUESTIONS[missing] if missing else NewClientFlow.confirm)


def _read_number(
    kind: ClientKind, typed: str, actor: Actor, brokerage: Brokerage, now: datetime
) -> TaxNumber | date | Text:
    if kind is ClientKind.COMPANY or sum(map(str.isdigit, typed)) > DIGITS_OF_A_DAY:
        return read_tax_number(typed, kind, brokerage.region)
    return read_birth_date(typed, actor, brokerage, now)
