"""setWebhook, deleteWebhook, getWebhookInfo."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.methods.registry import api_method
from sandbox.methods.updates import remember_allowed
from sandbox.options import is_loopback
from sandbox.world import World

_SECRET = re.compile(r"[A-Za-z0-9_\-]*")
_PORTS = (80, 88, 443, 8443)
TERMINATED = "terminated by setWebhook request"


@api_method("setWebhook")
async def set_webhook(world: World, call: Call) -> bool:
    """An empty url deletes the webhook."""
    url = call.text("url").strip()
    if not url:
        return await delete_webhook(world, call)
    secret = call.text("secret_token")
    _check_secret(secret)
    _check_url(url)
    world.flood.admit_webhook()
    remember_allowed(world, call)
    world.updates.terminate_poll(TERMINATED)
    connections = min(max(call.integer("max_connections", 40), 1), 100)
    with world.store.transaction():
        _drop_if_asked(world, call)
        world.store.write_setting("webhook", {"url": url, "secret": secret, "max_connections": connections})
        world.store.forget_setting("webhook.error")
    world.webhook.wake()
    return True


@api_method("deleteWebhook")
async def delete_webhook(world: World, call: Call) -> bool:
    with world.store.transaction():
        _drop_if_asked(world, call)
        world.store.forget_setting("webhook")
        world.store.forget_setting("webhook.error")
    world.webhook.forget()
    return True


@api_method("getWebhookInfo")
def get_webhook_info(world: World, call: Call) -> dict[str, Any]:  # noqa: ARG001 - the registry's shape
    webhook = world.store.read_setting("webhook")
    info: dict[str, Any] = {
        "url": webhook["url"] if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": world.updates.count()["pending"],
    }
    if webhook:
        info |= {"max_connections": webhook["max_connections"], "ip_address": "127.0.0.1"}
    if allowed := world.updates.allowed():
        info["allowed_updates"] = allowed
    failure: dict[str, Any] = world.store.read_setting("webhook.error", {})
    return info | failure


def _check_secret(secret: str) -> None:
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


def _check_url(url: str) -> None:
    """Plain HTTP and any port are allowed to loopback, nothing else is: the sandbox talks to nobody outside."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise bad_request("bad webhook: Wrong HTTP URL") from None
    local = is_loopback(parts.hostname or "")
    if parts.scheme != "https" and not (local and parts.scheme == "http"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _PORTS and not local:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not local:
        raise bad_request("bad webhook: IP address of a host outside this machine is not allowed")


def _drop_if_asked(world: World, call: Call) -> None:
    if call.flag("drop_pending_updates"):
        world.updates.drop_pending()
