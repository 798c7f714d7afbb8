"""Messages with one file."""

from typing import Any

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.files import StoredFile, check_upload
from sandbox.methods.content import read_caption
from sandbox.methods.registry import api_method
from sandbox.methods.sending import send
from sandbox.world import World

_DETAILS = ("duration", "width", "height", "performer", "title")


@api_method("sendPhoto")
def send_photo(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "photo")


@api_method("sendDocument")
def send_document(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "document")


@api_method("sendVoice")
def send_voice(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "voice")


@api_method("sendAudio")
def send_audio(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "audio")


@api_method("sendVideo")
def send_video(world: World, call: Call) -> dict[str, Any]:
    return _send_file(world, call, "video")


@api_method("sendSticker")
def send_sticker(world: World, call: Call) -> dict[str, Any]:
    return send(world, call, media_fields(take_file(world, call, "sticker", call.text("sticker"))))


def _send_file(world: World, call: Call, kind: str) -> dict[str, Any]:
    caption = read_caption(world, call)
    details = {name: call.params[name] for name in _DETAILS if call.params.get(name)}
    file = take_file(world, call, kind, call.text(kind), **_numbers(details))
    spoiler = {"has_media_spoiler": True} if call.flag("has_spoiler") else {}
    above = {"show_caption_above_media": True} if call.flag("show_caption_above_media") else {}
    return send(world, call, {**media_fields(file), **caption, **spoiler, **above})


def take_file(world: World, call: Call, kind: str, given: str, **details: Any) -> StoredFile:
    """Returns an uploaded file or one that Telegram has already. Raises ApiError when there is none."""
    name = given.removeprefix("attach://") if given.startswith("attach://") else kind
    if upload := call.uploads.get(name):
        check_upload(kind, upload)
        return world.files.add(kind, upload, **details)
    if not given or given.startswith("attach://"):
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    file = world.files.find(given)
    if file is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if file.kind != kind:
        raise bad_request(f"can't use file of type {file.kind.capitalize()} as {kind.capitalize()}")
    return file


def media_fields(file: StoredFile) -> dict[str, Any]:
    """A photo is a list of sizes, everything else is one object."""
    return {file.kind: [file.body] if file.kind == "photo" else file.body}


def _numbers(details: dict[str, Any]) -> dict[str, Any]:
    return {name: int(value) if str(value).isdecimal() else value for name, value in details.items()}
