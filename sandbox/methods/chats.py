"""What the bot may learn of chats and their members; pins; leaving."""

from typing import Any

from sandbox.call import Call
from sandbox.directory import Chat, Group, Person
from sandbox.errors import bad_request
from sandbox.methods.registry import api_method
from sandbox.methods.targets import find_chat, target_message, writable_chat
from sandbox.world import World

_GIFTS = {
    "unlimited_gifts": True,
    "limited_gifts": True,
    "unique_gifts": True,
    "premium_subscription": True,
    "gifts_from_channels": True,
}
_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)
_WITHHELD = {"can_be_edited", "is_anonymous", "can_promote_members"}


@api_method("getChat")
def get_chat(world: World, call: Call) -> dict[str, Any]:
    chat = find_chat(world, call)
    full = chat.as_chat() | {"accent_color_id": chat.id % 7, "max_reaction_count": 11, "accepted_gift_types": _GIFTS}
    pinned = world.messages.pinned(chat.id)
    message = world.messages.find_live(chat.id, pinned) if pinned else None
    return full | ({"pinned_message": message.body} if message else {})


@api_method("getChatMemberCount")
def get_chat_member_count(world: World, call: Call) -> int:
    return len(world.directory.members(_reachable(world, call).id)) + 1


@api_method("getChatMember")
def get_chat_member(world: World, call: Call) -> dict[str, Any]:
    chat = _reachable(world, call)
    user_id = call.integer("user_id")
    if user_id == world.bot["id"]:
        return _bot_as_member(world, chat)
    person = world.directory.person(user_id)
    if person is None:
        raise bad_request("user not found")
    return {"user": person.as_user(), "status": "member" if user_id in world.directory.members(chat.id) else "left"}


@api_method("getChatAdministrators")
def get_chat_administrators(world: World, call: Call) -> list[dict[str, Any]]:
    """The first member of a group counts as its owner."""
    chat = _reachable(world, call)
    if isinstance(chat, Person):
        raise bad_request("there are no administrators in the private chat")
    owner = next((world.directory.person(user_id) for user_id in world.directory.members(chat.id)), None)
    owners = [{"user": owner.as_user(), "status": "creator", "is_anonymous": False}] if owner else []
    return owners + ([_bot_as_member(world, chat)] if chat.bot_status == "administrator" else [])


@api_method("leaveChat")
def leave_chat(world: World, call: Call) -> bool:
    chat = _reachable(world, call)
    if isinstance(chat, Person):
        raise bad_request("chat member status can't be changed in private chats")
    world.directory.set_bot_status(chat.id, "left")
    return True


@api_method("pinChatMessage")
def pin_chat_message(world: World, call: Call) -> bool:
    chat, message = target_message(world, call, "pin")
    _check_may_pin(chat)
    world.messages.pin(chat.id, message.id)
    return True


@api_method("unpinChatMessage")
def unpin_chat_message(world: World, call: Call) -> bool:
    """Without a message the most recent pin goes."""
    chat = writable_chat(world, call)
    _check_may_pin(chat)
    message_id = call.integer("message_id")
    if message_id and world.messages.find_live(chat.id, message_id) is None:
        raise bad_request("message to unpin not found")
    world.messages.unpin(chat.id, message_id or None)
    return True


def _reachable(world: World, call: Call) -> Chat:
    chat = find_chat(world, call)
    return writable_chat(world, call) if isinstance(chat, Group) else chat


def _check_may_pin(chat: Chat) -> None:
    if isinstance(chat, Group) and chat.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")


def _bot_as_member(world: World, chat: Chat) -> dict[str, Any]:
    if isinstance(chat, Person) or chat.bot_status != "administrator":
        return {"user": world.bot, "status": "member"}
    rights = {right: right not in _WITHHELD for right in _RIGHTS}
    return {"user": world.bot, "status": "administrator", **rights}
