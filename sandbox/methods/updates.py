"""getUpdates and the bot's session."""

from typing import Any

from sandbox.call import Call
from sandbox.errors import conflict
from sandbox.methods.registry import api_method
from sandbox.updates import WEBHOOK_IS_SET
from sandbox.world import World


@api_method("getUpdates")
async def get_updates(world: World, call: Call) -> list[dict[str, Any]]:
    if world.store.read_setting("webhook"):
        raise conflict(WEBHOOK_IS_SET)
    remember_allowed(world, call)
    limit = call.integer("limit", 100)
    return await world.updates.get(
        call.integer("offset"),
        limit=limit if 1 <= limit <= 100 else 100,
        timeout=min(max(call.integer("timeout"), 0), 50),
    )


def remember_allowed(world: World, call: Call) -> None:
    """Raises ApiError 400 for a list that can't be read. Without one the previous stays."""
    allowed = call.object("allowed_updates", "can't parse allowed_updates JSON object")
    if isinstance(allowed, list) and allowed != world.updates.allowed():
        with world.store.transaction():
            world.updates.allow([str(kind) for kind in allowed])


@api_method("logOut")
def log_out(world: World, call: Call) -> bool:  # noqa: ARG001 - the registry's shape
    return True


@api_method("close")
def close(world: World, call: Call) -> bool:  # noqa: ARG001 - the registry's shape
    return True
