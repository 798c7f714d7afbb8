"""What may be typed as a webhook's address; where its name leads is looked at with every call."""

from collections.abc import Collection
from ipaddress import ip_address
from urllib.parse import urlsplit

from services.automation.rules.errors import WebhookAddressRefused

LONGEST = 1_000


def check_webhook_url(typed: str, *, local_hosts: Collection[str]) -> str:
    """The address, refused where it could never be called."""
    url = typed.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise WebhookAddressRefused from None
    local = bool({host, f"{host}:{port}"} & set(local_hosts))
    fits = url.isprintable() and " " not in url and len(url) <= LONGEST and "." in host.strip(".")
    secret = parts.username is not None or parts.password is not None
    public = parts.scheme == "https" and fits and not _is_inside(host)
    if secret or not (public or (local and parts.scheme in {"http", "https"})):
        raise WebhookAddressRefused
    return url


def _is_inside(host: str) -> bool:
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host.rstrip(".").endswith((".local", ".internal", ".localhost", ".lan"))
