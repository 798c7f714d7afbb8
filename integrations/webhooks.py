"""Signed calls of other systems' webhooks, kept from reaching into the network that the CRM stands in.

- The host is resolved once; the call goes to the very address that was looked at, with the host's own name in TLS.
- Addresses that are not public are refused, unless the host stands in the setting for local ones.
- No redirect is followed, no proxy used, and of the answer only the status is read.
- `X-Crm-Signature` is `v1=` and the HMAC-SHA256 of "<timestamp>.<body>"; `Idempotency-Key` stays over repeats.
"""

import asyncio
import hashlib
import hmac
import socket
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import SplitResult, urlsplit

import structlog

from services.ports import AddressRefused

if TYPE_CHECKING:
    from httpx2 import AsyncClient

log = structlog.get_logger(service="relay")

SECONDS = 10.0
LARGEST_BODY = 256 * 1024
EMBEDDED = IPv6Network("64:ff9b::/96")
UNICAST = IPv6Network("2000::/3")
SPECIAL = tuple(map(IPv4Network, ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10", "198.18.0.0/15", "240.0.0.0/4")))
"""What not every version of Python counts among those that are not global."""
Now: TypeAlias = Callable[[], datetime]
Resolve: TypeAlias = Callable[[str, int], Awaitable[list[str]]]


@dataclass(frozen=True, slots=True)
class Target:
    """`url` has the address that the host was resolved to, `header` the host as it was written."""

    url: str
    host: str
    header: str
    tls: bool


class SignedWebhooks:
    """The port `services.ports.Webhooks`: `local_hosts` may be anywhere, and spoken to without TLS."""

    def __init__(
        self, secret: str, now: Now, *, local_hosts: Collection[str] = (), resolve: Resolve | None = None
    ) -> None:
        self._secret = secret.encode()
        self._now = now
        self._local = frozenset(host.casefold() for host in local_hosts)
        self._resolve = resolve or _resolve
        self._client: AsyncClient | None = None

    async def post(self, url: str, body: bytes, *, key: str) -> str | None:
        from httpx2 import HTTPError, InvalidURL  # noqa: PLC0415 - a start needs no HTTP client

        if len(body) > LARGEST_BODY:
            raise AddressRefused("too-large")
        try:
            async with asyncio.timeout(SECONDS):
                return await self._post(await self._target(url), body, key)
        except TimeoutError:
            return "timeout"
        except _Unresolved:
            return "unresolved"
        except InvalidURL as error:
            raise AddressRefused("address") from error
        except HTTPError as error:
            log.info("webhook.unreachable", reason=type(error).__name__)
            return "unreachable"

    async def close(self) -> None:
        if self._client is not None:
            await self._client.aclose()

    async def _post(self, target: Target, body: bytes, key: str) -> str | None:
        extensions = {"sni_hostname": target.host} if target.tls else {}
        headers = {"Host": target.header, **self._headers(body, key)}
        call = self._connected().stream(
            "POST", target.url, content=body, headers=headers, extensions=extensions, follow_redirects=False
        )
        async with call as answer:
            status = answer.status_code
        if 200 <= status < 300:
            return None
        if 300 <= status < 400:
            raise AddressRefused("redirect")
        return f"status-{status}"

    def _headers(self, body: bytes, key: str) -> dict[str, str]:
        timestamp = str(int(self._now().timestamp()))
        signature = hmac.new(self._secret, timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        return {
            "Content-Type": "application/cloudevents+json; charset=utf-8",
            "User-Agent": "ael-crm",
            "Idempotency-Key": key,
            "X-Crm-Timestamp": timestamp,
            "X-Crm-Signature": f"v1={signature}",
        }

    async def _target(self, url: str) -> Target:
        parts, host, port = _split(url)
        local = host in self._local or f"{host}:{port}" in self._local
        if parts.scheme != "https" and not local:
            raise AddressRefused("not-https")
        try:
            addresses = await self._resolve(host, port)
        except OSError as error:
            raise _Unresolved from error
        if not addresses:
            raise _Unresolved
        if not local and not all(is_public(ip_address(one)) for one in addresses):
            raise AddressRefused("not-public")
        address = f"[{addresses[0]}]" if ":" in addresses[0] else addresses[0]
        path = parts.path or "/"
        query = f"?{parts.query}" if parts.query else ""
        header = parts.netloc.casefold()
        return Target(f"{parts.scheme}://{address}:{port}{path}{query}", host, header, parts.scheme == "https")

    def _connected(self) -> "AsyncClient":
        """Without the environment's proxies, which would resolve the host anew."""
        if self._client is None:
            from httpx2 import AsyncClient, Limits  # noqa: PLC0415 - as above

            limits = Limits(max_connections=20, max_keepalive_connections=0)
            self._client = AsyncClient(timeout=SECONDS, limits=limits, trust_env=False, follow_redirects=False)
        return self._client


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Also of an IPv4 address inside an IPv6 one."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in EMBEDDED:
            inner = IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None or address not in UNICAST:
            return False
    elif any(address in network for network in SPECIAL):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _split(url: str) -> tuple[SplitResult, str, int]:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressRefused("address") from error
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in {"http", "https"} or not host or parts.username is not None or parts.password is not None:
        raise AddressRefused("address")
    return parts, host, port or (443 if parts.scheme == "https" else 80)


class _Unresolved(Exception):  # noqa: N818 - reads as the fact it names
    """The server of names may know it the next time."""


async def _resolve(host: str, port: int) -> list[str]:
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))
