"""Mini Apps are opened with launch data signed as Telegram signs it."""

import hashlib
import hmac
import secrets
from urllib.parse import quote, urlencode

from aiohttp import web
from pydantic import Field

from sandbox.entities.links import check_https
from sandbox.jsontext import dump_json
from sandbox.sim.http import Body, Id, SimError, person_of, read_body
from sandbox.world import World

_VERSION = "9.1"


class Launch(Body):
    from_: Id = Field(alias="from")
    url: str
    chat: Id | None = None


async def launch(world: World, request: web.Request) -> dict[str, str]:
    body = await read_body(request, Launch)
    try:
        url = check_https(body.url)
    except ValueError as error:
        raise SimError(f"url: {error}") from None
    person = person_of(world, body.from_)
    fields = {
        "query_id": "AA" + secrets.token_urlsafe(15),
        "user": dump_json({key: value for key, value in person.as_user().items() if key != "is_bot"}),
        "auth_date": str(int(world.clock.now())),
    }
    if body.chat is not None and body.chat < 0:
        fields |= {"chat_type": "supergroup", "chat_instance": str(body.chat)}
    init_data = urlencode({**fields, "hash": sign(fields, world.options.bot_token)}, quote_via=quote)
    fragment = {"tgWebAppData": init_data, "tgWebAppVersion": _VERSION, "tgWebAppPlatform": "web"}
    return {"url": f"{url}#{urlencode(fragment, quote_via=quote)}"}


def sign(fields: dict[str, str], bot_token: str) -> str:
    secret = hmac.new(b"WebAppData", bot_token.encode(), hashlib.sha256).digest()
    checked = "\n".join(f"{name}={value}" for name, value in sorted(fields.items()))
    return hmac.new(secret, checked.encode(), hashlib.sha256).hexdigest()
