"""People write: text, files, contacts, albums; and edit what they wrote."""

import base64
import binascii
import secrets
from pathlib import Path
from typing import Any

from aiohttp import web
from pydantic import Field, model_validator

from sandbox.directory import Chat, Person
from sandbox.entities import format_typed
from sandbox.files import Upload, image_size
from sandbox.jsontext import to_integer
from sandbox.methods.media import media_fields
from sandbox.methods.targets import as_reply
from sandbox.sim.http import Body, Id, SimError, chat_of, member_of, read_body
from sandbox.world import World

TEXT_LIMIT = 4096


class GivenFile(Body):
    """`size` without bytes claims a file of that many bytes; `duration` of a voice message is in seconds."""

    path: Path | None = None
    base64: str | None = None
    name: str = ""
    mime: str = ""
    size: int | None = Field(default=None, gt=0)
    duration: int | None = Field(default=None, ge=0)


class GivenContact(Body):
    phone_number: str
    first_name: str
    last_name: str | None = None
    user_id: Id | None = None


class GivenSticker(Body):
    emoji: str


class GivenLocation(Body):
    latitude: float
    longitude: float


class HiddenUser(Body):
    name: str


class AlbumItem(Body):
    photo: GivenFile | None = None
    document: GivenFile | None = None
    caption: str | None = None

    @model_validator(mode="after")
    def _one_file(self) -> "AlbumItem":
        if (self.photo is None) == (self.document is None):
            raise ValueError("give a photo or a document")
        return self


CONTENT_FIELDS = ("text", "contact", "photo", "document", "voice", "sticker", "location", "album")


class NewMessage(Body):
    from_: Id | None = Field(default=None, alias="from")
    text: str | None = None
    contact: GivenContact | None = None
    photo: GivenFile | None = None
    document: GivenFile | None = None
    voice: GivenFile | None = None
    sticker: GivenSticker | None = None
    location: GivenLocation | None = None
    album: list[AlbumItem] | None = Field(default=None, min_length=1, max_length=10)
    caption: str | None = None
    reply_to: Id | None = None
    forward_from: Id | HiddenUser | None = None
    thread: Id | None = None

    @model_validator(mode="after")
    def _one_content(self) -> "NewMessage":
        given = [name for name in CONTENT_FIELDS if getattr(self, name) is not None]
        if len(given) != 1:
            raise ValueError(f"give one of {', '.join(CONTENT_FIELDS)}")
        return self


class EditedMessage(Body):
    from_: Id | None = Field(default=None, alias="from")
    text: str


async def post_message(world: World, request: web.Request) -> dict[str, Any]:
    """A text above Telegram's limit becomes several messages, as a client sends it."""
    chat = chat_of(world, request)
    body = await read_body(request, NewMessage)
    person = member_of(world, chat, body.from_ or chat.id)
    if person.blocked and chat.id > 0:
        raise SimError("the person has blocked the bot", status=403)
    with world.store.transaction():
        common = _common(world, chat, body)
        ids = [
            world.post_from_person(chat, person, {**common, **content})["message_id"]
            for content in _contents(world, body)
        ]
    return {"message_ids": ids} if body.album else {"message_id": ids[0], "message_ids": ids}


async def edit_message(world: World, request: web.Request) -> dict[str, Any]:
    chat = chat_of(world, request)
    body = await read_body(request, EditedMessage)
    person = member_of(world, chat, body.from_ or chat.id)
    given = request.match_info["message"]
    message = world.messages.find_live(chat.id, to_integer(given) or 0)
    if message is None or message.from_id != person.id:
        raise SimError(f"{person.id} wrote no message {given} in chat {chat.id}", status=404)
    field = "text" if "text" in message.body else "caption"
    stale = (field, "entities", "caption_entities")
    message.body = {key: value for key, value in message.body.items() if key not in stale}
    message.body |= _typed(field, body.text) | {"edit_date": int(world.clock.now())}
    message.edited = True
    with world.store.transaction():
        world.save_edited(message)
        world.updates.push("edited_message", message.body)
    return {"message_id": message.id}


def share_contact(world: World, chat: Chat, person: Person) -> int:
    """The person's own phone, as a button of a reply keyboard shares it. Returns the message's id."""
    contact = {"phone_number": person.phone, "first_name": person.profile["first_name"], "user_id": person.id}
    if last_name := person.profile.get("last_name"):
        contact["last_name"] = last_name
    return int(world.post_from_person(chat, person, {"contact": contact})["message_id"])


