"""An S3 server of one bucket on loopback, as much of it as obstore asks for."""

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.test_utils import TestServer


class FakeS3:
    """`objects` by path, visible only when they are whole; `failing` answers every request with 403."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.parts: dict[str, dict[int, bytes]] = {}
        self.failing = False

    async def handle(self, request: web.Request) -> web.Response:
        if self.failing:
            return web.Response(status=403, text="<Error><Code>AccessDenied</Code></Error>")
        if request.method in {"GET", "HEAD"}:
            return self.read(request)
        if request.method == "DELETE":
            return self.delete(request)
        return await self.write(request)

    def delete(self, request: web.Request) -> web.Response:
        """Of an object, or of the parts of an upload that was given up."""
        kept = self.parts if "uploadId" in request.query else self.objects
        kept.pop(request.path, None)
        return web.Response(status=204)

    def read(self, request: web.Request) -> web.Response:
        if request.path not in self.objects:
            return web.Response(status=404, text="<Error><Code>NoSuchKey</Code></Error>")
        body = self.objects[request.path]
        headers = {"ETag": etag(body), "Last-Modified": "Sat, 21 Nov 2026 10:00:00 GMT"}
        if request.method == "HEAD":
            return web.Response(headers=headers | {"Content-Length": str(len(body))})
        return web.Response(body=body, headers=headers)

    async def write(self, request: web.Request) -> web.Response:
        body = await request.read()
        query = request.query
        if "uploads" in query:
            self.parts[request.path] = {}
            return web.Response(
                text="<InitiateMultipartUploadResult><UploadId>1</UploadId></InitiateMultipartUploadResult>"
            )
        if "partNumber" in query:
            self.parts[request.path][int(query["partNumber"])] = body
            return web.Response(headers={"ETag": etag(body)})
        if "uploadId" in query:
            parts = self.parts.pop(request.path)
            body = b"".join(parts[number] for number in sorted(parts))
        self.objects[request.path] = body
        return web.Response(
            text=f"<CompleteMultipartUploadResult><ETag>{etag(body)}</ETag></CompleteMultipartUploadResult>",
            headers={"ETag": etag(body)},
        )


def etag(body: bytes) -> str:
    return f'"{hashlib.sha256(body).hexdigest()}"'


@asynccontextmanager
async def running_s3() -> AsyncIterator[tuple[FakeS3, str]]:
    """The server and the URL of a storage in it."""
    fake = FakeS3()
    app = web.Application(client_max_size=2**30)
    app.router.add_route("*", "/{path:.*}", fake.handle)
    async with TestServer(app, host="127.0.0.1") as server:
        yield fake, f"s3://documents/crm?endpoint=http://127.0.0.1:{server.port}"
