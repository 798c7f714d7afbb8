"""Text and captions of a call."""

from typing import Any

from sandbox.call import Call
from sandbox.entities import Formatted, format_text
from sandbox.errors import bad_request
from sandbox.jsontext import to_integer
from sandbox.world import World

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_RAW_LIMIT = 32_768
_BAD_ENTITIES = "can't parse entities JSON object"


def read_text(world: World, call: Call) -> dict[str, Any]:
    """Returns `text` and `entities` of a message. Raises ApiError 400."""
    source = call.text("text")
    if not source:
        raise bad_request("message text is empty")
    formatted = _format(world, source, call.text("parse_mode"), call.object("entities", _BAD_ENTITIES))
    if not formatted.text.strip():
        raise bad_request("text must be non-empty")
    if len(formatted.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return _fields("text", "entities", formatted)


def read_caption(world: World, call: Call) -> dict[str, Any]:
    """Returns `caption` and `caption_entities`, nothing without a caption. Raises ApiError 400."""
    entities = call.object("caption_entities", _BAD_ENTITIES)
    return caption_fields(world, call.text("caption"), call.text("parse_mode"), entities)


def caption_fields(world: World, source: str, parse_mode: str, entities: Any) -> dict[str, Any]:
    if not source:
        return {}
    formatted = _format(world, source, parse_mode, entities)
    if len(formatted.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return _fields("caption", "caption_entities", formatted) if formatted.text else {}


def _format(world: World, source: str, parse_mode: str, entities: Any) -> Formatted:
    if len(source.encode()) > _RAW_LIMIT:
        raise bad_request("text is too long")
    check_entities(entities)
    formatted = format_text(source, parse_mode=parse_mode, entities=entities)
    return Formatted(formatted.text, [item for item in formatted.entities if _knows_user(world, item)])


def check_entities(entities: Any) -> None:
    """Raises ApiError 400 for what is not a list of message entities."""
    if entities is None:
        return
    if not isinstance(entities, list):
        raise bad_request("expected an Array of MessageEntity")
    if not all(map(_is_entity, entities)):
        raise bad_request("can't parse MessageEntity")


def _is_entity(raw: Any) -> bool:
    if not isinstance(raw, dict) or not isinstance(raw.get("type"), str):
        return False
    if not isinstance(raw.get("offset"), int) or not isinstance(raw.get("length"), int):
        return False
    match raw["type"]:
        case "text_link":
            return isinstance(raw.get("url"), str)
        case "text_mention":
            return isinstance(raw.get("user"), dict) and to_integer(raw["user"].get("id")) is not None
        case "custom_emoji":
            return isinstance(raw.get("custom_emoji_id"), str)
    return True


def _knows_user(world: World, entity: dict[str, Any]) -> bool:
    """Completes a mention by id; one of an unknown person is dropped, as in Telegram."""
    if entity["type"] != "text_mention":
        return True
    person = world.directory.person(int(entity["user"]["id"]))
    if person:
        entity["user"] = person.as_user()
    return person is not None


def _fields(text_name: str, entities_name: str, formatted: Formatted) -> dict[str, Any]:
    fields: dict[str, Any] = {text_name: formatted.text}
    if formatted.entities:
        fields[entities_name] = formatted.entities
    return fields
