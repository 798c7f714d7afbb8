"""What people do: write, send files, tap, block, read."""

import asyncio
import hashlib
import hmac
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl

import pytest

from sandbox.client import SandboxRefusedError, given_file
from tests.sandbox.conftest import BOT, CLIENT, EXECUTOR, NEWCOMER, PNG, SELLER, TOKEN, Telegram


async def last_update(telegram: Telegram) -> dict[str, Any]:
    found: list[dict[str, Any]] = await telegram.done("getUpdates", offset=-1)
    return found[0]


async def test_the_seeded_people_are_there(telegram: Telegram) -> None:
    state = await telegram.people.state()
    assert state["ready"]
    assert state["bot"]["token"] == TOKEN
    assert [(user["id"], user["role"], user["language_code"]) for user in state["users"]] == [
        (7000000001, "admin", "ru"),
        (7000000002, "manager", "ru"),
        (SELLER, "seller", "ru"),
        (EXECUTOR, "executor", "uk"),
        (CLIENT, "client", "ru"),
        (NEWCOMER, "stranger", "en"),
        (7000000007, "seller", "ru"),
    ]


async def test_text_reaches_the_bot_with_its_sender(telegram: Telegram) -> None:
    message_id = await telegram.people.say(SELLER, "/start abc")
    message = (await last_update(telegram))["message"]
    assert (message["message_id"], message["text"], message["chat"]["type"]) == (message_id, "/start abc", "private")
    assert message["from"]["language_code"] == "ru"
    assert message["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]


async def test_a_text_above_the_limit_becomes_several_messages(telegram: Telegram) -> None:
    await telegram.people.say(SELLER, "я" * 5000)
    assert [len(message["text"]) for message in await telegram.people.messages(SELLER)] == [4096, 904]


@pytest.mark.parametrize(
    "body",
    [
        {"text": "  "},
        {"text": "a", "contact": {"phone_number": "1", "first_name": "a"}},
        {},
        {"text": "a", "reply_to": 99},
        {"text": "a", "forward_from": 99},
        {"text": "a", "typo": 1},
        {"document": {"path": "/nowhere/at/all"}},
        {"document": {"base64": "%%%"}},
        {"album": []},
        {"album": [{"caption": "no file"}]},
    ],
)
async def test_what_a_person_can_not_send_is_refused_with_a_sentence(telegram: Telegram, body: dict[str, Any]) -> None:
    with pytest.raises(SandboxRefusedError, match=r"\w+ \w+"):
        await telegram.people._request("POST", f"chats/{SELLER}/messages", **body)
    assert await telegram.people.messages(SELLER) == []


async def test_files_are_described_and_can_be_read_by_both_sides(telegram: Telegram, tmp_path: Path) -> None:
    policy = tmp_path / "полис.pdf"
    policy.write_bytes(b"%PDF-1.7")
    await telegram.people.send_file(SELLER, policy, caption="policy +79991112233")
    message = (await last_update(telegram))["message"]
    assert message["document"] | {"file_id": "", "file_unique_id": ""} == {
        "file_id": "",
        "file_unique_id": "",
        "file_name": "полис.pdf",
        "mime_type": "application/pdf",
        "file_size": 8,
    }
    assert message["caption_entities"][0]["type"] == "phone_number"
    (shown,) = await telegram.people.messages(SELLER)
    assert await telegram.people.file(shown["files"][0]["file_id"]) == b"%PDF-1.7"
    path = (await telegram.done("getFile", file_id=message["document"]["file_id"]))["file_path"]
    async with telegram.http.get(f"{telegram.url}/file/bot{TOKEN}/{path}") as response:
        assert await response.read() == b"%PDF-1.7"


async def test_a_photo_comes_in_sizes_and_a_voice_with_its_length(telegram: Telegram) -> None:
    await telegram.people.send_file(SELLER, PNG, kind="photo", name="a.png")
    photo = (await last_update(telegram))["message"]["photo"]
    assert len(photo) == 2
    assert photo[0]["width"] <= 90
    await telegram.people.send_file(SELLER, b"OggS", kind="voice")
    voice = (await last_update(telegram))["message"]["voice"]
    assert (voice["mime_type"], voice["duration"]) == ("audio/ogg", 1)
    note = {**given_file(b"OggS", name="note.oga"), "duration": 12}
    await telegram.people._request("POST", f"chats/{SELLER}/messages", voice=note)
    assert (await last_update(telegram))["message"]["voice"]["duration"] == 12
    assert (await telegram.people.messages(SELLER))[-1]["files"][0]["duration"] == 12


async def test_an_album_is_separate_updates_of_one_group(telegram: Telegram) -> None:
    items = [{"document": given_file(b"%PDF", name=f"{number}.pdf")} for number in range(3)]
    ids = await telegram.people.album(SELLER, items, caption="three")
    updates = await telegram.done("getUpdates")
    assert [update["message"]["message_id"] for update in updates] == ids
    assert len({update["message"]["media_group_id"] for update in updates}) == 1
    assert [update["message"].get("caption") for update in updates] == ["three", None, None]


async def test_contact_location_sticker_reply_and_forward(telegram: Telegram) -> None:
    contact = await telegram.people.contact(SELLER, "+79991112233", "Пётр", last_name="Петров")
    await telegram.people._request("POST", f"chats/{SELLER}/messages", location={"latitude": 1.5, "longitude": 2})
    await telegram.people._request("POST", f"chats/{SELLER}/messages", sticker={"emoji": "👍"})
    await telegram.people.say(SELLER, "reply", reply_to=contact)
    await telegram.people.say(SELLER, "theirs", forward_from=CLIENT)
    await telegram.people.say(SELLER, "hidden", forward_from={"name": "Кто-то"})
    await telegram.people.say(SELLER, "the bot's", forward_from=BOT)
    messages = [update["message"] for update in await telegram.done("getUpdates")]
    assert messages[0]["contact"] == {"phone_number": "+79991112233", "first_name": "Пётр", "last_name": "Петров"}
    assert messages[1]["location"] == {"latitude": 1.5, "longitude": 2.0}
    assert messages[2]["sticker"]["emoji"] == "👍"
    assert messages[3]["reply_to_message"]["message_id"] == contact
    assert messages[4]["forward_origin"]["sender_user"]["id"] == CLIENT
    assert messages[5]["forward_origin"]["sender_user_name"] == "Кто-то"
    shown = await telegram.people.messages(SELLER)
    assert [item["forward_from"] for item in shown[4:]] == [
        {"id": CLIENT, "name": "Иван"},
        {"id": None, "name": "Кто-то"},
        {"id": BOT, "name": "AEL CRM"},
    ]


async def test_an_edit_reaches_the_bot(telegram: Telegram) -> None:
    message_id = await telegram.people.say(SELLER, "old")
    await telegram.people.edit(SELLER, message_id, "new")
    edited = (await last_update(telegram))["edited_message"]
    assert (edited["message_id"], edited["text"], "edit_date" in edited) == (message_id, "new", True)
    with pytest.raises(SandboxRefusedError):
        await telegram.people.edit(SELLER, await telegram.send(), "not mine")


async def test_a_tap_waits_for_the_bots_answer(telegram: Telegram) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Go", "callback_data": "go:1", "style": "success"}]]}
    message_id = await telegram.send("menu", reply_markup=keyboard)
    tap = asyncio.create_task(telegram.people.tap(SELLER, message_id, label="Go"))
    (update,) = await telegram.done("getUpdates", timeout=5)
    query = update["callback_query"]
    assert (query["data"], query["from"]["id"], query["message"]["message_id"]) == ("go:1", SELLER, message_id)
    assert query["message"]["reply_markup"] == keyboard
    await telegram.done("answerCallbackQuery", callback_query_id=query["id"], text="Saved")
    assert await tap == {"answered": True, "text": "Saved", "alert": False, "url": None}
    (alert,) = (await telegram.people.chat(SELLER))["alerts"]
    assert (alert["text"], alert["user"], alert["alert"]) == ("Saved", SELLER, False)
    assert (await telegram.refusal("answerCallbackQuery", callback_query_id=query["id"]))[0] == 400


async def test_a_tap_that_nobody_answers_says_so(telegram: Telegram) -> None:
    message_id = await telegram.send()
    assert not (await telegram.people.tap(SELLER, message_id, data="forged", wait=0.05))["answered"]
    assert (await last_update(telegram))["callback_query"]["data"] == "forged"


async def test_a_tap_on_a_deleted_message_shows_it_as_inaccessible(telegram: Telegram) -> None:
    message_id = await telegram.send()
    await telegram.done("deleteMessage", chat_id=SELLER, message_id=message_id)
    await telegram.people.tap(SELLER, message_id, data="go", wait=0)
    assert (await last_update(telegram))["callback_query"]["message"]["date"] == 0


async def test_a_label_that_is_not_there_is_refused(telegram: Telegram) -> None:
    with pytest.raises(SandboxRefusedError, match="no button 'Nope'"):
        await telegram.people.tap(SELLER, await telegram.send(), label="Nope")


async def test_reply_keyboard_buttons_send_text_and_the_persons_contact(telegram: Telegram) -> None:
    keyboard = {"keyboard": [["Deals", {"text": "Phone", "request_contact": True}]], "resize_keyboard": True}
    message_id = await telegram.send("menu", reply_markup=keyboard)
    (shown,) = await telegram.people.messages(SELLER)
    assert shown["keyboard"]["resize_keyboard"]
    await telegram.people.tap(SELLER, message_id, label="Deals")
    assert (await last_update(telegram))["message"]["text"] == "Deals"
    await telegram.people.tap(SELLER, message_id, label="Phone")
    contact = (await last_update(telegram))["message"]["contact"]
    assert (contact["phone_number"], contact["user_id"]) == ("+79990000003", SELLER)


async def test_a_link_button_gives_its_address_to_the_person_only(telegram: Telegram) -> None:
    rows = {"inline_keyboard": [[{"text": "Site", "url": "https://a.io/x"}]]}
    answer = await telegram.people.tap(SELLER, await telegram.send(reply_markup=rows), label="Site")
    assert answer["url"] == "https://a.io/x"
    assert await telegram.done("getUpdates") == []


async def test_a_newcomer_is_written_to_after_his_first_message(telegram: Telegram) -> None:
    assert (await telegram.refusal("sendMessage", chat_id=NEWCOMER, text="x"))[0] == 403
    await telegram.people.say(NEWCOMER, "/start")
    await telegram.send(chat=NEWCOMER)


async def test_blocking_is_told_to_the_bot_and_undone(telegram: Telegram) -> None:
    await telegram.people.block(SELLER)
    membership = (await last_update(telegram))["my_chat_member"]
    assert (membership["old_chat_member"]["status"], membership["new_chat_member"]["status"]) == ("member", "kicked")
    assert (await telegram.refusal("sendMessage", chat_id=SELLER, text="x"))[0] == 403
    blocked = [user["phone"] for user in (await telegram.people.state())["users"] if user["blocked"]]
    assert blocked == ["+79990000003"]
    with pytest.raises(SandboxRefusedError):
        await telegram.people.say(SELLER, "hello")
    await telegram.people.block(SELLER, blocked=False)
    await telegram.send()


async def test_in_a_group_everyone_writes_under_his_own_name(telegram: Telegram) -> None:
    group = await telegram.people.add_group("Team", [SELLER, CLIENT])
    message_id = await telegram.send(
        "menu", chat=group, reply_markup={"inline_keyboard": [[{"text": "Go", "callback_data": "go"}]]}
    )
    await telegram.people.say(group, "hello", sender=CLIENT)
    await telegram.people.tap(group, message_id, label="Go", sender=SELLER, wait=0)
    message, tap = await telegram.done("getUpdates")
    assert (message["message"]["from"]["id"], message["message"]["chat"]["title"]) == (CLIENT, "Team")
    assert tap["callback_query"]["from"]["id"] == SELLER
    with pytest.raises(SandboxRefusedError, match="not a member"):
        await telegram.people.say(group, "hello", sender=EXECUTOR)


async def test_unread_messages_are_counted_until_they_are_read(telegram: Telegram) -> None:
    await telegram.send("one")
    await telegram.send("two")
    assert (await telegram.people.chat(SELLER))["unread"] == {str(SELLER): 2}
    await telegram.people._request("POST", "read", chat=SELLER, user=SELLER)
    assert (await telegram.people.chat(SELLER))["unread"] == {str(SELLER): 0}


async def test_commands_in_force_follow_scope_and_language(telegram: Telegram) -> None:
    async def set_commands(name: str, **params: Any) -> None:
        await telegram.done("setMyCommands", commands=[{"command": name, "description": "x"}], **params)

    async def seen(person: int) -> str:
        return (await telegram.people.commands(person))["commands"][0]["command"]

    await set_commands("default")
    await set_commands("russian", language_code="ru")
    assert (await seen(SELLER), await seen(EXECUTOR)) == ("russian", "default")
    await set_commands("private", scope={"type": "all_private_chats"})
    await set_commands("own", scope={"type": "chat", "chat_id": SELLER})
    assert (await seen(SELLER), await seen(EXECUTOR)) == ("own", "private")
    await telegram.done("deleteMyCommands", scope={"type": "chat", "chat_id": SELLER})
    assert await seen(SELLER) == "private"
    button = {"type": "web_app", "text": "CRM", "web_app": {"url": "https://crm.example/app"}}
    await telegram.done("setChatMenuButton", chat_id=SELLER, menu_button=button)
    assert (await telegram.people.commands(SELLER))["menu_button"] == button
    assert (await telegram.people.commands(EXECUTOR))["menu_button"] == {"type": "commands"}


async def test_launch_data_of_a_mini_app_is_signed_with_the_bots_token(telegram: Telegram) -> None:
    url = (await telegram.people._request("POST", "webapp", **{"from": SELLER, "url": "https://crm.example/app"}))[
        "url"
    ]
    base, fragment = url.split("#")
    fields = dict(parse_qsl(parse_qs(fragment)["tgWebAppData"][0]))
    given = fields.pop("hash")
    secret = hmac.new(b"WebAppData", TOKEN.encode(), hashlib.sha256).digest()
    checked = "\n".join(f"{key}={fields[key]}" for key in sorted(fields))
    assert base == "https://crm.example/app"
    assert given == hmac.new(secret, checked.encode(), hashlib.sha256).hexdigest()


async def test_an_inline_query_is_answered_and_a_result_chosen(telegram: Telegram) -> None:
    question = {"from": SELLER, "query": "осаго"}
    asking = asyncio.create_task(telegram.people._request("POST", "inline", **question))
    (update,) = await telegram.done("getUpdates", timeout=5)
    content = {"message_text": "<b>Policy</b>", "parse_mode": "HTML"}
    results = [{"type": "article", "id": "1", "title": "x", "input_message_content": content}]
    await telegram.done(
        "answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=results, next_offset="2"
    )
    answer = await asking
    assert (update["inline_query"]["query"], answer) == (
        "осаго",
        {"answered": True, "results": results, "next_offset": "2"},
    )
    await telegram.people._request(
        "POST", "inline/choose", **{**question, "chat": SELLER, "result": answer["results"][0]}
    )
    message, chosen = await telegram.done("getUpdates", offset=update["update_id"] + 1)
    assert (message["message"]["text"], message["message"]["via_bot"]["username"]) == ("Policy", "ael_crm_bot")
    assert chosen["chosen_inline_result"]["result_id"] == "1"


async def test_calls_are_listed_with_parameters_and_answers(telegram: Telegram) -> None:
    await telegram.done("sendDocument", {"document": ("a.txt", b"text")}, chat_id=SELLER, caption="x")
    await telegram.refusal("sendMessage", chat_id=SELLER)
    sent, refused = await telegram.people.calls()
    assert sent["params"] == {"chat_id": str(SELLER), "caption": "x", "document": {"file": "a.txt", "size": 4}}
    assert (sent["status"], refused["status"]) == (200, 400)
    assert refused["response"]["description"] == "Bad Request: message text is empty"
    assert [call["seq"] for call in await telegram.people.calls(after=sent["seq"])] == [refused["seq"]]


async def test_a_reset_forgets_chats_but_not_commands(telegram: Telegram) -> None:
    await telegram.done("setMyCommands", commands=[{"command": "menu", "description": "x"}])
    extra = await telegram.people.add_user("Oleg")
    before = await telegram.send()
    await telegram.people.reset()
    assert await telegram.people.messages(SELLER) == []
    assert await telegram.people.calls() == []
    with pytest.raises(SandboxRefusedError):
        await telegram.people.chat(extra)
    assert await telegram.send() > before
    assert len(await telegram.done("getMyCommands")) == 1


async def test_a_foreign_page_in_the_same_browser_is_refused(telegram: Telegram) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
        async with telegram.http.post(f"{telegram.url}/sim/reset", headers=headers) as response:
            assert response.status == 403
    async with telegram.http.post(f"{telegram.url}/sim/reset", headers={"Origin": telegram.url}) as response:
        assert response.status == 200


async def test_waiting_for_a_message_that_never_comes_tells_what_there_is(telegram: Telegram) -> None:
    await telegram.send("something else")
    with pytest.raises(TimeoutError, match="something else"):
        await telegram.people.wait_for(SELLER, text="Меню", timeout=0.05)
