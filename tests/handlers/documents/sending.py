"""Messages with files as Telegram sends them, and the steps of their way into a folder."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import ClientKind
from models.deal import Deal
from models.document import Document
from models.money import Currency
from services.clients.create import CreateClient, create_client
from services.deals.hand_over import Place, hand_over
from services.deals.kinds import list_kinds
from services.deals.open import OpenDeal, open_deal
from services.documents.packets import close_due_packets
from tests.harness import Play, Seen
from tests.people import EXECUTOR, MANAGER, SELLER, Person
from tests.services.documents.files import jpeg, ogg, pdf


def document(play: Play, name: str | None = "policy.pdf", data: bytes | None = None, **more: Any) -> dict[str, Any]:
    """The content of a message with a document; its bytes can be downloaded."""
    data = pdf() if data is None else data
    file = {"file_id": _upload(play, data), "file_unique_id": "u", "file_size": len(data), **more}
    return {"document": {**file, "file_name": name} if name else file}


def photo(play: Play, data: bytes | None = None) -> dict[str, Any]:
    data = jpeg() if data is None else data
    small = {"file_id": "small", "file_unique_id": "s", "width": 9, "height": 9}
    large = {"file_id": _upload(play, data), "file_unique_id": "l", "width": 90, "height": 90, "file_size": len(data)}
    return {"photo": [small, large]}


def voice(play: Play, data: bytes | None = None) -> dict[str, Any]:
    data = ogg() if data is None else data
    return {"voice": {"file_id": _upload(play, data), "file_unique_id": "v", "duration": 3, "mime_type": "audio/ogg"}}


def sticker() -> dict[str, Any]:
    shape = {"width": 9, "height": 9, "is_animated": False, "is_video": False, "type": "regular"}
    return {"sticker": {"file_id": "sticker", "file_unique_id": "st", **shape}}


def forwarded(name: str) -> dict[str, Any]:
    return {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": name}}


def _upload(play: Play, data: bytes) -> str:
    file_id = f"file-{len(play.files.contents) + 1}"
    play.files.contents[file_id] = data
    return file_id


async def close_packets(play: Play, *, after: float = 2.0) -> None:
    """The closing tick, `after` seconds later."""
    play.clock.advance(seconds=after)
    await play.write(partial(close_due_packets, now=play.clock.now()))
    await play.deliver()


async def filed(play: Play, *contents: dict[str, Any], person: Person = SELLER) -> Seen:
    """Sends them as one burst; the packet's answer once everything was fetched."""
    for content in contents:
        await play.message(person, **content)
    await play.run_events()
    await close_packets(play)
    await play.run_events()
    return play.screen(person)


async def deal_on_screen(play: Play, *, insured: str = "Toyota Camry 2021") -> int:
    """The id of a new deal of the seller's, who has its card in front of him."""
    seller, now = play.actor(SELLER), play.clock.now()

    async def open_one(session: AsyncSession) -> int:
        client = CreateClient(kind=ClientKind.INDIVIDUAL, name="Иванов Иван", intent_key=f"client-{insured}")
        kinds = await list_kinds(session, "RU")
        command = OpenDeal(
            client_id=await create_client(session, seller, client, now=now),
            kind_id=kinds[0].id,
            object=insured,
            currency=Currency.RUB,
            intent_key=f"deal-{insured}",
        )
        return await open_deal(session, seller, command, now=now)

    deal_id: int = await play.write(open_one)
    menu = await play.say(SELLER, "/menu")
    await play.tap_data(SELLER, f"deal.card:{deal_id}", menu.message_id)
    return deal_id


async def executor_joins(play: Play, deal_id: int) -> None:
    joined = update(Deal).where(Deal.id == deal_id).values(executor_id=play.ids[EXECUTOR.telegram_id])
    await play.write(lambda session: session.execute(joined))


async def handed_to(play: Play, person: Person, deal_id: int = 1) -> None:
    """To another seller, by the manager."""
    seller = {"place": Place.SELLER, "to_user_id": play.ids[person.telegram_id]}
    await play.write(partial(hand_over, actor=play.actor(MANAGER), deal_id=deal_id, now=play.clock.now(), **seller))


async def documents_of(play: Play, deal_id: int | None) -> Sequence[Document]:
    """Deleted ones too, in the order received."""
    wanted = select(Document).where(Document.deal_id == deal_id).order_by(Document.id)
    return (await play.read(lambda session: session.execute(wanted))).scalars().all()
