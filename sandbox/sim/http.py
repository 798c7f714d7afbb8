"""How /sim/ reads requests and refuses them."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar
from urllib.parse import urlsplit

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sandbox.directory import Chat, Person
from sandbox.errors import ApiError
from sandbox.jsontext import dump_json, load_json, to_integer
from sandbox.options import is_loopback
from sandbox.world import World

SimHandler = Callable[[World, web.Request], Awaitable[Any]]


class SimError(Exception):
    """An answer `{error: <sentence>}`."""

    def __init__(self, message: str, *, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


Id = Annotated[int, Field(ge=-(2**63), lt=2**63)]


class Body(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


AnyBody = TypeVar("AnyBody", bound=Body)


def endpoint(world: World, handler: SimHandler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """Serves local pages and tools only: another site's page in the same browser is refused."""

    async def respond(request: web.Request) -> web.StreamResponse:
        try:
            _check_local(request)
            result = await handler(world, request)
        except SimError as error:
            return _json({"error": str(error)}, error.status)
        except ApiError as error:
            return _json({"error": error.description}, error.code)
        return result if isinstance(result, web.StreamResponse) else _json(result, 200)

    return respond


async def read_body(request: web.Request, model: type[AnyBody]) -> AnyBody:
    raw = await request.read()
    try:
        return model.model_validate(load_json(raw or b"{}"))
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise SimError(f"{place}: {first['msg']}") from None
    except ValueError:
        raise SimError("the body is not JSON") from None


def number(request: web.Request, name: str, default: int) -> int:
    found = to_integer(request.query.get(name, default))
    if found is None:
        raise SimError(f"{name} must be a whole number")
    return found


def seconds(request: web.Request, name: str, default: float) -> float:
    """Bounded, so that a page that went away does not hold a request for ever."""
    try:
        return min(max(float(request.query.get(name, default)), 0.0), 60.0)
    except ValueError:
        raise SimError(f"{name} must be a number of seconds") from None


def chat_of(world: World, request: web.Request) -> Chat:
    given = request.match_info["chat"]
    chat_id = to_integer(given)
    chat = None if chat_id is None else world.directory.chat(chat_id)
    if chat is None:
        raise SimError(f"there is no chat {given}", status=404)
    return chat


def person_of(world: World, user_id: int) -> Person:
    person = world.directory.person(user_id)
    if person is None:
        raise SimError(f"there is no user {user_id}", status=404)
    return person


def member_of(world: World, chat: Chat, user_id: int) -> Person:
    person = person_of(world, user_id)
    if user_id not in world.directory.members(chat.id):
        raise SimError(f"user {user_id} is not a member of chat {chat.id}", status=403)
    if person.deactivated:
        raise SimError(f"user {user_id} is deactivated", status=403)
    return person


def _check_local(request: web.Request) -> None:
    origin = request.headers.get("Origin")
    hosts = [request.url.host, urlsplit(origin).hostname if origin else "localhost"]
    if not all(host and is_loopback(host) for host in hosts):
        raise SimError("only local pages and tools are served", status=403)


def _json(body: Any, status: int) -> web.Response:
    return web.Response(body=dump_json(body).encode(), status=status, content_type="application/json")
