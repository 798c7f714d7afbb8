"""What came without a deal becomes a lead's: his own words count, the person's and other people's do not."""

from functools import partial

import pytest
from sqlalchemy import select

from models.lead import Lead, LeadNote
from models.packet import Packet, PacketState
from services.documents.packets import close_due_packets
from services.documents.receive import IncomingWords, receive_words
from services.documents.waiting import find_waiting
from services.errors import ScreenOutdated
from services.leads.take_packet import TakePacket, take_packet
from tests.handlers.leads.builders import a_lead, the_lead
from tests.harness import Play
from tests.people import SELLER
from tests.services.leads.done import count, do

SAID = (("Иванов 916 123-45-67", "Иван"), ("Жду", "Иван"), ("Он мой муж", "Света"), ("Перезвоню", None))


async def a_packet(play: Play) -> int:
    """Closed, with four messages of two people and of the seller himself."""
    for number, (words, sender) in enumerate(SAID):
        said = IncomingWords(message_id=100 + number, text=words, forwarded_from=sender)
        await do(play, receive_words, said, deal_id=None, limited=False)
    play.clock.advance(seconds=2)
    await play.write(partial(close_due_packets, now=play.clock.now()))
    return int((await play.read(lambda session: session.execute(select(Packet.id)))).scalar_one())


async def taken(play: Play, packet_id: int, lead_id: int, him: str | None) -> list[str]:
    left: list[str] = await do(play, take_packet, TakePacket(packet_id=packet_id, lead_id=lead_id, him=him))
    return left


async def notes(play: Play) -> list[tuple[str, str | None]]:
    wanted = select(LeadNote.text, LeadNote.forwarded_from).order_by(LeadNote.id)
    return [tuple(row) for row in await play.read(lambda session: session.execute(wanted))]


async def state_of(play: Play, packet_id: int) -> PacketState:
    packet: Packet = await play.read(lambda session: session.get_one(Packet, packet_id))
    return packet.state


async def test_his_words_count_the_persons_are_a_comment_and_the_others_wait(play: Play) -> None:
    lead_id, packet_id = await a_lead(play), await a_packet(play)
    assert await taken(play, packet_id, lead_id, "Иван") == ["Света"]
    assert await notes(play) == [("Иванов 916 123-45-67", "Иван"), ("Жду", "Иван"), ("Перезвоню", None)]
    assert (await the_lead(play, lead_id, SELLER)).message_count == 2
    waiting = await play.read(partial(find_waiting, actor=play.actor(SELLER), packet_id=packet_id))
    assert (waiting.speakers, waiting.words) == (["Света"], ["Он мой муж"])
    assert await state_of(play, packet_id) is PacketState.CLOSED


async def test_of_none_of_them_everything_is_a_comment_with_its_name(play: Play) -> None:
    lead_id, packet_id = await a_lead(play), await a_packet(play)
    assert await taken(play, packet_id, lead_id, None) == []
    assert await notes(play) == [
        ("Иван: Иванов 916 123-45-67", None),
        ("Иван: Жду", None),
        ("Света: Он мой муж", None),
        ("Перезвоню", None),
    ]
    assert (await the_lead(play, lead_id, SELLER)).message_count == 0
    assert await state_of(play, packet_id) is PacketState.SETTLED


@pytest.mark.parametrize("stranger", ["Пётр", "иван"])
async def test_who_wrote_nothing_there_is_nobody(play: Play, stranger: str) -> None:
    lead_id, packet_id = await a_lead(play), await a_packet(play)
    with pytest.raises(ScreenOutdated):
        await taken(play, packet_id, lead_id, stranger)
    assert await notes(play) == []
    assert await count(play, Lead) == 1
