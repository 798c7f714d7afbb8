"""Every list, search and count of clients: without deleted rows, and only for those who may see them."""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import ContactKind
from models.deal import Deal
from models.tax_number import TaxNumberKind
from services.access import Actor
from services.clients.delete import delete_client, restore_client
from services.clients.edit import ClientField, EditClient, edit_client
from services.clients.errors import ClientNotFound
from services.clients.identifiers import TaxNumber
from services.clients.queries import (
    find_client_by_contact,
    find_client_by_tax_number,
    find_client_card,
    find_client_line,
    list_deals_of_client,
)
from services.clients.reveal import reveal_client
from services.clients.search import list_clients, list_recent_clients, search_clients
from services.deals.search import search_deals
from services.errors import AccountDisabled, NotAllowed, StrangerRefused
from tests.handlers.clients.builders import a_client, a_deal
from tests.harness import Play
from tests.people import CLIENT, MANAGER, SELLER, STRANGER

Read = Callable[[AsyncSession, Actor, int], Awaitable[Any]]

LISTS: dict[str, Read] = {
    "list": lambda s, a, _: list_clients(s, a),
    "found": lambda s, a, _: list_clients(s, a, query="иванов"),
    "found by phone": lambda s, a, _: list_clients(s, a, query="916 123"),
    "first matches": lambda s, a, _: search_clients(s, a, "иванов"),
    "recent": lambda s, a, _: list_recent_clients(s, a),
    "by phone": lambda s, a, _: find_client_by_contact(s, a, ContactKind.PHONE, "+79161234567"),
    "by tax number": lambda s, a, _: find_client_by_tax_number(s, a, TaxNumberKind.INN, "500100732259"),
}
ONE: dict[str, Read] = {
    "line": find_client_line,
    "card": find_client_card,
}


def anything_in(answer: Any) -> bool:
    return bool(answer.lines if hasattr(answer, "lines") else answer)


async def a_full_client(play: Play) -> int:
    client = await a_client(play)
    command = EditClient(
        client_id=client,
        version=1,
        field=ClientField.TAX_NUMBER,
        value=TaxNumber(TaxNumberKind.INN, "500100732259"),
    )
    await play.write(partial(edit_client, actor=play.actor(SELLER), command=command, now=play.clock.now()))
    return client


@pytest.mark.parametrize("name", LISTS)
async def test_a_deleted_client_is_in_no_list_until_he_comes_back(play: Play, name: str) -> None:
    client, actor, now = await a_full_client(play), play.actor(SELLER), play.clock.now()
    read: Any = lambda session: LISTS[name](session, actor, client)  # noqa: E731 - shorter than a def
    assert anything_in(await play.read(read))
    await play.write(partial(delete_client, actor=play.actor(MANAGER), client_id=client, now=now))
    assert not anything_in(await play.read(read))
    await play.write(partial(restore_client, actor=play.actor(MANAGER), client_id=client, now=now))
    assert anything_in(await play.read(read))


@pytest.mark.parametrize("name", ONE)
async def test_a_deleted_client_is_not_shown(play: Play, name: str) -> None:
    client = await a_full_client(play)
    await play.write(partial(delete_client, actor=play.actor(MANAGER), client_id=client, now=play.clock.now()))
    with pytest.raises(ClientNotFound):
        await play.read(lambda session: ONE[name](session, play.actor(SELLER), client))


async def test_a_deleted_client_is_not_changed_or_revealed(play: Play) -> None:
    client = await a_full_client(play)
    now = play.clock.now()
    await play.write(partial(delete_client, actor=play.actor(MANAGER), client_id=client, now=now))
    command = EditClient(client_id=client, version=3, field=ClientField.NAME, value="X")
    with pytest.raises(ClientNotFound):
        await play.write(partial(edit_client, actor=play.actor(SELLER), command=command, now=now))
    with pytest.raises(ClientNotFound):
        await play.write(partial(reveal_client, actor=play.actor(SELLER), client_id=client, now=now))
    with pytest.raises(ClientNotFound):
        await play.write(partial(delete_client, actor=play.actor(MANAGER), client_id=client, now=now))


async def test_deleted_deals_are_not_on_the_card_and_not_found(play: Play) -> None:
    client = await a_client(play)
    await a_deal(play, client)
    gone = update(Deal).values(deleted_at=play.clock.now())
    await play.write(lambda session: session.execute(gone))
    actor = play.actor(SELLER)
    assert not (await play.read(lambda s: list_deals_of_client(s, actor, client))).lines
    assert not (await play.read(lambda s: search_deals(s, actor, "camry"))).lines
    assert not (await play.read(lambda s: search_deals(s, actor, "иванов"))).lines


@pytest.mark.parametrize("name", [*LISTS, *ONE])
async def test_who_does_not_work_here_reads_nothing(play: Play, name: str) -> None:
    client = await a_full_client(play)
    read = {**LISTS, **ONE}[name]
    for person, refusal in ((CLIENT, NotAllowed), (STRANGER, StrangerRefused)):
        actor = play.actor(person)
        with pytest.raises(refusal):
            await play.read(lambda session, actor=actor: read(session, actor, client))
    disabled = Actor(1, 1, "x", None, CLIENT.language, "test", disabled=True)
    with pytest.raises(AccountDisabled):
        await play.read(lambda session: read(session, disabled, client))
