"""Each refusal of the Bot API in Telegram's own words."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.sandbox.conftest import CLIENT, NEWCOMER, PNG, SELLER, Telegram, serve

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def inline(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


def button(**action: Any) -> dict[str, Any]:
    return inline([{"text": "Go", **action}])


@pytest.fixture(scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Telegram, dict[str, Any]]]:
    """A server with the things that the table below names in capitals."""
    async for telegram in serve(tmp_path_factory.mktemp("rules")):
        people = telegram.people
        group = await people.add_group("Team", [SELLER, CLIENT])
        plain_group = await telegram.http.post(
            f"{telegram.url}/sim/groups", json={"title": "Plain", "members": [SELLER], "bot_is_admin": False}
        )
        forum = await people.add_group("Forum", [SELLER], forum=True)
        topic = await telegram.done("createForumTopic", chat_id=forum, name="Claims")
        blocker = await people.add_user("Blocker")
        await people.say(blocker, "hi")
        await people.block(blocker)
        gone = await people.add_user("Gone")
        await people.say(gone, "hi")
        await telegram.http.post(f"{telegram.url}/sim/users/{gone}/deactivate")
        huge = await people._request(
            "POST", f"chats/{SELLER}/messages", document={"name": "huge.bin", "size": 21 * 1024 * 1024}
        )
        huge_file = (await people.messages(SELLER, after=huge["message_id"] - 1))[0]["files"][0]["file_id"]
        document = await telegram.done(
            "sendDocument", {"document": ("a.txt", b"text")}, chat_id=SELLER, caption="caption"
        )
        plain = (await plain_group.json())["id"]
        deleted = await telegram.send("deleted")
        await telegram.done("deleteMessage", chat_id=SELLER, message_id=deleted)
        yield (
            telegram,
            {
                "TEXT": await telegram.send("same", reply_markup=button(callback_data="go")),
                "DELETED": deleted,
                "THEIRS": await people.say(SELLER, "mine"),
                "DOCUMENT": document["message_id"],
                "DOCUMENT_FILE": document["document"]["file_id"],
                "HUGE_FILE": huge_file,
                "GROUP": group,
                "PLAIN": plain,
                "PLAIN_THEIRS": await people.say(plain, "mine", sender=SELLER),
                "FORUM": forum,
                "TOPIC": topic["message_thread_id"],
                "BLOCKER": blocker,
                "GONE": gone,
            },
        )


def send(**params: Any) -> tuple[str, dict[str, Any]]:
    return "sendMessage", {"chat_id": SELLER, "text": "hello", **params}


def edit(**params: Any) -> tuple[str, dict[str, Any]]:
    return "editMessageText", {"chat_id": SELLER, "message_id": "TEXT", "text": "new", **params}


def html(text: str) -> tuple[str, dict[str, Any]]:
    return send(text=text, parse_mode="HTML")


def markdown(text: str) -> tuple[str, dict[str, Any]]:
    return send(text=text, parse_mode="MarkdownV2")


def commands(*pairs: tuple[str, str], **params: Any) -> tuple[str, dict[str, Any]]:
    listed = [{"command": command, "description": description} for command, description in pairs]
    return "setMyCommands", {"commands": listed, **params}


def album(*kinds: str) -> tuple[str, dict[str, Any]]:
    return "sendMediaGroup", {
        "chat_id": SELLER,
        "media": [{"type": kind, "media": "DOCUMENT_FILE"} for kind in kinds],
    }


REFUSED: list[tuple[tuple[str, dict[str, Any]], str]] = [
    # edits
    (edit(text="same", reply_markup=button(callback_data="go")), NOT_MODIFIED),
    (
        (
            "editMessageReplyMarkup",
            {"chat_id": SELLER, "message_id": "TEXT", "reply_markup": button(callback_data="go")},
        ),
        NOT_MODIFIED,
    ),
    (edit(message_id=999), "message to edit not found"),
    (edit(message_id="DELETED"), "message to edit not found"),
    (edit(message_id="THEIRS"), "message can't be edited"),
    (edit(message_id="DOCUMENT"), "there is no text in the message to edit"),
    (edit(reply_markup={"keyboard": [["a"]]}), "inline keyboard expected"),
    (
        ("editMessageCaption", {"chat_id": SELLER, "message_id": "TEXT", "caption": "x"}),
        "there is no caption in the message to edit",
    ),
    # text
    (send(text=""), "message text is empty"),
    (("sendMessage", {"chat_id": SELLER}), "message text is empty"),
    (send(text=" \n "), "text must be non-empty"),
    (html("<b> </b>"), "text must be non-empty"),
    (send(text="я" * 4097), "message is too long"),
    (html("<b>" + "я" * 4097 + "</b>"), "message is too long"),
    (send(text="a" * 32769), "text is too long"),
    (edit(text="я" * 4097), "message is too long"),
    (
        ("sendDocument", {"chat_id": SELLER, "document": "DOCUMENT_FILE", "caption": "я" * 1025}),
        "message caption is too long",
    ),
    # markup languages
    (html("<b>x"), "can't parse entities: Can't find end tag corresponding to start tag \"b\""),
    (html("я<x>"), 'can\'t parse entities: Unsupported start tag "x" at byte offset 2'),
    (
        html("<b>x</i>"),
        'can\'t parse entities: Unmatched end tag at byte offset 4, expected "</b>", found "</i>"',
    ),
    (html("x</b>"), "can't parse entities: Unexpected end tag at byte offset 1"),
    (html("<b"), "can't parse entities: Unclosed start tag at byte offset 0"),
    (html("<span>x</span>"), 'can\'t parse entities: Tag "span" must have class "tg-spoiler" at byte offset 0'),
    (
        markdown("1."),
        "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    ),
    (markdown("я *x"), "can't parse entities: Can't find end of Bold entity at byte offset 3"),
    (markdown("`x"), "can't parse entities: Can't find end of Code entity at byte offset 0"),
    (markdown("[x](http://a.b"), "can't parse entities: Can't find end of a URL at byte offset 4"),
    (
        send(text="*x", parse_mode="Markdown"),
        "can't parse entities: Can't find end of the entity starting at byte offset 0",
    ),
    (send(parse_mode="BBCode"), "unsupported parse_mode"),
    # keyboards
    (send(reply_markup=button(callback_data="d" * 65)), "BUTTON_DATA_INVALID"),
    (send(reply_markup=button(callback_data="я" * 33)), "BUTTON_DATA_INVALID"),
    (
        send(reply_markup=button()),
        "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ),
    (send(reply_markup=button(callback_data="")), "BUTTON_DATA_INVALID"),
    (
        send(reply_markup=inline([{"callback_data": "x"}])),
        "can't parse inline keyboard button: Can't find field \"text\"",
    ),
    (
        send(reply_markup=button(copy_text="x")),
        'can\'t parse inline keyboard button: Field "copy_text" must be of type Object',
    ),
    (send(reply_markup=button(copy_text={"text": "я" * 257})), "BUTTON_COPY_TEXT_INVALID"),
    (send(reply_markup={"inline_keyboard": None}), 'field "inline_keyboard" must be of type Array'),
    (send(reply_markup="{"), "can't parse reply keyboard markup JSON object"),
    (send(reply_markup="[]"), "object expected as reply markup"),
    (send(reply_markup=inline(*[[{"text": "x", "callback_data": "x"}]] * 101)), "reply markup is too long"),
    (send(reply_markup=inline([{"text": "x", "callback_data": "x"}] * 9)), "reply markup is too long"),
    (send(reply_markup=inline(*[[{"text": "x" * 300, "callback_data": "x"}]] * 40)), "reply markup is too long"),
    (
        send(reply_markup=button(web_app={"url": "http://crm.example/app"})),
        "inline keyboard button Web App URL 'http://crm.example/app' is invalid: Only HTTPS links are allowed",
    ),
    (send(chat_id="GROUP", reply_markup=button(web_app={"url": "https://crm.example/"})), "BUTTON_TYPE_INVALID"),
    (
        send(reply_markup=button(url="http://localhost")),
        "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
    ),
    (
        send(chat_id="GROUP", reply_markup={"keyboard": [[{"text": "Phone", "request_contact": True}]]}),
        "phone number can be requested in private chats only",
    ),
    # targets
    (send(reply_parameters={"message_id": 999}), "message to be replied not found"),
    (send(reply_to_message_id="DELETED"), "message to be replied not found"),
    (("deleteMessage", {"chat_id": SELLER, "message_id": 999}), "message to delete not found"),
    (("deleteMessage", {"chat_id": SELLER, "message_id": "DELETED"}), "message to delete not found"),
    (("deleteMessage", {"chat_id": "PLAIN", "message_id": "PLAIN_THEIRS"}), "message can't be deleted"),
    (("copyMessage", {"chat_id": SELLER, "from_chat_id": SELLER, "message_id": 999}), "message to copy not found"),
    (
        ("forwardMessage", {"chat_id": SELLER, "from_chat_id": SELLER, "message_id": 999}),
        "message to forward not found",
    ),
    (("sendMessage", {"text": "x"}), "chat_id is empty"),
    (send(chat_id=123), "chat not found"),
    (send(chat_id="@nobody"), "chat not found"),
    (("sendChatAction", {"chat_id": SELLER, "action": "dancing"}), "wrong parameter action in request"),
    # taps
    (("answerCallbackQuery", {"callback_query_id": "1"}), TOO_OLD),
    (("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}), "MESSAGE_TOO_LONG"),
    # values of a wrong shape
    (send(entities=[1]), "can't parse MessageEntity"),
    (send(entities={}), "expected an Array of MessageEntity"),
    (send(text="\ud800"), "can't parse request JSON object"),
    (send(chat_id="9" * 30), "chat not found"),
    (("deleteMessages", {"chat_id": SELLER, "message_ids": [{}]}), "message identifiers must be numbers"),
    (("deleteMessages", {"chat_id": SELLER, "message_ids": []}), "message identifiers are not specified"),
    # topics
    (send(chat_id="FORUM", message_thread_id=1), "message thread not found"),
    (send(chat_id="FORUM", message_thread_id=999), "message thread not found"),
    (("createForumTopic", {"chat_id": "GROUP", "name": "x"}), "the chat is not a forum"),
    (("createForumTopic", {"chat_id": "FORUM", "name": " "}), "title must be non-empty"),
    (("createForumTopic", {"chat_id": "FORUM", "name": "я" * 129}), "title is too long"),
    (
        ("editForumTopic", {"chat_id": "FORUM", "message_thread_id": "TOPIC", "name": "я" * 129}),
        "title is too long",
    ),
    (("closeForumTopic", {"chat_id": "FORUM", "message_thread_id": 999}), "message thread not found"),
    (("reopenForumTopic", {"chat_id": "FORUM", "message_thread_id": "TOPIC"}), "TOPIC_NOT_MODIFIED"),
    # files
    (album(*["document"] * 11), "too many messages to send as an album"),
    (album(), "there are no messages to send"),
    (album("document", "photo"), "document can't be mixed with other media types"),
    (album("audio", "video"), "audio can't be mixed with other media types"),
    (("getFile", {"file_id": "unknown"}), "invalid file_id"),
    (("getFile", {"file_id": "HUGE_FILE"}), "file is too big"),
    (("sendPhoto", {"chat_id": SELLER, "photo": "unknown"}), "wrong file identifier/HTTP URL specified"),
    (("sendPhoto", {"chat_id": SELLER}), "there is no photo in the request"),
    (("sendDocument", {"chat_id": SELLER}), "there is no document in the request"),
    # commands
    (commands(("Help", "x")), "BOT_COMMAND_INVALID"),
    (commands(("помощь", "x")), "BOT_COMMAND_INVALID"),
    (commands(("a" * 33, "x")), "command length must not exceed 32"),
    (commands(("help", " ")), "command description must be non-empty"),
    (commands(("help", "x" * 257)), "command description length must not exceed 256"),
    (commands(*[(f"c{number}", "x") for number in range(101)]), "BOT_COMMANDS_TOO_MUCH"),
    (commands(("help", "x"), scope={"type": "chat", "chat_id": 123}), "chat not found"),
    # inline mode
    (
        ("answerInlineQuery", {"inline_query_id": "1", "results": [{"id": str(number)} for number in range(51)]}),
        "too many inline query results specified",
    ),
    (("answerInlineQuery", {"inline_query_id": "1", "results": []}), TOO_OLD),
    # webhook
    (("setWebhook", {"url": "https://127.0.0.1/x", "secret_token": "x" * 257}), "secret token is too long"),
    (
        ("setWebhook", {"url": "https://127.0.0.1/x", "secret_token": "no spaces"}),
        "secret token contains unallowed characters",
    ),
    (("setWebhook", {"url": "http://crm.example/x"}), "bad webhook: An HTTPS URL must be provided for webhook"),
    (
        ("setWebhook", {"url": "https://crm.example:444/x"}),
        "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    (
        (
            "setMessageReaction",
            {"chat_id": SELLER, "message_id": "TEXT", "reaction": [{"type": "emoji", "emoji": "x"}]},
        ),
        "REACTION_INVALID",
    ),
    (("getUpdates", {"allowed_updates": "["}), "can't parse allowed_updates JSON object"),
]


@pytest.mark.parametrize(("call", "description"), REFUSED, ids=[f"{call[0]}: {text}"[:70] for call, text in REFUSED])
async def test_a_bad_request_is_refused_in_telegrams_words(
    place: tuple[Telegram, dict[str, Any]], call: tuple[str, dict[str, Any]], description: str
) -> None:
    telegram, names = place
    method, params = call
    assert await telegram.refusal(method, **named(params, names)) == (400, f"Bad Request: {description}")


@pytest.mark.parametrize(
    ("chat", "description"),
    [
        ("BLOCKER", "Forbidden: bot was blocked by the user"),
        ("GONE", "Forbidden: user is deactivated"),
        (NEWCOMER, "Forbidden: bot can't initiate conversation with a user"),
    ],
)
async def test_a_person_who_can_not_be_written_to_is_403(
    place: tuple[Telegram, dict[str, Any]], chat: Any, description: str
) -> None:
    telegram, names = place
    assert await telegram.refusal("sendMessage", chat_id=names.get(chat, chat), text="x") == (403, description)


ACCEPTED: list[tuple[str, dict[str, Any]]] = [
    send(text="я" * 4096),
    html("<b>" + "я" * 4096 + "</b>"),
    send(reply_markup=button(callback_data="d" * 64)),
    send(reply_markup=button(web_app={"url": "http://127.0.0.1:8080/app"})),
    send(reply_markup=inline(*[[{"text": "x", "callback_data": "x"}]] * 100)),
    send(chat_id="GROUP", message_thread_id=999),
    send(chat_id="FORUM", message_thread_id="TOPIC"),
    send(reply_parameters={"message_id": 999, "allow_sending_without_reply": True}),
    album("document"),
    ("setMyCommands", {}),
    commands(("/help", "once"), ("help", "twice")),
]


@pytest.mark.parametrize("call", ACCEPTED, ids=[str(index) for index in range(len(ACCEPTED))])
async def test_what_lies_on_the_edge_is_taken(
    place: tuple[Telegram, dict[str, Any]], call: tuple[str, dict[str, Any]]
) -> None:
    telegram, names = place
    await telegram.done(call[0], **named(call[1], names))


async def test_a_button_without_text_is_skipped_and_of_two_actions_one_wins(
    place: tuple[Telegram, dict[str, Any]],
) -> None:
    telegram, _ = place
    rows = inline([{"text": "", "callback_data": "x"}, {"text": "Go", "callback_data": "x", "url": "http://a.io"}])
    message = await telegram.done("sendMessage", chat_id=SELLER, text="x", reply_markup=rows)
    assert message["reply_markup"] == inline([{"text": "Go", "url": "http://a.io/"}])


@pytest.mark.parametrize(
    ("kind", "size", "answer"),
    [
        ("photo", 10 * 1024 * 1024 + 1, (413, "Request Entity Too Large")),
        ("document", 50 * 1024 * 1024 + 1, (413, "Request Entity Too Large")),
        ("document", 0, (400, "Bad Request: file must be non-empty")),
        ("photo", 10, (400, "Bad Request: IMAGE_PROCESS_FAILED")),
    ],
)
async def test_an_upload_that_telegram_does_not_take_is_refused(
    place: tuple[Telegram, dict[str, Any]], kind: str, size: int, answer: tuple[int, str]
) -> None:
    telegram, _ = place
    body = await telegram.call(f"send{kind.capitalize()}", {kind: ("a.bin", b"x" * size)}, chat_id=SELLER)
    assert (body["error_code"], body["description"]) == answer


async def test_commands_are_kept_without_slash_and_the_last_duplicate_wins(
    place: tuple[Telegram, dict[str, Any]],
) -> None:
    telegram, _ = place
    await telegram.done(
        "setMyCommands", commands=json.dumps([{"command": "/help", "description": "x"}] * 2), language_code="de"
    )
    assert await telegram.done("getMyCommands", language_code="de") == [{"command": "help", "description": "x"}]


@pytest.mark.parametrize(
    ("path", "status", "description"),
    [
        ("bot123/getMe", 401, "Unauthorized: invalid token specified"),
        ("bot8100000001:another-token-of-the-right-shape/getMe", 401, "Unauthorized"),
        ("botTOKEN/dance", 404, "Not Found: method not found"),
        ("botTOKEN", 404, "Not Found"),
        ("nowhere", 404, "Not Found"),
        ("file/botTOKEN/documents/none.txt", 404, "Not Found"),
    ],
)
async def test_a_wrong_address_is_refused(
    place: tuple[Telegram, dict[str, Any]], path: str, status: int, description: str
) -> None:
    telegram, _ = place
    token = "8100000001:sandbox-local-token-not-a-secret-000"
    async with telegram.http.get(f"{telegram.url}/{path.replace('TOKEN', token)}") as response:
        assert response.status == status
        assert await response.json() == {"ok": False, "error_code": status, "description": description}


async def test_a_photo_with_a_real_image_is_taken(place: tuple[Telegram, dict[str, Any]]) -> None:
    telegram, _ = place
    message = await telegram.done("sendPhoto", {"photo": ("a.png", PNG)}, chat_id=SELLER)
    assert (message["photo"][-1]["width"], message["photo"][-1]["file_size"]) == (1, len(PNG))


def named(params: dict[str, Any], names: dict[str, Any]) -> dict[str, Any]:
    """Replaces the capital names of the table, in lists of media too."""
    replaced = {key: names.get(value, value) if isinstance(value, str) else value for key, value in params.items()}
    if "media" in replaced:
        replaced["media"] = [{**item, "media": names[item["media"]]} for item in replaced["media"]]
    return replaced
