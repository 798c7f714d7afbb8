"""Webhooks: where they must not lead, what is signed, and what a receiver may do to them."""

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeAlias

import pytest

import integrations.webhooks
from integrations.webhooks import SignedWebhooks
from services.ports import AddressRefused

SECRET = "a secret of the installation"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
Answer: TypeAlias = Callable[[asyncio.StreamWriter], Awaitable[None]]


async def accepted(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")


@dataclass
class Receiver:
    """A webhook of another system's, as odd as it is told to be."""

    answer: Answer = accepted
    port: int = 0
    heads: list[bytes] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://hook.test:{self.port}/crm?team=1"

    def header(self, name: str) -> str:
        lines = self.heads[-1].decode().split("\r\n")
        return next(line.partition(": ")[2] for line in lines if line.lower().startswith(f"{name.lower()}:"))

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-l"))
        self.heads.append(head)
        self.bodies.append(await reader.readexactly(length))
        await self.answer(writer)
        writer.close()


@asynccontextmanager
async def listening(answer: Answer = accepted) -> AsyncIterator[Receiver]:
    receiver = Receiver(answer)
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.port = server.sockets[0].getsockname()[1]
    try:
        yield receiver
    finally:
        server.close()


def resolving(*addresses: str) -> Callable[[str, int], Awaitable[list[str]]]:
    async def resolve(_host: str, _port: int) -> list[str]:
        return list(addresses)

    return resolve


def hooks(*addresses: str, local: tuple[str, ...] = ("hook.test",)) -> SignedWebhooks:
    return SignedWebhooks(SECRET, lambda: NOW, local_hosts=local, resolve=resolving(*(addresses or ("127.0.0.1",))))


async def post(made: SignedWebhooks, url: str, body: bytes = b'{"a":1}') -> str | None:
    try:
        return await made.post(url, body, key="key-1")
    finally:
        await made.close()


async def test_it_is_signed_and_repeats_carry_the_same_key() -> None:
    async with listening() as receiver:
        made = hooks()
        assert await made.post(receiver.url, b'{"a":1}', key="key-1") is None
        assert await post(made, receiver.url) is None
        assert receiver.bodies == [b'{"a":1}'] * 2
        assert receiver.heads[0].startswith(b"POST /crm?team=1 HTTP/1.1\r\n")
        assert receiver.header("Host") == f"hook.test:{receiver.port}"
        assert receiver.header("Idempotency-Key") == "key-1"
        signed = f"{int(NOW.timestamp())}".encode() + b'.{"a":1}'
        expected = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
        assert receiver.header("X-Crm-Timestamp") == str(int(NOW.timestamp()))
        assert receiver.header("X-Crm-Signature") == f"v1={expected}"


INSIDE = (
    "127.0.0.1",
    "127.8.8.8",
    "0.0.0.0",  # noqa: S104 - an address like the others
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",  # what clouds tell their machines about themselves
    "100.64.0.1",  # shared by carriers
    "100.100.100.200",  # the same of another cloud
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fd00:ec2::254",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "64:ff9b:1::7f00:1",
    "5f00::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "2002:7f00:1::",
    "2002:a9fe:a9fe::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
)


@pytest.mark.parametrize("address", INSIDE)
async def test_a_name_that_leads_inside_is_refused(address: str) -> None:
    with pytest.raises(AddressRefused, match="not-public"):
        await post(hooks(address, local=()), "https://hook.test/crm")


@pytest.mark.parametrize("address", INSIDE)
async def test_an_address_inside_is_refused_as_it_stands(address: str) -> None:
    written = f"[{address}]" if ":" in address else address
    made = SignedWebhooks(SECRET, lambda: NOW)
    with pytest.raises(AddressRefused):
        await post(made, f"https://{written}/latest/meta-data")


@pytest.mark.parametrize(
    "spelled", ["https://2130706433/", "https://0x7f000001/", "https://0177.0.0.1/", "https://127.1/"]
)
async def test_other_spellings_of_this_machine_are_resolved_and_refused(spelled: str) -> None:
    made = SignedWebhooks(SECRET, lambda: NOW)
    outcome = await asyncio.gather(post(made, spelled), return_exceptions=True)
    assert str(outcome[0]) in {"unresolved", "not-public"}


async def test_one_address_inside_among_several_is_enough() -> None:
    with pytest.raises(AddressRefused, match="not-public"):
        await post(hooks("93.184.216.34", "127.0.0.1", local=()), "https://hook.test/crm")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://example.org/crm", "not-https"),
        ("ftp://example.org/crm", "address"),
        ("file:///etc/passwd", "address"),
        ("gopher://example.org/", "address"),
        ("https://user:password@example.org/", "address"),
        ("https://example.org@127.0.0.1/", "address"),
        ("https:///crm", "address"),
        ("https://example.org:99999/", "address"),
        ("https://[::1", "address"),
        ("", "address"),
        ("/crm", "address"),
    ],
)
async def test_only_plain_https_addresses_are_called(url: str, why: str) -> None:
    with pytest.raises(AddressRefused, match=why):
        await post(hooks("93.184.216.34", local=()), url)


