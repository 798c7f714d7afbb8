"""Forwarding and copying messages."""

from typing import Any

from sandbox.call import Call
from sandbox.directory import Chat
from sandbox.errors import bad_request
from sandbox.messages import StoredMessage
from sandbox.methods.content import read_caption
from sandbox.methods.registry import api_method
from sandbox.methods.sending import addressing, common_fields, read_call_markup
from sandbox.methods.targets import find_chat, read_message_ids, writable_chat
from sandbox.world import World

_CONTENT = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "document",
    "voice",
    "audio",
    "video",
    "sticker",
    "contact",
    "location",
    "link_preview_options",
)


@api_method("forwardMessage")
def forward_message(world: World, call: Call) -> dict[str, Any]:
    source = _source(world, call, call.integer("message_id"), "forward")
    chat = writable_chat(world, call)
    world.flood.admit(chat.id)
    return world.post_from_bot(chat, _forwarded(world, call, chat, source))


@api_method("forwardMessages")
def forward_messages(world: World, call: Call) -> list[dict[str, int]]:
    """Messages that can't be found are skipped."""
    chat, sources = _several(world, call, "forward")
    return _post_all(world, chat, [_forwarded(world, call, chat, source) for source in sources])


@api_method("copyMessage")
def copy_message(world: World, call: Call) -> dict[str, int]:
    """A caption and a keyboard of its own may be given."""
    source = _source(world, call, call.integer("message_id"), "copy")
    chat = writable_chat(world, call)
    markup = read_call_markup(call, chat)
    content = _content(source)
    if "caption" in call.params and "text" not in content:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= read_caption(world, call)
    if markup.inline:
        content["reply_markup"] = markup.inline
    world.flood.admit(chat.id)
    body = {**addressing(world, call, chat), **content, **common_fields(call)}
    return {"message_id": world.post_from_bot(chat, body, keyboard=markup.reply)["message_id"]}


@api_method("copyMessages")
def copy_messages(world: World, call: Call) -> list[dict[str, int]]:
    """Messages that can't be found are skipped."""
    chat, sources = _several(world, call, "copy")
    return _post_all(world, chat, [{**addressing(world, call, chat), **_content(source)} for source in sources])


def _post_all(world: World, chat: Chat, contents: list[dict[str, Any]]) -> list[dict[str, int]]:
    return [{"message_id": world.post_from_bot(chat, content)["message_id"]} for content in contents]


def _forwarded(world: World, call: Call, chat: Chat, source: StoredMessage) -> dict[str, Any]:
    origin = source.body.get("forward_origin") or {
        "type": "user",
        "sender_user": source.body["from"],
        "date": source.body["date"],
    }
    return {**addressing(world, call, chat), **_content(source), "forward_origin": origin}


def _several(world: World, call: Call, action: str) -> tuple[Chat, list[StoredMessage]]:
    ids = read_message_ids(call)
    origin = find_chat(world, call, "from_chat_id")
    found = [message for message_id in ids if (message := world.messages.find_live(origin.id, message_id))]
    if not found:
        raise bad_request(f"there are no messages to {action}")
    chat = writable_chat(world, call)
    world.flood.admit(chat.id, cost=len(found))
    return chat, found


def _source(world: World, call: Call, message_id: int, action: str) -> StoredMessage:
    chat = find_chat(world, call, "from_chat_id")
    message = world.messages.find_live(chat.id, message_id)
    if message is None:
        raise bad_request(f"message to {action} not found")
    if message.body.get("has_protected_content"):
        raise bad_request(f"message can't be {'copied' if action == 'copy' else 'forwarded'}")
    return message


def _content(source: StoredMessage) -> dict[str, Any]:
    content = {key: source.body[key] for key in _CONTENT if key in source.body}
    if not content:
        raise bad_request("message can't be copied")
    return content
