"""Outgoing rows against a local Telegram: order, edits, outcomes, and no message twice that Telegram took once."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from bot.database import Database
from bot.sender.loop import SWEEP_SECONDS
from models.outgoing import OutgoingState
from models.user import Language, Role, User
from tests.bot.sender.stage import CLOCK, Stage, answer, notice, screen, stage
from tests.sandbox.conftest import EXECUTOR, NEWCOMER, SELLER, Telegram


@pytest.fixture
async def sending(database: Database, telegram: Telegram, tmp_path: Path) -> AsyncIterator[Stage]:
    async with stage(database, telegram, tmp_path) as running:
        yield running


async def test_rows_arrive_in_the_order_they_were_written(sending: Stage) -> None:
    await sending.put(*(screen(f"{number}", surface=None) for number in range(8)))
    await sending.put(notice("later"))
    await sending.settled()
    shown = await sending.shown()
    assert shown[:8] == [str(number) for number in range(8)]
    assert "later" in shown[8]


async def test_a_tap_edits_its_message_and_is_answered_once(sending: Stage) -> None:
    await sending.put(screen("first"))
    await sending.settled()
    (shown,) = await sending.telegram.people.messages(SELLER)
    tap, query = await sending.tapped(shown["id"])
    row = screen("second", edit_message_id=shown["id"], fresh=False, callback_query_id=query)
    await sending.put({**row, "payload": {**row["payload"], "toast": {"text": "done", "show_alert": False}}})
    await sending.settled()
    assert (await tap)["text"] == "done"
    assert await sending.shown() == ["second"]
    assert len(await sending.calls("answerCallbackQuery")) == 1


async def test_a_newer_screen_replaces_one_that_was_not_delivered_yet(sending: Stage) -> None:
    await sending.put(screen("old"), screen("newer"), notice("between"), screen("newest"))
    assert await sending.settled() == ["superseded", "superseded", "sent", "sent"]
    shown = await sending.shown()
    assert len(shown) == 2
    assert shown[-1] == "newest"


async def test_the_tap_of_a_replaced_screen_is_answered_all_the_same(sending: Stage) -> None:
    await sending.put(screen("first"))
    await sending.settled()
    (shown,) = await sending.telegram.people.messages(SELLER)
    taps = [await sending.tapped(shown["id"]) for _ in range(3)]
    rows = [
        screen(f"{number}", edit_message_id=shown["id"], fresh=False, callback_query_id=query)
        for number, (_, query) in enumerate(taps)
    ]
    await sending.put(*rows)
    assert await sending.settled() == ["sent", "superseded", "superseded", "sent"]
    assert [(await tap)["answered"] for tap, _ in taps] == [True] * 3
    assert await sending.shown() == ["2"]


async def test_a_slot_is_edited_in_place_and_sent_anew_when_its_message_is_gone(sending: Stage) -> None:
    await sending.put(notice("one", surface="deal:1", fresh=True))
    await sending.settled()
    await sending.put(notice("two", surface="deal:1", fresh=False))
    await sending.settled()
    (shown,) = await sending.telegram.people.messages(SELLER)
    assert "two" in shown["text"]
    await sending.telegram.done("deleteMessage", chat_id=SELLER, message_id=shown["id"])
    await sending.put(notice("three", surface="deal:1", fresh=False))
    await sending.settled()
    await sending.put(notice("four", surface="deal:1", fresh=False))
    await sending.settled()
    living = [m["text"] for m in await sending.telegram.people.messages(SELLER) if not m["deleted"]]
    assert len(living) == 1
    assert "four" in living[0]


async def test_an_edit_that_changes_nothing_is_as_good_as_sent(sending: Stage) -> None:
    await sending.put(screen("same"))
    await sending.settled()
    (shown,) = await sending.telegram.people.messages(SELLER)
    await sending.put(screen("same", edit_message_id=shown["id"], fresh=False))
    assert await sending.settled() == ["sent", "sent"]
    assert await sending.shown() == ["same"]


async def test_a_flood_limit_after_a_calm_is_waited_out_no_longer_than_asked_and_costs_no_attempt(
    sending: Stage,
) -> None:
    await asyncio.sleep(2 * SWEEP_SECONDS)
    await sending.telegram.people.fault("sendMessage", 429, retry_after=1, times=1)
    await sending.put(screen("a", surface=None), screen("b", surface=None))
    assert await sending.settled() == ["sent", "sent"]
    assert await sending.shown() == ["a", "b"]
    refused, sent, _ = await sending.calls("sendMessage")
    assert 1 <= sent["time"] - refused["time"] < 1 + 2 * SWEEP_SECONDS
    assert [row.attempts for row in await sending.rows()] == [0, 0]


async def test_a_chat_that_must_wait_keeps_nobody_else_waiting_and_costs_no_reading(
    sending: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even when it has more rows than the sender looks at in one go."""
    await sending.telegram.people.fault("sendMessage", 429, retry_after=30, chat=EXECUTOR)
    await sending.put(*(notice(f"{number}", chat=EXECUTOR) for number in range(200)))
    await sending.put(notice("through", chat=SELLER))
    async with asyncio.timeout(5):
        while not await sending.shown():
            await asyncio.sleep(0.02)
    reads = 0
    read = sending.database.read

    async def counted(work):
        nonlocal reads
        reads += 1
        return await read(work)

    monkeypatch.setattr(sending.database, "read", counted)
    await asyncio.sleep(1.2)
    assert reads < 20
    assert len(await sending.calls("sendMessage")) == 2


