"""What the product promises, against the real processes over /sim/."""

import asyncio
import re
import signal
import time
from pathlib import Path

import pytest
from aiohttp import ClientConnectionError

from sandbox.client import Predicate
from tests.e2e.processes import READY_SECONDS, Installation
from tests.e2e.seats import EXECUTOR, MANAGER, NEWCOMER, OTHER_SELLER, SELLER, Seat

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]

PAPERS = ("passport.pdf", "sts.pdf", "licence.pdf")


async def test_seller_opens_a_deal_through_a_kill_fills_its_folder_and_hands_it_to_the_executor(
    installation: Installation,
) -> None:
    seller, executor = Seat(installation.telegram, SELLER), Seat(installation.telegram, EXECUTOR)
    await seller.say("/start", until="Что делаем")
    await seller.tap("Новая сделка", until="Кто клиент")
    await seller.say("Воронцов Андрей", until="Телефон клиента")
    await installation.kill()
    said = await installation.telegram.say(SELLER, "8 (926) 555-44-33")
    await installation.start()
    await seller.hear("Что страхуем", after=said)
    await seller.tap("КАСКО", until="что именно страхуем")
    await seller.say("Mazda CX-5 2022", until="открыть сделку")
    card = await seller.tap("Открыть сделку", until="Сделка открыта", times=2)
    assert "Воронцов Андрей · +7 926 •••-44-33" in card["text"]
    number = _number(card["text"])
    assert installation.rows("SELECT COUNT(*) FROM deals WHERE object = 'Mazda CX-5 2022'") == [(1,)]

    dropped = await seller.drop(*PAPERS)
    answer = await seller.hear("Положил в папку 3 файла", after=dropped)
    assert all(name in answer["text"] for name in PAPERS)

    await seller.say("Клиент просит без франшизы", reply_to=card["id"], until=f"Записал в сделку {number}")
    assert len(await seller.heard(after=dropped)) == 2, "one answer for the papers, one for the journal"
    card = await seller.tap("Открыть сделку", until="Папка: 3 файла")
    assert "Журнал: «Клиент просит без франшизы»" in card["text"]

    await seller.tap("Ещё", until="Сделка")
    await seller.tap("Исполнитель", until="кто будет исполнителем")
    await seller.tap("Тарас", until="Исполнитель: Тарас")
    told = await executor.hear(f"Угода {number}")
    assert "Марина просить вас узяти угоду" in told["text"]
    assert "Воронцов Андрей" in (await executor.tap("Відкрити угоду", until="Папка: 3 файли"))["text"]
    folder = await executor.tap("Папка 3", until=f"Папка угоди {number}")
    assert all(name in folder["text"] for name in PAPERS)
    await executor.tap("Надіслати все", until="")
    sent = await installation.telegram.wait_for(EXECUTOR, _has_file("licence.pdf"), after=folder["id"])
    assert sent["files"][0]["size"] > 0


async def test_a_second_run_attaches_and_takes_over_when_the_first_is_killed(installation: Installation) -> None:
    manager = Seat(installation.telegram, MANAGER)
    second = installation.another()
    ready = await second.start()
    assert ready == f"ready {installation.url}/"
    await manager.say("/start", until="Что делаем")
    await installation.kill()
    await manager.tap("Мои сделки", until="Мои сделки")
    installation.crm = second


async def test_a_stranger_is_answered_in_his_language_and_changes_nothing(installation: Installation) -> None:
    before = installation.rows("SELECT id, telegram_id, role FROM users")
    stranger = Seat(installation.telegram, NEWCOMER)
    answer = await stranger.say("/start", until="Hello, Анна")
    assert "invitation" in answer["text"]
    assert answer["buttons"] == []
    assert installation.rows("SELECT id, telegram_id, role FROM users") == before


async def test_sigterm_in_a_burst_loses_nothing(installation: Installation) -> None:
    seats = [Seat(installation.telegram, chat) for chat in (MANAGER, SELLER, EXECUTOR, OTHER_SELLER)]
    burst = asyncio.gather(*(_talk(seat) for seat in seats))
    await asyncio.sleep(0.15)
    assert await installation.crm.end(signal.SIGTERM) == 0
    await installation.start()
    await installation.settle()
    for seat, last in zip(seats, await burst, strict=True):
        assert await seat.heard(after=last)
    stored = [row for (row,) in installation.rows("SELECT update_id FROM inbox WHERE state = 'done'")]
    assert sorted(stored) == await installation.telegram.confirmed()


async def test_ctrl_c_ends_both_processes_within_ten_seconds(installation: Installation) -> None:
    started = time.monotonic()
    assert await installation.stop() == 0
    with pytest.raises(ClientConnectionError):
        await installation.telegram.state()
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
async def test_an_end_in_the_middle_of_the_start_leaves_nothing_behind(tmp_path: Path, how: signal.Signals) -> None:
    place = Installation(tmp_path / "var")
    try:
        await place.crm.spawn()
        await place.telegram.wait_ready(timeout=20)
        await place.crm.end(how, within=READY_SECONDS)
        with pytest.raises(ClientConnectionError):
            await place.telegram.state()
    finally:
        await place.remove()


async def test_the_sandbox_of_another_folder_is_left_alone(installation: Installation, tmp_path: Path) -> None:
    other = Installation(tmp_path / "var", url=installation.url)
    with pytest.raises(RuntimeError, match="another DATA_DIR"):
        await other.crm.start()
    assert (await installation.telegram.state())["ready"]
    await other.telegram.close()


async def _talk(seat: Seat) -> int:
    """Returns the id of the last message that Telegram took before it went down with the CRM."""
    sent = 0
    for _ in range(12):
        try:
            sent = await seat.telegram.say(seat.chat, "/menu")
        except ClientConnectionError:
            break
    return sent


def _number(card: str) -> str:
    found = re.search(r"Сделка (\d+)", card)
    assert found is not None
    return found[1]


def _has_file(name: str) -> Predicate:
    return lambda message: any(file["name"] == name for file in message["files"])
