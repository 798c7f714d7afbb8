"""Clients and deals for the tests of this folder, made by the use cases themselves."""

from functools import partial

from models.client import ClientKind, ContactKind
from models.money import Currency
from services.clients.create import CreateClient, create_client
from services.deals.open import OpenDeal, open_deal
from tests.harness import Play
from tests.people import SELLER, Person

CAMRY = "Toyota Camry 2021"


async def a_client(
    play: Play, name: str = "Иванов Иван", *, phone: str | None = "+79161234567", email: str | None = None
) -> int:
    contacts = [(ContactKind.PHONE, phone)] if phone else []
    if email:
        contacts.append((ContactKind.EMAIL, email))
    command = CreateClient(
        kind=ClientKind.INDIVIDUAL, name=name, contacts=contacts, intent_key=f"{name}-{phone}-{email}"
    )
    actor = play.actor(SELLER)
    return int(await play.write(partial(create_client, actor=actor, command=command, now=play.clock.now())))


async def a_deal(play: Play, client_id: int, insured: str = CAMRY, *, seller: Person = SELLER) -> int:
    command = OpenDeal(
        client_id=client_id,
        kind_id=1,
        object=insured,
        currency=Currency.RUB,
        intent_key=f"{client_id}-{insured}-{seller.telegram_id}",
    )
    actor = play.actor(seller)
    return int(await play.write(partial(open_deal, actor=actor, command=command, now=play.clock.now())))