def say(world: World, chat: Chat, person: Person, text: str) -> int:
    """Returns the message's id."""
    return int(world.post_from_person(chat, person, _typed("text", text))["message_id"])


def _contents(world: World, body: NewMessage) -> list[dict[str, Any]]:
    if body.text is not None:
        parts = [body.text[start : start + TEXT_LIMIT] for start in range(0, len(body.text), TEXT_LIMIT)]
        return [_typed("text", part) for part in parts or [""]]
    if body.album is not None:
        return _album(world, body.album, body.caption)
    return [_single(world, body) | _caption(body.caption)]


def _single(world: World, body: NewMessage) -> dict[str, Any]:
    if body.contact:
        return {"contact": body.contact.model_dump(exclude_none=True)}
    if body.location:
        return {"location": body.location.model_dump()}
    if body.sticker:
        file = world.files.add("sticker", Upload("", "", body.sticker.emoji.encode()), emoji=body.sticker.emoji)
        return media_fields(file)
    kind = next(name for name in ("photo", "document", "voice") if getattr(body, name) is not None)
    return _file_fields(world, kind, getattr(body, kind))


def _album(world: World, items: list[AlbumItem], caption: str | None) -> list[dict[str, Any]]:
    """The caption of the whole stands on its first message."""
    group = {"media_group_id": str(secrets.randbits(53))} if len(items) > 1 else {}
    contents = []
    for index, item in enumerate(items):
        kind, given = ("photo", item.photo) if item.photo else ("document", item.document)
        fields = _file_fields(world, kind, given) if given else {}
        contents.append(fields | group | _caption(item.caption or (caption if index == 0 else None)))
    return contents


def _file_fields(world: World, kind: str, given: GivenFile) -> dict[str, Any]:
    upload = _upload(given)
    if kind != "photo":
        length = {} if given.duration is None else {"duration": given.duration}
        return media_fields(world.files.add(kind, upload, **length))
    full = world.files.add("photo", upload)
    width, height = image_size(upload.data) or (640, 480)
    scale = 90 / max(width, height, 90)
    thumb = world.files.add("photo", upload, width=max(1, round(width * scale)), height=max(1, round(height * scale)))
    return {"photo": [thumb.body, full.body]}


def _upload(given: GivenFile) -> Upload:
    name = given.name or (given.path.name if given.path else "")
    if given.size is not None:
        return Upload(name, given.mime, b"", given.size)
    try:
        data = given.path.read_bytes() if given.path else base64.b64decode(given.base64 or "", validate=True)
    except (OSError, binascii.Error) as error:
        raise SimError(f"the file can't be read: {error}") from None
    return Upload(name, given.mime, data)


def _common(world: World, chat: Chat, body: NewMessage) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if body.thread:
        fields |= {"message_thread_id": body.thread, "is_topic_message": True}
    if body.reply_to:
        found = world.messages.find_live(chat.id, body.reply_to)
        if found is None:
            raise SimError(f"there is no message {body.reply_to} to reply to", status=404)
        fields["reply_to_message"] = as_reply(found)
    if body.forward_from is not None:
        fields["forward_origin"] = _origin(world, body.forward_from)
    return fields


def _origin(world: World, source: int | HiddenUser) -> dict[str, Any]:
    date = int(world.clock.now())
    if isinstance(source, HiddenUser):
        return {"type": "hidden_user", "sender_user_name": source.name, "date": date}
    return {"type": "user", "sender_user": _author(world, source), "date": date}


def _author(world: World, user_id: int) -> dict[str, Any]:
    if user_id == world.bot["id"]:
        return world.bot
    person = world.directory.person(user_id)
    if person is None:
        raise SimError(f"there is no user {user_id}", status=404)
    return person.as_user()


def _typed(field: str, source: str) -> dict[str, Any]:
    formatted = format_typed(source)
    if not formatted.text.strip():
        raise SimError("a message needs text")
    entities = {"text": "entities", "caption": "caption_entities"}[field]
    return {field: formatted.text} | ({entities: formatted.entities} if formatted.entities else {})


def _caption(source: str | None) -> dict[str, Any]:
    if not source:
        return {}
    if len(source) > 1024:
        raise SimError("a caption has at most 1,024 characters")
    return _typed("caption", source)
