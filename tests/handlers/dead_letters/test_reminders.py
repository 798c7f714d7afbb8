"""A reminder that can't be told is on the admins' card like any dead letter, and keeps no other of the person's."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import Reminder, ReminderState, ReminderSubject, StopReason
from services.reminders import tell
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay
from tests.handlers.dead_letters.letters import admin_id, decisions
from tests.handlers.reminders.clock import at, heard, rows, tick, today
from tests.harness import Play
from tests.people import ADMIN, OTHER_SELLER, SELLER, Person


async def owing(play: Play, number: str, seller: Person = SELLER) -> None:
    """From tomorrow on there is an instalment to be heard of."""
    deal = await a_deal(play, await a_client(play, phone=None, name=number), number, seller=seller)
    await pay(play, await a_policy(play, deal, {-60: 10_000, 4: 23_450}, number=number, seller=seller), seller=seller)


class Choking:
    """What reminders are sorted out by chokes on some of them until it is repaired."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
        self.on: set[int] = set()
        self._sound = tell.sort_out

        async def sort_out(session: AsyncSession, rows: list[Reminder], *rest: object, **named: object) -> object:
            if any(row.id in self.on for row in rows):
                raise error
            return await self._sound(session, rows, *rest, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(tell, "sort_out", sort_out)


@pytest.fixture
def choking(monkeypatch: pytest.MonkeyPatch) -> Choking:
    return Choking(monkeypatch, ValueError("choked"))


async def failed(play: Play, choking: Choking) -> Reminder:
    """The first of the seller's two that are due tomorrow."""
    for number in ("AI-1", "AI-2"):
        await owing(play, number)
    await tick(play)
    due, seller = today(play) + timedelta(days=1), play.ids[SELLER.telegram_id]
    bad = next(r for r in await rows(play, ReminderSubject.INSTALMENT) if r.due_on == due and r.user_id == seller)
    choking.on = {bad.id}
    await at(play, due)
    return bad


async def the(play: Play, reminder: Reminder) -> Reminder:
    found = select(Reminder).where(Reminder.id == reminder.id)
    return (await play.read(lambda session: session.execute(found))).scalar_one()


async def test_the_card_says_whose_and_about_what_and_the_others_are_told(play: Play, choking: Choking) -> None:
    bad = await failed(play, choking)
    card = next(seen for seen in play.seen(ADMIN) if "A reminder was not told" in seen.text)
    assert f"deal {bad.deal_id} · Maryna" in card.text
    assert "an error in the program (ValueError)" in card.text
    assert [label for label in card.labels if label[0] in "🔁🗑🔎"] == card.labels
    brief = next(seen for seen in play.seen(SELLER) if "Доброе утро" in seen.text)
    assert brief.text.count("Взнос: через 3 дня") == 1


async def test_tried_again_it_is_told_at_the_next_tick(play: Play, choking: Choking) -> None:
    bad = await failed(play, choking)
    choking.on = set()
    assert "being tried again" in (await play.tap(ADMIN, "Try again")).text
    assert (await the(play, bad)).state is ReminderState.WAITING
    await at(play, today(play), "10:00")
    assert (await the(play, bad)).state is ReminderState.DELIVERED
    assert heard(play, SELLER)[-1] == "🔔 Напоминания · 1"
    assert await decisions(play) == [("system.reminder.requeued", admin_id(play), None)]


async def test_dropped_it_is_on_record_as_such_and_never_told(play: Play, choking: Choking) -> None:
    bad = await failed(play, choking)
    choking.on = set()
    await play.tap(ADMIN, "Drop")
    assert "Dropped" in (await play.tap(ADMIN, "Done by hand")).text
    row = await the(play, bad)
    assert (row.state, row.reason) == (ReminderState.STOPPED, StopReason.DROPPED)
    await at(play, today(play), "10:00")
    assert not [line for line in heard(play, SELLER) if "🔔" in line]
    assert await decisions(play) == [("system.reminder.dropped", admin_id(play), "by-hand")]


async def test_the_list_the_details_and_the_state_of_the_installation_know_of_it(play: Play, choking: Choking) -> None:
    bad = await failed(play, choking)
    assert "A reminder was not told: 1" in (await play.say(ADMIN, "/deadletters")).text
    assert f"deal {bad.deal_id}" in (await play.tap(ADMIN, "1")).text
    await play.tap(ADMIN, "1")
    details = await play.tap(ADMIN, "Details")
    assert f"instalment {bad.subject_id}" in details.text
    assert "due: " in details.text
    assert "09:00" in details.text
    assert str(bad.due_on) not in details.text
    assert "reminders: 1 was not told" in (await play.say(ADMIN, "/status")).text.lower()
    await play.say(ADMIN, "/deadletters")
    await play.tap(ADMIN, "1")
    choking.on = set()
    assert "being tried again" in (await play.tap(ADMIN, "Try all")).text
    assert (await the(play, bad)).state is ReminderState.WAITING


async def test_what_the_database_refuses_of_one_is_his_alone(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    choking = Choking(monkeypatch, DataError("SELECT", {}, ValueError("out of range")))
    await owing(play, "AI-3", OTHER_SELLER)
    bad = await failed(play, choking)
    assert (await the(play, bad)).state is ReminderState.FAILED
    assert any("Доброе утро" in line for line in heard(play, OTHER_SELLER))


async def test_while_the_database_is_away_nothing_fails(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    away = Choking(monkeypatch, OperationalError("SELECT", {}, ValueError("connection lost")))
    with pytest.raises(OperationalError):
        await failed(play, away)
    assert ReminderState.FAILED not in [row.state for row in await rows(play, ReminderSubject.INSTALMENT)]
    away.on = set()
    await at(play, today(play), "09:05")
    assert any("Доброе утро" in line for line in heard(play, SELLER))


async def test_when_none_of_them_goes_wrong_alone_all_of_them_fail(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    sound = tell.sort_out

    async def sort_out(session: AsyncSession, some: list[Reminder], *rest: object, **named: object) -> object:
        if len(some) > 1:
            raise ValueError("too many")
        return await sound(session, some, *rest, **named)  # type: ignore[arg-type]

    for number in ("AI-1", "AI-2"):
        await owing(play, number)
    await tick(play)
    monkeypatch.setattr(tell, "sort_out", sort_out)
    due = today(play) + timedelta(days=1)
    await at(play, due)
    states = {row.state for row in await rows(play, ReminderSubject.INSTALMENT) if row.due_on == due}
    assert states == {ReminderState.FAILED}
    assert "A reminder was not told: 3" in (await play.say(ADMIN, "/deadletters")).text
