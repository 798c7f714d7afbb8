"""A client of /sim/ for tests, benches and tools.

async with SandboxClient("http://127.0.0.1:8081") as telegram:
    await telegram.say(7000000003, "/start")
    menu = await telegram.wait_for(7000000003, text="Меню")
    await telegram.tap(7000000003, menu["id"], label="Мои сделки")
"""

import asyncio
import base64
import mimetypes
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientConnectionError, ClientSession, ClientTimeout

Message = dict[str, Any]
Predicate = Callable[[Message], bool]
_POLL_SECONDS = 0.02


class SandboxRefusedError(Exception):
    """The sandbox answered with an error sentence."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class SandboxClient:
    """The private chat of a person has the person's id, so `chat` may stand for both."""

    def __init__(self, base_url: str) -> None:
        self.url = base_url.rstrip("/")
        self._session = ClientSession(f"{self.url}/", timeout=ClientTimeout(total=120))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        await self._session.close()

    async def state(self) -> dict[str, Any]:
        return await self._request("GET", "state")

    async def wait_ready(self, *, timeout: float = 15.0) -> dict[str, Any]:  # noqa: ASYNC109 - polled, not cancelled
        """Raises TimeoutError when the sandbox does not answer within `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            try:
                return await self.state()
            except ClientConnectionError:
                await asyncio.sleep(_POLL_SECONDS)
        raise TimeoutError(f"no sandbox at {self.url}")

    async def add_user(self, first_name: str, **profile: Any) -> int:
        """`profile`: last_name, username, language_code, id."""
        return int((await self._request("POST", "users", first_name=first_name, **profile))["id"])

    async def add_group(self, title: str, members: list[int], *, forum: bool = False) -> int:
        return int((await self._request("POST", "groups", title=title, members=members, forum=forum))["id"])

    async def chat(self, chat: int, *, after: int = 0, limit: int | None = None) -> dict[str, Any]:
        query = f"?after={after}" + (f"&limit={limit}" if limit else "")
        return await self._request("GET", f"chats/{chat}{query}")

    async def messages(self, chat: int, *, after: int = 0) -> list[Message]:
        found: list[Message] = (await self.chat(chat, after=after))["messages"]
        return found

    async def say(self, chat: int, text: str, *, sender: int | None = None, **extra: Any) -> int:
        """`extra`: reply_to, forward_from, thread. Returns the message's id."""
        return await self._post(chat, sender, text=text, **extra)

    async def contact(
        self, chat: int, phone_number: str, first_name: str, *, sender: int | None = None, **extra: Any
    ) -> int:
        """`extra`: last_name, user_id."""
        contact = {"phone_number": phone_number, "first_name": first_name, **extra}
        return await self._post(chat, sender, contact=contact)

    async def send_file(
        self,
        chat: int,
        source: Path | bytes,
        *,
        kind: str = "document",
        name: str | None = None,
        mime: str | None = None,
        sender: int | None = None,
        **extra: Any,
    ) -> int:
        """`kind`: document, photo, voice. Returns the message's id."""
        return await self._post(chat, sender, **{kind: given_file(source, name=name, mime=mime)}, **extra)

    async def album(
        self, chat: int, items: list[dict[str, Any]], *, sender: int | None = None, **extra: Any
    ) -> list[int]:
        """`items`: `{photo|document: given_file(...), caption?}`. Returns the messages' ids."""
        body = {"from": sender or chat, "album": items, **extra}
        ids: list[int] = (await self._request("POST", f"chats/{chat}/messages", **body))["message_ids"]
        return ids

    async def edit(self, chat: int, message_id: int, text: str, *, sender: int | None = None) -> None:
        await self._request("PATCH", f"chats/{chat}/messages/{message_id}", **{"from": sender or chat, "text": text})

    async def tap(
        self,
        chat: int,
        message_id: int,
        *,
        label: str | None = None,
        data: str | None = None,
        sender: int | None = None,
        wait: float = 10.0,
    ) -> dict[str, Any]:
        """`data` may be forged. Returns `{answered, text, alert, url}` after at most `wait` seconds."""
        body = {"from": sender or chat, "message_id": message_id, "label": label, "data": data, "wait": wait}
        return await self._request("POST", f"chats/{chat}/taps", **body)

    async def block(self, chat: int, *, blocked: bool = True) -> None:
        await self._request("POST", f"chats/{chat}/block", blocked=blocked)

    async def commands(self, chat: int, *, user: int | None = None) -> dict[str, Any]:
        return await self._request("GET", f"chats/{chat}/commands?user={user or chat}")

    async def file(self, file_id: str) -> bytes:
        async with self._session.get(f"sim/files/{file_id}") as response:
            await _check(response.status, response.json)
            return await response.read()

    async def calls(self, *, after: int = 0, limit: int = 20_000, method: str | None = None) -> list[dict[str, Any]]:
        """`method` filters without case."""
        found: list[dict[str, Any]] = (await self._request("GET", f"calls?after={after}&limit={limit}"))["calls"]
        return [call for call in found if method is None or call["method"].lower() == method.lower()]

    async def update(self, update: dict[str, Any]) -> int:
        """Queues the update as it is. Returns its id."""
        return int((await self._request("POST", "updates", update=update))["update_id"])

    async def updates(self) -> dict[str, int]:
        """Returns `{pending, confirmed, last_id}`."""
        return await self._request("GET", "updates")

    async def confirmed(self) -> list[int]:
        ids: list[int] = (await self._request("GET", "updates/confirmed"))["ids"]
        return ids

    async def fault(self, method: str, code: int | str, **options: Any) -> int:
        """`options`: description, retry_after, times, chat, probability, after_accept, seconds."""
        return int((await self._request("POST", "faults", method=method, code=code, **options))["id"])

    async def clear_faults(self) -> None:
        await self._request("DELETE", "faults")

    async def model(self, mode: str, **options: Any) -> None:
        """How the local model answers; `options`: times, seconds."""
        await self._request("POST", "openai", mode=mode, **options)

    async def model_requests(self) -> list[dict[str, Any]]:
        """What the local model was asked: `{path, body}` each, oldest first."""
        found: list[dict[str, Any]] = (await self._request("GET", "openai"))["requests"]
        return found

    async def forget_model(self) -> None:
        """Good again, and nothing asked."""
        await self._request("DELETE", "openai")

    async def limits(self, **limits: Any) -> dict[str, Any]:
        """Sets what is given of FloodLimits. Returns the limits in force."""
        return await self._request("POST", "limits", **limits)

    async def clock(self, *, version: int | None = None, wait: float = 25.0) -> dict[str, Any]:
        """With a version it holds until the clock was moved after it, or `wait` seconds."""
        return await self._request("GET", "clock" if version is None else f"clock?version={version}&wait={wait}")

    async def advance(self, span: str | float) -> dict[str, Any]:
        """`span`: seconds or "3d", "2h", "15m"."""
        return await self._request("POST", "clock", advance=span)

    async def set_clock(self, now: str) -> dict[str, Any]:
        """`now`: ISO 8601; without a zone it is UTC."""
        return await self._request("POST", "clock", now=now)

    async def reset(self) -> None:
        await self._request("POST", "reset")

    async def shutdown(self) -> None:
        await self._request("POST", "shutdown")

    async def wait_for(
        self,
        chat: int,
        predicate: Predicate | None = None,
        *,
        text: str | None = None,
        after: int = 0,
        timeout: float = 10.0,  # noqa: ASYNC109 - polled, not cancelled
    ) -> Message:
        """Returns the bot's first live message above the id `after` that holds `text` and meets the predicate.

        Raises TimeoutError with the end of the transcript.
        """
        deadline = time.monotonic() + timeout
        while True:
            seen = await self.messages(chat, after=after)
            for message in seen:
                if _answers(message, text) and (predicate is None or predicate(message)):
                    return message
            if time.monotonic() > deadline:
                raise TimeoutError(f"chat {chat} has no such message after {after}: {_summary(seen)}")
            await asyncio.sleep(_POLL_SECONDS)

    async def _post(self, chat: int, sender: int | None, **content: Any) -> int:
        body = {"from": sender or chat, **content}
        return int((await self._request("POST", f"chats/{chat}/messages", **body))["message_id"])

    async def _request(self, verb: str, path: str, /, **body: Any) -> dict[str, Any]:
        async with self._session.request(verb, f"sim/{path}", json=body or None) as response:
            await _check(response.status, response.json)
            answer: dict[str, Any] = await response.json()
            return answer


def given_file(source: Path | bytes, *, name: str | None = None, mime: str | None = None) -> dict[str, Any]:
    """Returns a file as /sim/ takes it: a path, or bytes with a name."""
    if isinstance(source, Path):
        given: dict[str, Any] = {"path": str(source.resolve())}
        return given | ({"name": name} if name else {}) | ({"mime": mime} if mime else {})
    guessed = mime or (mimetypes.guess_type(name)[0] if name else None) or ""
    return {"base64": base64.b64encode(source).decode(), "name": name or "", "mime": guessed}


async def _check(status: int, read: Callable[[], Any]) -> None:
    if status >= 400:
        raise SandboxRefusedError(status, (await read())["error"])


def _answers(message: Message, text: str | None) -> bool:
    return message["from"]["is_bot"] and not message["deleted"] and (text is None or text in message["text"])


def _summary(messages: list[Message]) -> list[tuple[int, str]]:
    return [(message["id"], message["text"][:60]) for message in messages[-5:]]
