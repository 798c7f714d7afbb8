"""Opens a deal, with its client too when he is new."""

from datetime import date, datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import has_letters, is_no, is_yes, name_text, short_text
from handlers.common.ids import row_id
from handlers.common.kinds import typed_kind
from handlers.deals import opening_screens as ask
from handlers.deals import screens
from handlers.deals.states import OpenDealFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Leave, Start
from handlers.kit.steps import Kind, Steps
from handlers.parsing.phones import parse_phone
from handlers.parsing.result import Phone
from models.client import ClientKind, ContactKind
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.clients.create import CreateClient, create_client
from services.clients.queries import find_client_by_contact, find_client_line
from services.clients.search import list_recent_clients, search_clients
from services.conversation.values import Screen, Text, text
from services.deals.kinds import find_kind, list_kinds
from services.deals.open import OpenDeal, open_deal
from services.deals.queries import find_deal_card
from services.journal.write import WriteEntry, seen_words, write_entry

steps = Steps()
steps.flow(OpenDealFlow, right=Right.OPEN_DEAL)

NEW = "new"
SKIP = "skip"


@steps.tap("deal.new", right=Right.OPEN_DEAL)
async def start() -> Start:
    return Start(OpenDealFlow.client)


@steps.command("newdeal", right=Right.OPEN_DEAL)
async def start_by_command() -> Start:
    return Start(OpenDealFlow.client)


