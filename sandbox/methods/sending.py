"""Messages without files: text, contact, location, chat action."""

from typing import Any

from sandbox.call import Call
from sandbox.directory import Chat, Person
from sandbox.errors import bad_request
from sandbox.markup import Markup, read_markup
from sandbox.methods.content import read_text
from sandbox.methods.registry import api_method
from sandbox.methods.targets import read_reply, read_thread, writable_chat
from sandbox.world import World

BAD_MARKUP = "can't parse reply keyboard markup JSON object"
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


@api_method("sendMessage")
def send_message(world: World, call: Call) -> dict[str, Any]:
    content = read_text(world, call)
    preview = call.object("link_preview_options", "can't parse link preview options JSON object")
    if preview:
        content["link_preview_options"] = preview
    return send(world, call, content)


@api_method("sendContact")
def send_contact(world: World, call: Call) -> dict[str, Any]:
    phone, first_name = call.text("phone_number").strip(), call.text("first_name").strip()
    if not phone:
        raise bad_request("Phone number must be non-empty")
    if not first_name:
        raise bad_request("First name must be non-empty")
    optional = {name: call.text(name) for name in ("last_name", "vcard") if call.text(name)}
    return send(world, call, {"contact": {"phone_number": phone, "first_name": first_name, **optional}})


@api_method("sendLocation")
def send_location(world: World, call: Call) -> dict[str, Any]:
    try:
        location = {name: float(call.text(name)) for name in ("latitude", "longitude")}
    except ValueError:
        raise bad_request("latitude and longitude must be numbers") from None
    if abs(location["latitude"]) > 90 or abs(location["longitude"]) > 180:
        raise bad_request("Wrong location specified")
    return send(world, call, {"location": location})


@api_method("sendChatAction")
def send_chat_action(world: World, call: Call) -> bool:
    chat = writable_chat(world, call)
    action = call.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("Wrong parameter action in request")
    world.events.publish("typing", chat=chat.id, action=action)
    return True


def send(world: World, call: Call, content: dict[str, Any]) -> dict[str, Any]:
    """Posts checked content to the call's chat with its keyboard, topic and reply."""
    chat = writable_chat(world, call)
    markup = read_call_markup(call, chat)
    world.flood.admit(chat.id)
    body = {**addressing(world, call, chat), **content, **common_fields(call)}
    if markup.inline:
        body["reply_markup"] = markup.inline
    return world.post_from_bot(chat, body, keyboard=markup.reply)


def read_call_markup(call: Call, chat: Chat) -> Markup:
    return read_markup(call.object("reply_markup", BAD_MARKUP), private=isinstance(chat, Person))


def addressing(world: World, call: Call, chat: Chat) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if thread_id := read_thread(world, call, chat):
        fields |= {"message_thread_id": thread_id, "is_topic_message": True}
    if reply := read_reply(world, call, chat):
        fields["reply_to_message"] = reply
    return fields


def common_fields(call: Call) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if call.flag("protect_content"):
        fields["has_protected_content"] = True
    if call.text("message_effect_id"):
        fields["effect_id"] = call.text("message_effect_id")
    return fields