async def test_the_name_is_resolved_once_for_a_call() -> None:
    """A server of names that says something else the second time is not asked a second time."""
    asked = []

    async def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    async with listening() as receiver:
        made = SignedWebhooks(SECRET, lambda: NOW, local_hosts=["hook.test"], resolve=resolve)
        assert await post(made, receiver.url) is None
    assert asked == ["hook.test"]


async def test_a_local_host_may_be_named_with_its_port() -> None:
    async with listening() as receiver:
        assert await post(hooks(local=(f"hook.test:{receiver.port}",)), receiver.url) is None
        with pytest.raises(AddressRefused, match="not-https"):
            await post(hooks(local=("hook.test:1",)), receiver.url)


def said(status: str, more: str = "") -> Answer:
    async def answer(writer: asyncio.StreamWriter) -> None:
        writer.write(f"HTTP/1.1 {status}\r\n{more}Content-Length: 0\r\nConnection: close\r\n\r\n".encode())

    return answer


@pytest.mark.parametrize("status", [*range(400, 432), 451, *range(500, 512)])
async def test_every_refusal_of_the_receiver_is_tried_again(status: int) -> None:
    async with listening(said(f"{status} Whatever")) as receiver:
        assert await post(hooks(), receiver.url) == f"status-{status}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed_and_final(status: int) -> None:
    async with listening(said(f"{status} Away", "Location: http://127.0.0.1:1/secret\r\n")) as receiver:
        with pytest.raises(AddressRefused, match="redirect"):
            await post(hooks(), receiver.url)
        assert len(receiver.bodies) == 1


async def hangs(_writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(5)


async def drips(writer: asyncio.StreamWriter) -> None:
    for character in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200:
        writer.write(bytes([character]))
        await writer.drain()
        await asyncio.sleep(0.05)


async def resets(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def garbage(writer: asyncio.StreamWriter) -> None:
    writer.write(b"\x00\xff this is no HTTP\r\n\r\n")


async def endless(writer: asyncio.StreamWriter) -> None:
    """Only the status is read."""
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(50):
        writer.write(b"10000\r\n" + b"a" * 65_536 + b"\r\n")
    try:
        await writer.drain()
    except ConnectionError:
        return


async def endless_head(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n")
    try:
        for number in range(20_000):
            writer.write(f"X-{number}: {'a' * 200}\r\n".encode())
            await writer.drain()
    except ConnectionError:
        return


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (hangs, "timeout"),
        (drips, "timeout"),
        (resets, "unreachable"),
        (garbage, "unreachable"),
        (endless, None),
        (endless_head, "unreachable"),
    ],
)
async def test_an_odd_receiver_costs_one_try(
    answer: Answer, fault: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrations.webhooks, "SECONDS", 0.5)
    async with listening(answer) as receiver:
        assert await post(hooks(), receiver.url) == fault


async def test_nobody_there_is_a_fault_too() -> None:
    async with listening() as receiver:
        url = receiver.url
    assert await post(hooks(), url) == "unreachable"


async def test_a_name_that_nobody_knows_is_tried_again() -> None:
    async def unknown(_host: str, _port: int) -> list[str]:
        raise OSError("no such name")

    made = SignedWebhooks(SECRET, lambda: NOW, resolve=unknown)
    assert await post(made, "https://nowhere.test/") == "unresolved"


async def test_a_body_that_is_too_large_is_not_sent() -> None:
    with pytest.raises(AddressRefused, match="too-large"):
        await post(hooks(), "http://hook.test/", b"a" * 300_000)
