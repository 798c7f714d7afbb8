"""Edits of the bot's own messages."""

from typing import Any

from sandbox.call import Call
from sandbox.directory import Chat, Person
from sandbox.errors import NOT_MODIFIED, bad_request
from sandbox.markup import read_inline_markup
from sandbox.messages import StoredMessage
from sandbox.methods.content import caption_fields, read_caption, read_text
from sandbox.methods.media import media_fields, take_file
from sandbox.methods.registry import api_method
from sandbox.methods.sending import BAD_MARKUP
from sandbox.methods.targets import target_message
from sandbox.world import World

MEDIA_KINDS = ("photo", "document", "audio", "video", "voice")


@api_method("editMessageText")
def edit_text(world: World, call: Call) -> dict[str, Any] | bool:
    content = read_text(world, call)
    preview = call.object("link_preview_options", "can't parse link preview options JSON object")
    if preview:
        content["link_preview_options"] = preview
    chat, message = _editable(world, call)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _apply(world, call, chat, message, content, replaces=("text", "entities", "link_preview_options"))


@api_method("editMessageCaption")
def edit_caption(world: World, call: Call) -> dict[str, Any] | bool:
    content = read_caption(world, call)
    chat, message = _editable(world, call)
    if not any(kind in message.body for kind in MEDIA_KINDS):
        raise bad_request("there is no caption in the message to edit")
    return _apply(world, call, chat, message, content, replaces=("caption", "caption_entities"))


@api_method("editMessageReplyMarkup")
def edit_reply_markup(world: World, call: Call) -> dict[str, Any] | bool:
    chat, message = _editable(world, call)
    return _apply(world, call, chat, message, {}, replaces=())


@api_method("editMessageMedia")
def edit_media(world: World, call: Call) -> dict[str, Any] | bool:
    media = call.object("media", "can't parse media JSON object")
    if not isinstance(media, dict) or media.get("type") not in MEDIA_KINDS:
        raise bad_request("can't parse InputMedia: expected an Object of a known type")
    chat, message = _editable(world, call)
    file = take_file(world, call, media["type"], str(media.get("media", "")))
    caption = caption_fields(
        world, str(media.get("caption") or ""), str(media.get("parse_mode") or ""), media.get("caption_entities")
    )
    replaces = (*MEDIA_KINDS, "text", "entities", "link_preview_options", "caption", "caption_entities")
    return _apply(world, call, chat, message, {**media_fields(file), **caption}, replaces=replaces)


def _editable(world: World, call: Call) -> tuple[Chat, StoredMessage]:
    chat, message = target_message(world, call, "edit")
    if message.from_id != world.bot["id"]:
        raise bad_request("message can't be edited")
    return chat, message


def _apply(
    world: World,
    call: Call,
    chat: Chat,
    message: StoredMessage,
    content: dict[str, Any],
    *,
    replaces: tuple[str, ...],
) -> dict[str, Any]:
    """An edit without a keyboard takes the old one away."""
    markup = read_inline_markup(call.object("reply_markup", BAD_MARKUP), private=isinstance(chat, Person))
    dropped = {*replaces, "reply_markup", "edit_date"}
    body = {key: value for key, value in message.body.items() if key not in dropped} | content
    if markup:
        body["reply_markup"] = markup
    if body == {key: value for key, value in message.body.items() if key != "edit_date"}:
        raise bad_request(NOT_MODIFIED)
    world.flood.admit(chat.id)
    message.body = {**body, "edit_date": int(world.clock.now())}
    message.edited = True
    world.save_edited(message)
    return message.body
