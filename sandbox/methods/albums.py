"""sendMediaGroup."""

import secrets
from typing import Any

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.methods.content import caption_fields
from sandbox.methods.media import media_fields, take_file
from sandbox.methods.registry import api_method
from sandbox.methods.sending import addressing, common_fields
from sandbox.methods.targets import writable_chat
from sandbox.world import World

_KINDS = ("photo", "video", "document", "audio")
_ALONE = ("document", "audio")
MAX_ITEMS = 10


@api_method("sendMediaGroup")
def send_media_group(world: World, call: Call) -> list[dict[str, Any]]:
    """A single item is sent without a group, as Telegram does."""
    items = _read_items(call)
    contents = [_content(world, call, item) for item in items]
    chat = writable_chat(world, call)
    world.flood.admit(chat.id, cost=len(items))
    shared = {**addressing(world, call, chat), **common_fields(call)}
    if len(items) > 1:
        shared["media_group_id"] = str(secrets.randbits(53))
    return [world.post_from_bot(chat, {**shared, **content}) for content in contents]


def _read_items(call: Call) -> list[dict[str, Any]]:
    items = call.object("media", "can't parse media JSON object")
    if items is None:
        raise bad_request("there are no messages to send")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if len(items) > MAX_ITEMS:
        raise bad_request("too many messages to send as an album")
    if not items:
        raise bad_request("there are no messages to send")
    kinds = {_kind(item) for item in items}
    for alone in _ALONE:
        if alone in kinds and len(kinds) > 1:
            raise bad_request(f"{alone.capitalize()} can't be mixed with other media types")
    return items


def _kind(item: Any) -> str:
    kind = item.get("type") if isinstance(item, dict) else None
    if kind not in _KINDS:
        raise bad_request("can't parse InputMedia: type of the media is unsupported in an album")
    return str(kind)


def _content(world: World, call: Call, item: dict[str, Any]) -> dict[str, Any]:
    file = take_file(world, call, item["type"], str(item.get("media") or ""))
    caption = caption_fields(
        world, str(item.get("caption") or ""), str(item.get("parse_mode") or ""), item.get("caption_entities")
    )
    return media_fields(file) | caption
