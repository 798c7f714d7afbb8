"""Changes a client field by field. The states of the flow are called like the fields they change."""

from datetime import datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.clients import editing_screens as ask
from handlers.clients.cards import card_screen, existing_client
from handlers.clients.parse import parse_email, parse_kind
from handlers.clients.reading import read_birth_date, read_passport, read_tax_number
from handlers.clients.states import EditClientFlow
from handlers.common.answers import long_text, name_text
from handlers.common.doubts import doubt_text
from handlers.common.ids import row_id
from handlers.kit.draft import Draft, Memory
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Kind, Steps
from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Phone
from models.client import ClientKind, ContactKind
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.clients.contacts import AddContact, add_client_contact, remove_client_contact
from services.clients.edit import ClientField, EditClient, FieldValue, edit_client
from services.clients.errors import ClientChangedMeanwhile, ClientExists
from services.clients.queries import ClientCard, find_client_card
from services.conversation.values import Screen, Text
from services.errors import ScreenOutdated

steps = Steps()
steps.flow(EditClientFlow, right=Right.EDIT_CLIENTS)

STATES = {state.state.rpartition(":")[2]: state for state in EditClientFlow.__states__ if state.state}
FIELDS = tuple(STATES[field] for field in ClientField)
CONTACTS = tuple(STATES[kind] for kind in ContactKind)
REMOVE = "remove"


@steps.tap("client.edit", right=Right.EDIT_CLIENTS)
async def choose_field(session: AsyncSession, actor: Actor, arg: str) -> Screen:
    return ask.fields(await find_client_card(session, actor, row_id(arg)))


@steps.tap("client.set", right=Right.EDIT_CLIENTS)
async def start(session: AsyncSession, actor: Actor, arg: str) -> Start:
    """`arg` is the client and, after a colon, the field."""
    client, _, field = arg.partition(":")
    if STATES.get(field) not in (*FIELDS, *CONTACTS):
        raise ScreenOutdated
    card = await find_client_card(session, actor, row_id(client))
    return Start(STATES[field], {"client_id": card.id})


async def ask_field(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft) -> Screen:
    """The value as it is now; what is answered counts for this version."""
    card = await find_client_card(session, actor, draft["client_id"])
    draft["version"] = card.version
    return ask.field(_field(draft), card, brokerage.region)


async def on_field(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    text: str,
) -> Ask | Done | Screen:
    card = await find_client_card(session, actor, draft["client_id"])
    value = _read(_field(draft), text, card, actor, brokerage, now)
    if isinstance(value, Text):
        return Ask(STATES[_field(draft)], problem=value)
    return await _save(session, actor, memory, draft, value, now)


async def on_field_chip(
    session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, now: datetime, value: str
) -> Ask | Done | Screen:
    field = _field(draft)
    if value == REMOVE and field not in (ClientField.KIND, ClientField.NAME):
        draft["removing"] = field.value
        return Ask(EditClientFlow.removal)
    if field is not ClientField.KIND or value not in set(ClientKind):
        raise ScreenOutdated
    return await _save(session, actor, memory, draft, ClientKind(value), now)


async def ask_contact(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    card = await find_client_card(session, actor, draft["client_id"])
    return ask.contacts(_contact_kind(draft), card)


async def on_contact(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    text: str,
) -> Ask | Done | Screen:
    kind = _contact_kind(draft)
    value = _read_contact(kind, text, brokerage.region)
    if isinstance(value, Text):
        return Ask(STATES[kind], problem=value)
    command = AddContact(client_id=draft["client_id"], kind=kind, value=value)
    try:
        await add_client_contact(session, actor, command, now=now)
    except ClientExists as refusal:
        return await existing_client(session, actor, memory, refusal.params["client_id"], ask.taken())
    return await _done(session, actor, memory, draft, ask.saved(kind))


async def on_contact_chip(draft: Draft, value: str) -> Ask:
    draft["removing"] = row_id(value)
    return Ask(EditClientFlow.removal)


for _state in FIELDS:
    steps.question(_state)(ask_field)
    steps.answer(_state)(on_field)
    steps.pick(_state)(on_field_chip)

for _state in CONTACTS:
    steps.question(_state)(ask_contact)
    steps.answer(_state)(on_contact)
    steps.pick(_state)(on_contact_chip)


@steps.answer(EditClientFlow.phone, Kind.CONTACT)
async def on_shared_phone(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    draft: Draft,
    now: datetime,
    message: Message,
) -> Ask | Done | Screen:
    number = message.contact.phone_number if message.contact else ""
    return await on_contact(session, actor, brokerage, memory, draft, now, number)


@steps.question(EditClientFlow.removal)
async def ask_removal(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    card = await find_client_card(session, actor, draft["client_id"])
    return ask.removal(card, draft["removing"])


@steps.confirm(EditClientFlow.removal)
async def on_removal(
    session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, now: datetime
) -> Ask | Done | Screen:
    removing = draft["removing"]
    if isinstance(removing, int):
        await remove_client_contact(session, actor, draft["client_id"], removing, now=now)
        return await _done(session, actor, memory, draft, ask.removed())
    draft.go(str(STATES[removing].state))
    return await _save(session, actor, memory, draft, None, now)


async def _save(
    session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, value: FieldValue, now: datetime
) -> Ask | Done | Screen:
    field = _field(draft)
    command = EditClient(client_id=draft["client_id"], version=draft["version"], field=field, value=value)
    try:
        await edit_client(session, actor, command, now=now)
    except ClientChangedMeanwhile:
        return Ask(STATES[field], problem=ask.changed_meanwhile())
    except ClientExists as refusal:
        return await existing_client(session, actor, memory, refusal.params["client_id"], ask.taken())
    return await _done(session, actor, memory, draft, ask.removed() if value is None else ask.saved(field))


async def _done(session: AsyncSession, actor: Actor, memory: Memory, draft: Draft, note: Text) -> Done:
    screen = await card_screen(session, actor, memory, draft["client_id"])
    return Done(screen.with_first(note))


def _field(draft: Draft) -> ClientField:
    return ClientField(draft.step.rpartition(":")[2])


def _contact_kind(draft: Draft) -> ContactKind:
    return ContactKind(draft.step.rpartition(":")[2])


def _read(
    field: ClientField, typed: str, card: ClientCard, actor: Actor, brokerage: Brokerage, now: datetime
) -> FieldValue | Text:
    match field:
        case ClientField.KIND:
            return parse_kind(typed) or ask.kind_problem(typed)
        case ClientField.NAME:
            return name_text(typed)
        case ClientField.BIRTH_DATE:
            return read_birth_date(typed, actor, brokerage, now)
        case ClientField.TAX_NUMBER:
            return read_tax_number(typed, card.kind, brokerage.region)
        case ClientField.PASSPORT:
            return read_passport(typed, brokerage.region)
        case ClientField.NOTES:
            return long_text(typed)


def _read_contact(kind: ContactKind, typed: str, region: str) -> str | Text:
    if kind is ContactKind.EMAIL:
        return parse_email(typed) or ask.email_problem(typed)
    phone = parse_phone(typed, region)
    return phone.e164 if isinstance(phone, Phone) else doubt_text(phone, typed, "err-phone-not-understood")
