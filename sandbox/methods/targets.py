"""Which chat, message and topic a call means."""

from typing import Any

from sandbox.call import Call
from sandbox.directory import Chat, Group, check_writable
from sandbox.errors import bad_request
from sandbox.jsontext import to_integer
from sandbox.messages import StoredMessage
from sandbox.world import World

MAX_MESSAGES = 100


def find_chat(world: World, call: Call, name: str = "chat_id") -> Chat:
    """Raises ApiError for a chat that is missing or unknown."""
    given = call.text(name).strip()
    if not given:
        raise bad_request("chat_id is empty")
    chat_id = to_integer(given)
    chat = None if chat_id is None else world.directory.chat(chat_id)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable_chat(world: World, call: Call) -> Chat:
    """Raises ApiError for a chat that the bot may not write to."""
    return check_writable(find_chat(world, call))


def target_message(world: World, call: Call, action: str) -> tuple[Chat, StoredMessage]:
    """`action` names what is refused: "message to <action> not found"."""
    chat = writable_chat(world, call)
    message = world.messages.find_live(chat.id, call.integer("message_id"))
    if message is None:
        raise bad_request(f"message to {action} not found")
    return chat, message


def read_message_ids(call: Call) -> list[int]:
    """Raises ApiError 400 for what is not a list of 1 to 100 numbers."""
    given = call.object("message_ids", "can't parse message identifiers JSON object")
    ids = [to_integer(item) for item in given] if isinstance(given, list) else []
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MAX_MESSAGES:
        raise bad_request("too many message identifiers specified")
    if None in ids:
        raise bad_request("message identifiers must be numbers")
    return [message_id for message_id in ids if message_id is not None]


def read_thread(world: World, call: Call, chat: Chat) -> int | None:
    """Returns the topic of a forum; a chat without topics ignores the id."""
    thread_id = call.integer("message_thread_id")
    if not thread_id or not isinstance(chat, Group) or not chat.forum:
        return None
    known = world.store.one("SELECT 1 FROM topics WHERE chat_id = ? AND thread_id = ?", chat.id, thread_id)
    if thread_id == 1 or known is None:
        raise bad_request("message thread not found")
    return thread_id


def read_reply(world: World, call: Call, chat: Chat) -> dict[str, Any] | None:
    """Returns the message replied to, without its own reply. Raises ApiError when it must exist and does not."""
    given = call.object("reply_parameters", "can't parse reply parameters JSON object")
    if not isinstance(given, dict):
        given = {
            "message_id": call.integer("reply_to_message_id"),
            "allow_sending_without_reply": call.flag("allow_sending_without_reply"),
        }
    message_id = to_integer(given.get("message_id"))
    if not message_id:
        return None
    found = world.messages.find_live(chat.id, message_id)
    if found is None and not given.get("allow_sending_without_reply"):
        raise bad_request("message to be replied not found")
    return as_reply(found) if found else None


def as_reply(message: StoredMessage) -> dict[str, Any]:
    return {key: value for key, value in message.body.items() if key != "reply_to_message"}
