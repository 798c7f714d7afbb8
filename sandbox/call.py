"""One call of the Bot API: its parameters, from whatever form they came in."""

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, MultipartReader, web

from sandbox.errors import ApiError, bad_request
from sandbox.files import UPLOAD_LIMIT, Upload
from sandbox.jsontext import load_json, to_integer

BODY_LIMIT = UPLOAD_LIMIT + 1024 * 1024
_TRUE = {"true", "1", "yes"}


@dataclass(slots=True)
class Call:
    method: str
    params: dict[str, Any]
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        value = self.params.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)

    def integer(self, name: str, default: int = 0) -> int:
        """A value that is no 64-bit number counts as absent, as on the official server."""
        found = to_integer(self.params.get(name))
        return default if found is None else found

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in _TRUE

    def object(self, name: str, refusal: str) -> Any:
        """Returns a JSON value, None when it is absent. Raises ApiError 400 `refusal` for broken JSON."""
        value = self.params.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return load_json(value)
        except ValueError:
            raise bad_request(refusal) from None

    @property
    def chat_id(self) -> int | None:
        return self.integer("chat_id") or None

    def logged(self) -> dict[str, Any]:
        """The parameters for a log: complex fields as JSON values, files by name and size."""
        files = {name: {"file": upload.name, "size": upload.size} for name, upload in self.uploads.items()}
        return {name: _decoded(value) for name, value in self.params.items()} | files


async def read_call(request: web.Request, method: str) -> Call:
    """Reads query, form, JSON and multipart. Raises ApiError 413 for a body that is too large."""
    call = Call(method=method, params=dict(request.query))
    if request.method == "GET" or not request.can_read_body:
        return call
    if (request.content_length or 0) > BODY_LIMIT:
        raise ApiError(413, "Request Entity Too Large")
    if request.content_type.startswith("multipart/"):
        await _read_multipart(await request.multipart(), call)
    elif request.content_type == "application/json":
        call.params |= _json_object(await request.read())
    else:
        call.params |= dict(parse_qsl((await request.read()).decode(errors="replace"), keep_blank_values=True))
    return call


async def _read_multipart(reader: MultipartReader, call: Call) -> None:
    total = 0
    async for part in reader:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = await _read_part(part, BODY_LIMIT - total)
        total += len(data)
        if part.filename is None:
            call.params[part.name] = data.decode(errors="replace")
        else:
            mime = part.headers.get("Content-Type", "").partition(";")[0]
            call.uploads[part.name] = Upload(part.filename, "" if mime == "application/octet-stream" else mime, data)


async def _read_part(part: BodyPartReader, room: int) -> bytes:
    data = bytearray()
    while chunk := await part.read_chunk(65_536):
        data += chunk
        if len(data) > room:
            raise ApiError(413, "Request Entity Too Large")
    return bytes(data)


def _json_object(body: bytes) -> dict[str, Any]:
    try:
        value = load_json(body)
    except ValueError:
        raise bad_request("Can't parse request JSON object") from None
    if not isinstance(value, dict):
        raise bad_request("Request JSON object expected")
    return value


def _decoded(value: Any) -> Any:
    if not isinstance(value, str) or value[:1] not in ("{", "["):
        return value
    try:
        return load_json(value)
    except ValueError:
        return value
