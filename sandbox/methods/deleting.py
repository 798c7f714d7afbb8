"""Deleting messages."""

from sandbox.call import Call
from sandbox.directory import Chat, Group
from sandbox.errors import bad_request
from sandbox.messages import StoredMessage
from sandbox.methods.registry import api_method
from sandbox.methods.targets import read_message_ids, target_message, writable_chat
from sandbox.world import World

_DELETABLE_FOR = 48 * 3600


@api_method("deleteMessage")
def delete_message(world: World, call: Call) -> bool:
    chat, message = target_message(world, call, "delete")
    if refusal := _refusal(world, chat, message):
        raise bad_request(refusal)
    world.delete(chat.id, message.id)
    return True


@api_method("deleteMessages")
def delete_messages(world: World, call: Call) -> bool:
    """Messages that can't be found are skipped."""
    chat = writable_chat(world, call)
    ids = read_message_ids(call)
    found = [message for message_id in ids if (message := world.messages.find_live(chat.id, message_id))]
    for message in found:
        if refusal := _refusal(world, chat, message):
            raise bad_request(refusal)
    for message in found:
        world.delete(chat.id, message.id)
    return True


def _refusal(world: World, chat: Chat, message: StoredMessage) -> str | None:
    if isinstance(chat, Group) and chat.bot_status == "administrator":
        return None
    if isinstance(chat, Group) and message.from_id != world.bot["id"]:
        return "message can't be deleted"
    is_old = world.clock.now() - message.body["date"] > _DELETABLE_FOR
    return "message can't be deleted for everyone" if is_old else None
