"""Keyboards that a bot sends, checked as the official server checks them."""

from dataclasses import dataclass
from typing import Any

from sandbox.entities.links import check_https, check_link
from sandbox.errors import ApiError, bad_request
from sandbox.jsontext import dump_json

MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_BYTES = 10_240
MAX_CALLBACK_BYTES = 64
STYLES = ("primary", "success", "danger")
_PLAIN_ACTIONS = ("callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat")
_LATER_ACTIONS = ("switch_inline_query_current_chat", "login_url", "web_app", "copy_text")
MAX_COPIED = 256
_KEYBOARD_FIELDS = ("resize_keyboard", "one_time_keyboard", "is_persistent", "selective", "input_field_placeholder")


class _UnreadableError(Exception):
    """A button that can't be parsed, in Telegram's words."""


@dataclass(frozen=True, slots=True)
class Markup:
    """At most one is set: `inline` travels with the message, `reply` replaces the person's keyboard."""

    inline: dict[str, Any] | None = None
    reply: dict[str, Any] | None = None


def read_markup(raw: Any, *, private: bool) -> Markup:
    """Raises ApiError 400 in Telegram's words."""
    if raw is None or raw == "":
        return Markup()
    if not isinstance(raw, dict):
        raise bad_request("Object expected as reply markup")
    if "inline_keyboard" in raw:
        rows = _rows(raw, "inline_keyboard")
        return Markup(inline=_inline_keyboard(rows, private=private))
    if "keyboard" in raw:
        return Markup(reply=_reply_keyboard(raw, private=private))
    if raw.get("remove_keyboard") or raw.get("force_reply"):
        return Markup(reply=raw)
    return Markup()


def read_inline_markup(raw: Any, *, private: bool) -> dict[str, Any] | None:
    """For edits, which take inline keyboards only."""
    markup = read_markup(raw, private=private)
    if markup.reply:
        raise bad_request("Inline keyboard expected")
    return markup.inline


def _rows(raw: dict[str, Any], field: str) -> list[list[Any]]:
    rows = raw[field]
    if not isinstance(rows, list):
        raise bad_request(f'Field "{field}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'Field "{field}" must be an Array of Arrays')
    return rows


def _inline_keyboard(rows: list[list[Any]], *, private: bool) -> dict[str, Any] | None:
    parsed = [[button for item in row if (button := _inline_button(item, private=private))] for row in rows]
    kept = [row for row in parsed if row]
    keyboard = {"inline_keyboard": kept}
    too_wide = any(len(row) > MAX_IN_ROW for row in kept)
    if too_wide or sum(map(len, kept)) > MAX_BUTTONS or len(dump_json(keyboard).encode()) > MAX_BYTES:
        raise bad_request("reply markup is too long")
    return keyboard if kept else None


def _inline_button(raw: Any, *, private: bool) -> dict[str, Any] | None:
    """Returns nothing for a button with an empty text, which Telegram skips silently."""
    try:
        button = _with_style(raw, {"text": _text_of(raw), **_inline_action(raw, private=private)})
    except _UnreadableError as error:
        raise bad_request(f"can't parse inline keyboard button: {error}") from None
    return button if button["text"].strip() else None


def _text_of(raw: Any) -> str:
    if not isinstance(raw, dict):
        raise _UnreadableError("InlineKeyboardButton must be an Object")
    if "text" not in raw:
        raise _UnreadableError('Can\'t find field "text"')
    if not isinstance(raw["text"], str):
        raise _UnreadableError('Field "text" must be of type String')
    return raw["text"]


def _inline_action(raw: dict[str, Any], *, private: bool) -> dict[str, Any]:
    """Of two actions the first in the official server's order wins."""
    if raw.get("url"):
        return {"url": _button_url(raw["url"])}
    if (data := raw.get("callback_data")) is not None:
        if not 1 <= len(str(data).encode()) <= MAX_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        return {"callback_data": str(data)}
    for action in _PLAIN_ACTIONS + _LATER_ACTIONS:
        if raw.get(action) is not None:
            return {action: _checked_action(action, raw[action], private=private)}
    raise _UnreadableError("Text buttons are unallowed in the inline keyboard")


def _checked_action(action: str, raw: Any, *, private: bool) -> Any:
    if action == "web_app":
        return _web_app(raw, private=private)
    return _copied(raw) if action == "copy_text" else raw


def _copied(raw: Any) -> dict[str, str]:
    if not isinstance(raw, dict):
        raise _UnreadableError('Field "copy_text" must be of type Object')
    copied = _text_of(raw)
    if not 1 <= len(copied) <= MAX_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": copied}


def _button_url(url: str) -> str:
    try:
        return check_link(url)
    except ValueError as error:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {error}") from None


def _web_app(raw: Any, *, private: bool) -> dict[str, str]:
    url = str(raw.get("url", "")) if isinstance(raw, dict) else ""
    try:
        checked = check_https(url)
    except ValueError as error:
        raise bad_request(f"inline keyboard button Web App URL '{url}' is invalid: {error}") from None
    if not private:
        raise bad_request("BUTTON_TYPE_INVALID")
    return {"url": checked}


def _with_style(raw: dict[str, Any], button: dict[str, Any]) -> dict[str, Any]:
    style = raw.get("style")
    if style and style not in STYLES:
        raise _UnreadableError("Invalid button style specified")
    extra = {key: raw[key] for key in ("style", "icon_custom_emoji_id") if raw.get(key)}
    return {**button, **extra}


def _reply_keyboard(raw: dict[str, Any], *, private: bool) -> dict[str, Any]:
    rows = [[_reply_button(item, private=private) for item in row] for row in _rows(raw, "keyboard")]
    options = {field: raw[field] for field in _KEYBOARD_FIELDS if raw.get(field)}
    keyboard = {"keyboard": [row for row in rows if row], **options}
    if sum(map(len, rows)) > 300:
        raise bad_request("reply markup is too long")
    return keyboard


def _reply_button(raw: Any, *, private: bool) -> dict[str, Any]:
    if isinstance(raw, str):
        return {"text": raw}
    try:
        button = _with_style(raw, {**raw, "text": _text_of(raw)})
    except _UnreadableError as error:
        raise bad_request(f"can't parse keyboard button: {_as_keyboard_button(error)}") from None
    if not private and (refusal := _private_only(raw)):
        raise refusal
    return button


def _as_keyboard_button(error: _UnreadableError) -> str:
    return str(error).replace("InlineKeyboardButton", "KeyboardButton")


def _private_only(raw: dict[str, Any]) -> ApiError | None:
    if raw.get("request_contact"):
        return bad_request("Phone number can be requested in private chats only")
    if raw.get("request_location"):
        return bad_request("Location can be requested in private chats only")
    return bad_request("BUTTON_TYPE_INVALID") if raw.get("web_app") else None
