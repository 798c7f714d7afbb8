"""Telegram failing on purpose."""

import asyncio

import pytest
from aiohttp import ClientConnectionError

from sandbox.client import SandboxRefusedError
from tests.sandbox.conftest import CLIENT, SELLER, TOKEN, Telegram


async def test_a_fault_strikes_so_many_times(telegram: Telegram) -> None:
    await telegram.people.fault("sendMessage", 502, times=2)
    answers = [await telegram.call("sendMessage", chat_id=SELLER, text="x") for _ in range(3)]
    assert [answer.get("error_code") for answer in answers] == [502, 502, None]
    assert answers[0]["description"] == "Bad Gateway"
    assert len(await telegram.people.messages(SELLER)) == 1


async def test_a_flood_fault_says_how_long_to_wait(telegram: Telegram) -> None:
    await telegram.people.fault("*", 429, retry_after=7, times=1)
    async with telegram.http.post(f"{telegram.url}/bot{TOKEN}/getMe") as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
        assert await response.json() == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 7",
            "parameters": {"retry_after": 7},
        }


async def test_a_fault_of_one_chat_spares_another(telegram: Telegram) -> None:
    await telegram.people.fault("sendmessage", 403, chat=SELLER, description="Forbidden: bot was blocked by the user")
    assert (await telegram.refusal("sendMessage", chat_id=SELLER, text="x"))[0] == 403
    await telegram.send(chat=CLIENT)


async def test_a_dropped_call_did_not_happen(telegram: Telegram) -> None:
    await telegram.people.fault("sendMessage", "drop", times=1)
    with pytest.raises(ClientConnectionError):
        await telegram.send()
    assert await telegram.people.messages(SELLER) == []


async def test_a_call_dropped_after_it_was_accepted_did_happen(telegram: Telegram) -> None:
    await telegram.people.fault("sendMessage", "drop", times=1, after_accept=True)
    with pytest.raises(ClientConnectionError):
        await telegram.send("ambiguous")
    assert [message["text"] for message in await telegram.people.messages(SELLER)] == ["ambiguous"]
    call = (await telegram.people.calls(method="sendMessage"))[0]
    assert (call["status"], call["response"]["fault"], call["response"]["accepted"]["ok"]) == (0, "drop", True)


async def test_a_hanging_call_is_held_and_then_cut(telegram: Telegram) -> None:
    await telegram.people.fault("sendMessage", "hang", times=1, seconds=0.2)
    started = asyncio.get_running_loop().time()
    with pytest.raises(ClientConnectionError):
        await telegram.send()
    assert asyncio.get_running_loop().time() - started >= 0.2


async def test_cleared_faults_strike_no_more(telegram: Telegram) -> None:
    await telegram.people.fault("*", 500)
    await telegram.people.clear_faults()
    await telegram.send()


async def test_chance_decides_about_a_fault_with_a_probability(telegram: Telegram) -> None:
    await telegram.people.fault("getMe", 500, probability=0.0)
    await telegram.done("getMe")
    await telegram.people.fault("getMe", 500, probability=0.5)
    answers = [(await telegram.call("getMe"))["ok"] for _ in range(60)]
    assert set(answers) == {True, False}


async def test_a_download_can_fail(telegram: Telegram) -> None:
    document = await telegram.done("sendDocument", {"document": ("a.txt", b"text")}, chat_id=SELLER)
    path = (await telegram.done("getFile", file_id=document["document"]["file_id"]))["file_path"]
    await telegram.people.fault("download", 502, times=1)
    address = f"{telegram.url}/file/bot{TOKEN}/{path}"
    async with telegram.http.get(address) as failed:
        assert failed.status == 502
    async with telegram.http.get(address) as served:
        assert await served.read() == b"text"


@pytest.mark.parametrize("code", [200, 302, "explode"])
async def test_a_fault_must_be_an_error(telegram: Telegram, code: int | str) -> None:
    with pytest.raises(SandboxRefusedError):
        await telegram.people.fault("getMe", code)
