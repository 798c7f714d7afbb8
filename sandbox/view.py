"""Messages as the chat page and the tests see them."""

from typing import Any

from sandbox.entities import to_html
from sandbox.messages import StoredMessage

FILE_KINDS = ("document", "voice", "audio", "video", "sticker")
_DEFAULT_NAMES = {"photo": "photo.jpg", "voice": "voice.oga", "sticker": "sticker.webp"}
_DEFAULT_MIMES = {"photo": "image/jpeg", "sticker": "image/webp"}
_COPIED = ("contact", "location", "sticker", "forum_topic_created", "forum_topic_closed", "forum_topic_reopened")


def show_message(message: StoredMessage) -> dict[str, Any]:
    body = message.body
    text = body.get("text", body.get("caption", ""))
    entities = body.get("entities", body.get("caption_entities", []))
    sender = body["from"]
    shown = {
        "id": message.id,
        "from": {key: sender[key] for key in ("id", "first_name", "is_bot")},
        "date": body["date"],
        "text": text,
        "html": to_html(text, entities),
        "entities": entities,
        "buttons": show_buttons(body.get("reply_markup")),
        "keyboard": message.keyboard,
        "files": show_files(body),
        "caption": body.get("caption"),
        "reply_to": body.get("reply_to_message", {}).get("message_id"),
        "media_group": body.get("media_group_id"),
        "forward_from": _show_origin(body.get("forward_origin")),
        "thread": body.get("message_thread_id"),
        "edited": message.edited,
        "deleted": message.deleted,
        "reactions": message.reactions or [],
    }
    return shown | {key: body[key] for key in _COPIED if key in body}


def show_buttons(markup: dict[str, Any] | None) -> list[list[dict[str, Any]]]:
    rows = markup["inline_keyboard"] if markup else []
    return [[_show_button(button) for button in row] for row in rows]


def show_files(body: dict[str, Any]) -> list[dict[str, Any]]:
    if photo := body.get("photo"):
        return [_show_file("photo", photo[-1])]
    return [_show_file(kind, body[kind]) for kind in FILE_KINDS if "file_id" in body.get(kind, {})]


def _show_file(kind: str, file: dict[str, Any]) -> dict[str, Any]:
    return {
        "file_id": file["file_id"],
        "kind": kind,
        "name": file.get("file_name") or _DEFAULT_NAMES.get(kind, kind),
        "mime": file.get("mime_type") or _DEFAULT_MIMES.get(kind, "application/octet-stream"),
        "size": file.get("file_size", 0),
        "duration": file.get("duration"),
    }


def _show_button(button: dict[str, Any]) -> dict[str, Any]:
    return {
        "label": button["text"],
        "data": button.get("callback_data"),
        "url": button.get("url"),
        "web_app": button.get("web_app", {}).get("url"),
        "copy_text": button.get("copy_text", {}).get("text"),
        "style": button.get("style"),
    }


def _show_origin(origin: dict[str, Any] | None) -> dict[str, Any] | None:
    if origin is None:
        return None
    if origin["type"] == "user":
        sender = origin["sender_user"]
        return {"id": sender["id"], "name": sender["first_name"]}
    return {"id": None, "name": origin.get("sender_user_name", "")}