@steps.question(OpenDealFlow.client)
async def ask_client(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    typed = draft.get("query")
    if typed is None:
        return ask.client(await list_recent_clients(session, actor))
    return ask.found_clients(typed, await search_clients(session, actor, typed))


@steps.answer(OpenDealFlow.client)
async def on_client(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    phone = parse_phone(text, brokerage.region)
    if isinstance(phone, Phone):
        _be_about(draft)
        return await _on_phone_of_client(session, actor, draft, phone.e164)
    draft["query"] = short_text(text)
    found = await search_clients(session, actor, draft["query"])
    if found:
        return Ask(OpenDealFlow.client)
    _be_about(draft, name=name_text(draft["query"]))
    return Ask(OpenDealFlow.phone)


@steps.answer(OpenDealFlow.client, Kind.CONTACT)
async def on_contact(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, message: Message) -> Ask:
    contact = message.contact
    assert contact is not None  # noqa: S101 - the kind of this answer
    phone = parse_phone(contact.phone_number, brokerage.region)
    if not isinstance(phone, Phone):
        return Ask(OpenDealFlow.client, problem=ask.phone_problem())
    called = " ".join(filter(None, (contact.first_name, contact.last_name)))
    _be_about(draft, name=name_text(called) if has_letters(called) else None)
    return await _on_phone_of_client(session, actor, draft, phone.e164)


@steps.pick(OpenDealFlow.client)
async def on_client_picked(session: AsyncSession, actor: Actor, draft: Draft, value: str) -> Ask:
    if value == NEW:
        named = has_letters(draft.get("query") or "")
        _be_about(draft, name=draft["query"] if named else None)
        return Ask(OpenDealFlow.phone if named else OpenDealFlow.client_name)
    line = await find_client_line(session, actor, row_id(value))
    _be_about(draft, client_id=line.id, name=line.name)
    return Ask(OpenDealFlow.kind)


def _be_about(draft: Draft, *, client_id: int | None = None, name: str | None = None, phone: str | None = None) -> None:
    """One person at a time: nothing of whoever was named before stays."""
    draft["client_id"], draft["name"], draft["phone"] = client_id, name, phone


async def _on_phone_of_client(session: AsyncSession, actor: Actor, draft: Draft, phone: str) -> Ask:
    """A phone that somebody has is his: the deal is for him, which is said when another name was typed."""
    named = draft.get("name")
    known = await find_client_by_contact(session, actor, ContactKind.PHONE, phone)
    if known is not None:
        _be_about(draft, client_id=known.id, name=known.name)
        return Ask(OpenDealFlow.kind, problem=ask.phone_is_of(known.name) if named not in (None, known.name) else None)
    _be_about(draft, name=named, phone=phone)
    return Ask(OpenDealFlow.kind if named else OpenDealFlow.client_name)


@steps.question(OpenDealFlow.client_name)
async def ask_client_name() -> Screen:
    return ask.client_name()


@steps.answer(OpenDealFlow.client_name)
async def on_client_name(draft: Draft, text: str) -> Ask:
    _be_about(draft, name=name_text(text), phone=draft.get("phone"))
    return Ask(OpenDealFlow.kind if draft["phone"] else OpenDealFlow.phone)


@steps.question(OpenDealFlow.phone)
async def ask_phone(draft: Draft) -> Screen:
    return ask.phone(draft["name"])


@steps.answer(OpenDealFlow.phone)
async def on_phone(session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    phone = parse_phone(text, brokerage.region)
    if not isinstance(phone, Phone):
        return Ask(OpenDealFlow.phone, problem=ask.phone_problem())
    return await _on_phone_of_client(session, actor, draft, phone.e164)


@steps.answer(OpenDealFlow.phone, Kind.CONTACT)
async def on_phone_contact(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, message: Message
) -> Ask:
    number = message.contact.phone_number if message.contact else ""
    return await on_phone(session, actor, brokerage, draft, number)


@steps.pick(OpenDealFlow.phone)
async def on_phone_skipped(draft: Draft) -> Ask:
    _be_about(draft, name=draft["name"])
    return Ask(OpenDealFlow.kind)


@steps.question(OpenDealFlow.kind)
async def ask_kind(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> Screen:
    return ask.kind(draft["name"], await list_kinds(session, brokerage.region))


@steps.answer(OpenDealFlow.kind)
async def on_kind_typed(session: AsyncSession, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    kind = await typed_kind(session, brokerage.region, text)
    if isinstance(kind, Text):
        return Ask(OpenDealFlow.kind, problem=kind)
    return await on_kind(session, draft, str(kind.id))


@steps.pick(OpenDealFlow.kind)
async def on_kind(session: AsyncSession, draft: Draft, value: str) -> Ask:
    kind = await find_kind(session, row_id(value))
    draft["kind_id"], draft["kind_names"] = kind.id, kind.names
    return Ask(OpenDealFlow.object)


@steps.question(OpenDealFlow.object)
async def ask_object(draft: Draft) -> Screen:
    return ask.insured_object(draft["kind_names"])


@steps.answer(OpenDealFlow.object)
async def on_object(draft: Draft, text: str) -> Ask:
    draft["object"] = short_text(text)
    return Ask(OpenDealFlow.confirm)


@steps.question(OpenDealFlow.confirm)
async def ask_confirm(draft: Draft) -> Screen:
    return ask.confirm(draft.values)


@steps.answer(OpenDealFlow.confirm)
async def on_confirm_typed(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, text: str, today: date
) -> Ask | Done | Leave:
    """Anything but a yes and a no is what else is to be known about the deal."""
    if is_no(text):
        return Leave(ask.given_up())
    if not is_yes(text):
        draft["note"] = seen_words(text)
        return Ask(OpenDealFlow.confirm)
    return await on_confirm(session, actor, brokerage, draft, now, today)


@steps.pick(OpenDealFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date
) -> Done:
    client_id = draft.get("client_id") or await create_client(session, actor, _new_client(draft), now=now)
    command = OpenDeal(
        client_id=client_id,
        kind_id=draft["kind_id"],
        object=draft["object"],
        currency=brokerage.currency,
        intent_key=f"deal-{draft.token}",
    )
    deal_id = await open_deal(session, actor, command, now=now)
    if note := draft.get("note"):
        entry = WriteEntry(deal_id=deal_id, text=note, intent_key=f"note-{draft.token}")
        await write_entry(session, actor, entry, now=now)
    card = screens.card(await find_deal_card(session, actor, deal_id, today=today), actor)
    return Done(card.with_first(text("scr-deal-opened")))


def _new_client(draft: Draft) -> CreateClient:
    contacts = [(ContactKind.PHONE, draft["phone"])] if draft.get("phone") else []
    return CreateClient(
        kind=ClientKind.INDIVIDUAL, name=draft["name"], contacts=contacts, intent_key=f"client-{draft.token}"
    )
