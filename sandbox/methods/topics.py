"""Topics of a forum."""

import random
from typing import Any

from sandbox.call import Call
from sandbox.directory import Group
from sandbox.errors import bad_request
from sandbox.methods.registry import api_method
from sandbox.methods.targets import writable_chat
from sandbox.world import World

_COLOURS = (7322096, 16766590, 13338331, 9367192, 16749490, 16478047)
_TITLE_LIMIT = 128


@api_method("createForumTopic")
def create_topic(world: World, call: Call) -> dict[str, Any]:
    """The topic's id is the id of the service message that opens it."""
    forum = _managed_forum(world, call)
    name = _title(call)
    if not name:
        raise bad_request("Title must be non-empty")
    colour = call.integer("icon_color") or random.choice(_COLOURS)  # noqa: S311 - a colour, not a secret
    if colour not in _COLOURS:
        raise bad_request("topic icon color is invalid")
    emoji = call.text("icon_custom_emoji_id")
    topic: dict[str, Any] = {"name": name, "icon_color": colour}
    if emoji:
        topic["icon_custom_emoji_id"] = emoji
    thread_id = _service_message(world, forum, None, {"forum_topic_created": topic})
    world.store.run("INSERT INTO topics VALUES (?, ?, ?, ?, ?, 0)", forum.id, thread_id, name, colour, emoji)
    return {"message_thread_id": thread_id, **topic}


@api_method("editForumTopic")
def edit_topic(world: World, call: Call) -> bool:
    forum, thread_id, topic = _known_topic(world, call)
    name = _title(call) or topic["name"]
    emoji = call.text("icon_custom_emoji_id") if "icon_custom_emoji_id" in call.params else topic["icon_emoji"]
    if (name, emoji) == (topic["name"], topic["icon_emoji"]):
        raise bad_request("TOPIC_NOT_MODIFIED")
    world.store.run(
        "UPDATE topics SET name = ?, icon_emoji = ? WHERE chat_id = ? AND thread_id = ?",
        name,
        emoji,
        forum.id,
        thread_id,
    )
    _service_message(world, forum, thread_id, {"forum_topic_edited": {"name": name}})
    return True


@api_method("closeForumTopic")
def close_topic(world: World, call: Call) -> bool:
    return _set_closed(world, call, closed=True)


@api_method("reopenForumTopic")
def reopen_topic(world: World, call: Call) -> bool:
    return _set_closed(world, call, closed=False)


@api_method("deleteForumTopic")
def delete_topic(world: World, call: Call) -> bool:
    forum, thread_id, _ = _known_topic(world, call)
    for message in world.messages.list_thread(forum.id, thread_id):
        world.delete(forum.id, message.id)
    world.delete(forum.id, thread_id)
    world.store.run("DELETE FROM topics WHERE chat_id = ? AND thread_id = ?", forum.id, thread_id)
    return True


def _title(call: Call) -> str:
    title = call.text("name").strip()
    if len(title) > _TITLE_LIMIT:
        raise bad_request("Title is too long")
    return title


def _set_closed(world: World, call: Call, *, closed: bool) -> bool:
    forum, thread_id, topic = _known_topic(world, call)
    if bool(topic["closed"]) == closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    world.store.run("UPDATE topics SET closed = ? WHERE chat_id = ? AND thread_id = ?", closed, forum.id, thread_id)
    _service_message(world, forum, thread_id, {"forum_topic_closed" if closed else "forum_topic_reopened": {}})
    return True


def _managed_forum(world: World, call: Call) -> Group:
    chat = writable_chat(world, call)
    if not isinstance(chat, Group) or not chat.forum:
        raise bad_request("the chat is not a forum")
    if chat.bot_status != "administrator":
        raise bad_request("not enough rights to create a topic")
    return chat


def _known_topic(world: World, call: Call) -> tuple[Group, int, Any]:
    forum = _managed_forum(world, call)
    thread_id = call.integer("message_thread_id")
    topic = world.store.one("SELECT * FROM topics WHERE chat_id = ? AND thread_id = ?", forum.id, thread_id)
    if topic is None:
        raise bad_request("message thread not found")
    return forum, thread_id, topic


def _service_message(world: World, forum: Group, thread_id: int | None, content: dict[str, Any]) -> int:
    """Returns the message's id, which is the topic's when it opens one."""
    thread: dict[str, Any] = {"message_thread_id": thread_id, "is_topic_message": True} if thread_id else {}
    return int(world.post_from_bot(forum, {**thread, **content})["message_id"])
