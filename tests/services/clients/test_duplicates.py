"""One living client per phone, address and tax number, held by the database under two simultaneous attempts."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from functools import partial
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client, ClientContact, ClientKind, ContactKind
from models.money import Currency
from models.tax_number import TaxNumberKind
from services.clients.contacts import AddContact, add_client_contact
from services.clients.create import CreateClient, create_client
from services.clients.delete import delete_client, restore_client
from services.clients.edit import ClientField, EditClient, edit_client
from services.clients.errors import BirthDateImpossible, ClientExists, TaxNumberOfOtherKind
from services.clients.identifiers import TaxNumber
from services.deals.open import OpenDeal, open_deal
from services.errors import AppError
from tests.harness import Play
from tests.people import MANAGER, OTHER_SELLER, SELLER, Person

PHONE = (ContactKind.PHONE, "+79161234567")
EMAIL = (ContactKind.EMAIL, "ivan@mail.ru")
INN = TaxNumber(TaxNumberKind.INN, "500100732259")


def command(intent_key: str, *contacts: tuple[ContactKind, str], **fields: Any) -> CreateClient:
    return CreateClient(
        kind=fields.pop("kind", ClientKind.INDIVIDUAL),
        name=f"Client {intent_key}",
        contacts=list(contacts),
        intent_key=intent_key,
        **fields,
    )


async def create(play: Play, wanted: CreateClient, *, by: Person = SELLER) -> int:
    work = partial(create_client, actor=play.actor(by), command=wanted, now=play.clock.now())
    return int(await play.write(work))


async def both(play: Play, *works: Callable[[AsyncSession], Awaitable[Any]]) -> list[Any]:
    """Runs them at the same moment: on PostgreSQL two transactions are open before the first one commits."""
    if play.database.dialect != "postgresql":
        return await asyncio.gather(*(play.write(work) for work in works), return_exceptions=True)
    arrived = asyncio.Barrier(len(works))

    async def meeting(work: Callable[[AsyncSession], Awaitable[Any]], session: AsyncSession) -> Any:
        await session.execute(select(1))
        await arrived.wait()
        return await work(session)

    return await asyncio.gather(*(play.write(partial(meeting, work)) for work in works), return_exceptions=True)


async def count(play: Play, table: type[Client] | type[ClientContact]) -> int:
    counted = select(func.count()).select_from(table)
    return int((await play.read(lambda session: session.execute(counted))).scalar_one())


@pytest.mark.parametrize(
    ("contacts", "tax"),
    [([PHONE], None), ([EMAIL], None), ([], INN), ([PHONE, EMAIL], INN)],
    ids=["phone", "e-mail", "tax number", "all of them"],
)
async def test_two_people_add_the_same_client_at_the_same_moment_and_one_is_refused(
    play: Play, contacts: list[tuple[ContactKind, str]], tax: TaxNumber | None
) -> None:
    results = await both(
        play,
        *(
            partial(
                create_client,
                actor=play.actor(person),
                command=command(person.name, *contacts, tax=tax),
                now=play.clock.now(),
            )
            for person in (SELLER, OTHER_SELLER)
        ),
    )
    [refused] = [result for result in results if isinstance(result, ClientExists)]
    [created] = [result for result in results if isinstance(result, int)]
    assert refused.params["client_id"] == created
    assert await count(play, Client) == 1
    assert await count(play, ClientContact) == len(contacts)


async def test_the_same_intent_at_the_same_moment_is_one_client(play: Play) -> None:
    work = partial(create_client, actor=play.actor(SELLER), command=command("once", PHONE), now=play.clock.now())
    first, second = await both(play, work, work)
    assert first == second
    assert await count(play, Client) == 1


async def test_two_clients_get_the_same_phone_at_the_same_moment_and_one_is_refused(play: Play) -> None:
    ids = [await create(play, command(name)) for name in "ab"]
    results = await both(
        play,
        *(
            partial(
                add_client_contact,
                actor=play.actor(SELLER),
                command=AddContact(client_id=client, kind=PHONE[0], value=PHONE[1]),
                now=play.clock.now(),
            )
            for client in ids
        ),
    )
    assert sorted(type(result).__name__ for result in results) == ["ClientExists", "NoneType"]
    assert await count(play, ClientContact) == 1


async def test_two_clients_get_the_same_tax_number_at_the_same_moment_and_one_is_refused(play: Play) -> None:
    ids = [await create(play, command(name)) for name in "ab"]
    results = await both(
        play,
        *(
            partial(
                edit_client,
                actor=play.actor(SELLER),
                command=EditClient(client_id=client, version=1, field=ClientField.TAX_NUMBER, value=INN),
                now=play.clock.now(),
            )
            for client in ids
        ),
    )
    assert sorted(type(result).__name__ for result in results) == ["ClientExists", "NoneType"]


async def test_a_client_comes_back_while_another_takes_his_phone_and_one_of_them_is_refused(play: Play) -> None:
    gone = await create(play, command("gone", PHONE, tax=INN))
    await play.write(partial(delete_client, actor=play.actor(MANAGER), client_id=gone, now=play.clock.now()))
    results = await both(
        play,
        partial(restore_client, actor=play.actor(MANAGER), client_id=gone, now=play.clock.now()),
        partial(create_client, actor=play.actor(SELLER), command=command("new", PHONE, tax=INN), now=play.clock.now()),
    )
    assert sum(isinstance(result, ClientExists) for result in results) == 1
    living = select(func.count()).select_from(Client).where(Client.deleted_at.is_(None))
    assert (await play.read(lambda session: session.execute(living))).scalar_one() == 1


async def test_a_client_is_deleted_while_a_deal_is_opened_and_one_of_the_two_is_refused(play: Play) -> None:
    client = await create(play, command("wanted"))
    opening = OpenDeal(client_id=client, kind_id=1, object="Rio", currency=Currency.RUB, intent_key="deal")
    results = await both(
        play,
        partial(delete_client, actor=play.actor(MANAGER), client_id=client, now=play.clock.now()),
        partial(open_deal, actor=play.actor(SELLER), command=opening, now=play.clock.now()),
    )
    assert sum(isinstance(result, AppError) for result in results) == 1


async def test_a_refusal_leaves_nothing_behind_for_a_caller_who_goes_on(play: Play) -> None:
    await create(play, command("first", EMAIL))

    async def go_on(session: AsyncSession) -> None:
        with pytest.raises(ClientExists):
            await create_client(session, play.actor(SELLER), command("second", PHONE, EMAIL), now=play.clock.now())

    await play.write(go_on)
    assert await count(play, Client) == 1
    assert await count(play, ClientContact) == 1


async def test_a_deleted_clients_contacts_and_number_are_free_for_others(play: Play) -> None:
    gone = await create(play, command("gone", PHONE, EMAIL, tax=INN))
    await play.write(partial(delete_client, actor=play.actor(MANAGER), client_id=gone, now=play.clock.now()))
    assert await create(play, command("new", PHONE, EMAIL, tax=INN)) != gone


async def test_the_same_phone_twice_in_one_command_is_one_contact(play: Play) -> None:
    await create(play, command("twice", PHONE, PHONE))
    assert await count(play, ClientContact) == 1


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"birth_date": date(2026, 11, 25)}, BirthDateImpossible),
        ({"birth_date": date(1899, 12, 31)}, BirthDateImpossible),
        ({"tax": TaxNumber(TaxNumberKind.INN, "7707083893")}, TaxNumberOfOtherKind),
        ({"kind": ClientKind.COMPANY, "tax": INN}, TaxNumberOfOtherKind),
        ({"kind": ClientKind.COMPANY, "tax": TaxNumber(TaxNumberKind.RNOKPP, "3184710691")}, TaxNumberOfOtherKind),
        (
            {"kind": ClientKind.SOLE_PROPRIETOR, "tax": TaxNumber(TaxNumberKind.EDRPOU, "14360570")},
            TaxNumberOfOtherKind,
        ),
    ],
)
async def test_impossible_facts_are_refused(play: Play, fields: dict[str, Any], refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        await create(play, command("odd", **fields))
    assert await count(play, Client) == 0
