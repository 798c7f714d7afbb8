"""Who is speaking: the numeric id of the sender in a private chat, and nothing else."""

from typing import Any

import pytest
from sqlalchemy import func, select

from models.event import EventRow
from models.inbox import InboxState, InboxUpdate
from models.outgoing import Outgoing
from tests.harness import BOT_ID, NOON, Play
from tests.people import ADMIN, SELLER, STRANGER

AT = int(NOON.timestamp())
GROUP = {"id": -1001234567890, "type": "supergroup", "title": "Team"}
CHANNEL = {"id": -1009876543210, "type": "channel", "title": "News"}
ADMIN_USER = {"id": ADMIN.telegram_id, "is_bot": False, "first_name": "Olha"}
STRANGER_USER = {"id": STRANGER.telegram_id, "is_bot": False, "first_name": "Anna", "language_code": "en"}
ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL_BOT = {"id": 136817688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
OTHER_BOT = {"id": 8100000099, "is_bot": True, "first_name": "Other"}


def private(sender: dict[str, Any], **content: Any) -> dict[str, Any]:
    chat = {"id": sender["id"], "type": "private", "first_name": sender["first_name"]}
    return {"message_id": 1, "date": AT, "chat": chat, "from": sender, **content}


def in_chat(chat: dict[str, Any], **content: Any) -> dict[str, Any]:
    return {"message_id": 1, "date": AT, "chat": chat, **content}


def tap(sender: dict[str, Any], message: dict[str, Any] | None) -> dict[str, Any]:
    shown = {"message": message} if message else {"inline_message_id": "AAA"}
    return {"id": "77", "from": sender, "chat_instance": "1", "data": "invite.new:", **shown}


SHAPES: dict[str, dict[str, Any]] = {
    "anonymous admin of a group": {
        "message": in_chat(GROUP, **{"from": ANONYMOUS, "sender_chat": GROUP}, text="/users")
    },
    "channel that writes in a group": {
        "message": in_chat(GROUP, **{"from": CHANNEL_BOT, "sender_chat": CHANNEL}, text="/users")
    },
    "post of a channel": {"channel_post": in_chat(CHANNEL, sender_chat=CHANNEL, text="/users")},
    "admin in a group": {"message": in_chat(GROUP, **{"from": ADMIN_USER}, text="/users")},
    "message without a sender": {"message": in_chat(GROUP, text="/users")},
    "another bot": {"message": private(OTHER_BOT, text="/users")},
    "stranger by way of a bot": {"message": private(STRANGER_USER, via_bot=OTHER_BOT, text="/users")},
    "stranger who forwards the admin": {
        "message": private(
            STRANGER_USER,
            forward_origin={"type": "user", "date": AT, "sender_user": ADMIN_USER},
            text="/users",
        )
    },
    "stranger with the admin's name": {
        "message": private({**STRANGER_USER, "first_name": "Olha", "username": "olha_admin"}, text="/users")
    },
    "stranger who shares the admin's contact": {
        "message": private(
            STRANGER_USER, contact={"phone_number": "+79990000001", "first_name": "Olha", "user_id": ADMIN.telegram_id}
        )
    },
    "stranger who replies to the admin": {
        "message": private(STRANGER_USER, reply_to_message=private(ADMIN_USER, text="/users"), text="/users")
    },
    "business message": {"business_message": private(ADMIN_USER, business_connection_id="b", text="/users")},
    "tap of a stranger": {"callback_query": tap(STRANGER_USER, private(STRANGER_USER, text="…"))},
    "tap of a stranger on the admin's message": {"callback_query": tap(STRANGER_USER, private(ADMIN_USER, text="…"))},
    "tap of the admin in a group": {"callback_query": tap(ADMIN_USER, in_chat(GROUP, text="…"))},
    "tap of a bot": {"callback_query": tap(OTHER_BOT, private(OTHER_BOT, text="…"))},
    "edited message of a stranger": {
        "edited_message": private(STRANGER_USER, edit_date=AT, text="/users"),
    },
    "inline query of a stranger": {
        "inline_query": {"id": "1", "from": STRANGER_USER, "query": "/users", "offset": ""},
    },
}


@pytest.mark.parametrize("shape", SHAPES)
async def test_only_a_private_chat_with_the_person_himself_has_his_rights(play: Play, shape: str) -> None:
    await play.give(SHAPES[shape], STRANGER)
    for sender in (
        ADMIN.telegram_id,
        ANONYMOUS["id"],
        CHANNEL_BOT["id"],
        OTHER_BOT["id"],
        GROUP["id"],
        CHANNEL["id"],
        0,
    ):
        while await play.worker._next(sender) is not None:
            pass
    await play.deliver()
    states = (await play.read(lambda session: session.execute(select(InboxUpdate.state)))).scalars().all()
    assert states == [InboxState.DONE]
    events = select(func.count()).select_from(EventRow)
    assert (await play.read(lambda session: session.execute(events))).scalar_one() == 0
    payloads = (await play.read(lambda session: session.execute(select(Outgoing.payload)))).scalars().all()
    assert "People" not in str(payloads)
    assert "New invitation" not in str(payloads)


async def test_the_same_words_from_the_person_himself_work(play: Play) -> None:
    assert "People" in (await play.say(ADMIN, "/users")).text
    assert BOT_ID not in play.chats
    assert "недоступно" in (await play.say(SELLER, "/users")).text