@pytest.mark.parametrize(
    ("method", "show"),
    [
        ("sendMessage", "sendMessage"),
        ("editMessageText", "editMessageText"),
        ("answerCallbackQuery", "sendMessage"),
        ("answerCallbackQuery", "editMessageText"),
    ],
)
@pytest.mark.parametrize("fault", [{"code": 500}, {"code": "drop"}, {"code": 429, "retry_after": 1}])
async def test_a_passing_failure_of_one_call_repeats_only_that_call(
    sending: Stage, method: str, show: str, fault: dict[str, Any]
) -> None:
    await sending.put(screen("first"))
    await sending.settled()
    (shown,) = await sending.telegram.people.messages(SELLER)
    tap, query = await sending.tapped(shown["id"])
    await sending.telegram.people.fault(method, **fault, times=1)
    fresh = show == "sendMessage"
    target = None if fresh else shown["id"]
    await sending.put(screen("second", edit_message_id=target, fresh=fresh, callback_query_id=query))
    await sending.settled()
    assert (await tap)["answered"]
    assert await sending.shown() == (["first", "second"] if fresh else ["second"])
    for call in ("answerCallbackQuery", show):
        expected = (2 if call == method else 1) + (1 if call == "sendMessage" else 0)
        assert len(await sending.calls(call)) == expected


async def test_an_answer_lost_after_telegram_took_the_message_may_repeat_that_message_once(sending: Stage) -> None:
    """The one place where a message can come twice: nothing tells "taken" from "not taken"."""
    await sending.telegram.people.fault("sendMessage", "drop", after_accept=True, times=1)
    await sending.put(screen("hello"))
    assert await sending.settled() == ["sent"]
    assert await sending.shown() == ["hello", "hello"]


async def test_a_page_of_a_proxy_instead_of_an_answer_is_tried_again(
    sending: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = sending.sender._deliverer._bot.session
    check, pages = session.check_response, ["<html>502 Bad Gateway</html>"]
    monkeypatch.setattr(
        session,
        "check_response",
        lambda content, **rest: check(content=pages.pop() if pages else content, **rest),
    )
    await sending.put(screen("hello"))
    assert await sending.settled() == ["sent"]


async def test_a_person_who_blocked_the_bot_is_an_outcome_and_is_marked(sending: Stage) -> None:
    user = User(telegram_id=SELLER, name="M", role=Role.SELLER, language=Language.RU, created_at=CLOCK.now())

    async def add(session):
        session.add(user)

    await sending.database.write(add)
    await sending.telegram.people.block(SELLER)
    await sending.put(notice("x"), notice("y"))
    assert await sending.settled() == ["blocked", "blocked"]
    unreachable = await sending.database.read(lambda session: session.execute(select(User.unreachable_at)))
    assert unreachable.scalar_one() is not None


async def test_what_telegram_refuses_for_good_is_failed_and_the_next_row_goes_on(sending: Stage) -> None:
    await sending.put(screen("<b>unclosed", surface=None), screen("good", surface=None))
    assert await sending.settled() == ["failed", "sent", "sent"]
    assert "can't parse entities" in ((await sending.rows())[0].error or "")


async def test_who_waits_for_a_screen_that_telegram_refuses_is_told(sending: Stage) -> None:
    await sending.put(screen("<b>unclosed", surface=None))
    assert await sending.settled() == ["failed", "sent"]
    assert "всё сохранено" in (await sending.shown())[-1]


async def test_a_person_who_never_started_the_bot_is_an_outcome(sending: Stage) -> None:
    await sending.put(notice("x", chat=NEWCOMER))
    assert await sending.settled() == ["blocked"]


async def test_an_expired_tap_is_no_reason_to_try_again(sending: Stage) -> None:
    await sending.put(answer("12345", "too late"))
    assert await sending.settled() == ["sent"]
    assert len(await sending.calls("answerCallbackQuery")) == 1


async def test_a_database_that_can_not_record_does_not_make_the_message_go_again(
    sending: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, failures = sending.database.write, 4

    async def failing(work):
        nonlocal failures
        if failures and await sending.calls("sendMessage"):
            failures -= 1
            raise OperationalError("UPDATE", {}, Exception("locked"), connection_invalidated=True)
        return await write(work)

    await sending.put(screen("once"))
    monkeypatch.setattr(sending.database, "write", failing)
    assert await sending.settled() == ["sent"]
    assert failures == 0
    assert await sending.shown() == ["once"]


async def test_a_sender_that_loses_its_role_stops_its_chats_too(
    database: Database, telegram: Telegram, tmp_path: Path
) -> None:
    async with stage(database, telegram, tmp_path) as running:
        await telegram.people.fault("sendMessage", "hang", seconds=5, times=1)
        await running.put(screen("one"))
        async with asyncio.timeout(5):
            while not running.sender._chats.tasks:
                await asyncio.sleep(0.01)
        body = asyncio.create_task(running.sender.run())
        await asyncio.sleep(0.05)
        body.cancel()
        await asyncio.gather(body, return_exceptions=True)
        await asyncio.sleep(0.05)
        assert not running.sender._chats.tasks


async def test_stop_records_what_is_in_flight_and_sends_no_more(
    database: Database, telegram: Telegram, tmp_path: Path
) -> None:
    async with stage(database, telegram, tmp_path) as running:
        await telegram.people.fault("sendMessage", "hang", seconds=0.3, times=1)
        await running.put(screen("one", surface=None), screen("two", surface=None))
        async with asyncio.timeout(5):
            while not running.sender._chats.tasks:
                await asyncio.sleep(0.01)
        await running.sender.stop()
        states = [row.state for row in await running.rows()]
    assert states[1] is OutgoingState.PENDING or states == [OutgoingState.SENT] * 2
