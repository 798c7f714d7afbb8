"""Whatever people typed about a lead, each of its screens shows all that stands on it, and all of it can be read."""

from sqlalchemy import insert, update

from models.lead import Lead, LeadAction, LeadHistory
from tests.handlers.leads.builders import a_lead
from tests.harness import NOON, Play
from tests.people import OTHER_SELLER, SELLER

LONG = "Просит без франшизы, " * 150
END = "вот и всё"


async def opened(play: Play) -> int:
    lead_id = await a_lead(play)
    await play.say(SELLER, f"/lead {lead_id}")
    return lead_id


async def test_long_notes_hide_no_other_and_each_is_read_in_full(play: Play) -> None:
    lead_id = await opened(play)
    for number in range(3):
        await play.tap(SELLER, "📝 Заметка")
        await play.say(SELLER, f"{number}-я: {LONG}{END}")
    notes = await play.tap(SELLER, "🗒 Заметки 3")
    assert [f"{number}-я: Просит" in notes.text for number in range(3)] == [True] * 3
    assert END not in notes.text
    full = await play.tap(SELLER, "📖 2")
    assert f"1-я: {LONG}{END}" in full.text
    assert "0-я" not in full.text
    assert "2-я: Просит" in (await play.tap(SELLER, "Заметки")).text
    await play.tap_data(OTHER_SELLER, f"lead.read:{lead_id}:1")
    assert "Просит" not in play.screen(OTHER_SELLER).text


async def test_short_notes_need_no_button(play: Play) -> None:
    await opened(play)
    await play.tap(SELLER, "📝 Заметка")
    await play.say(SELLER, "Перезвонить")
    assert "📖" not in "".join((await play.tap(SELLER, "🗒 Заметки 1")).labels)


async def test_a_note_of_another_lead_is_not_read_from_here(play: Play) -> None:
    await opened(play)
    await play.tap(SELLER, "📝 Заметка")
    await play.say(SELLER, "Перезвонить")
    other = await a_lead(play, "Петров", phone=None)
    await play.tap_data(SELLER, f"lead.read:{other}:1")
    assert "устарел" in play.toast(SELLER)


async def test_long_wishes_leave_room_for_the_rest_of_the_card(play: Play) -> None:
    lead_id = await a_lead(play)
    words = {"intent": f"{LONG[:1500]}{END}", "pain_points": f"{LONG[:1500]}{END}"}
    await play.write(lambda session: session.execute(update(Lead).where(Lead.id == lead_id).values(**words)))
    card = await play.say(SELLER, f"/lead {lead_id}")
    assert "Намерение: Просит без франшизы" in card.text
    assert "Что болит: Просит без франшизы" in card.text
    assert END not in card.text
    assert len(card.text) < 1000
    assert (await play.tap(SELLER, "Ещё")).text.count(END) == 2


async def test_what_the_card_shows_in_full_is_not_repeated(play: Play) -> None:
    lead_id = await a_lead(play, intent="КАСКО до пятницы")
    assert "КАСКО до пятницы" in (await play.say(SELLER, f"/lead {lead_id}")).text
    assert "КАСКО до пятницы" not in (await play.tap(SELLER, "Ещё")).text


async def test_long_reasons_hide_no_line_of_the_history(play: Play) -> None:
    lead_id = await opened(play)
    row = {"lead_id": lead_id, "action": LeadAction.ROLLED_BACK, "source": "manual", "created_at": NOON}
    rows = [{**row, "reason": LONG[:1000], "correlation_id": f"u{number}"} for number in range(6)]
    await play.write(lambda session: session.execute(insert(LeadHistory), rows))
    await play.tap(SELLER, "Ещё")
    shown = (await play.tap(SELLER, "История")).text
    assert [f"u{number}" in shown for number in range(6)] == [True] * 6
