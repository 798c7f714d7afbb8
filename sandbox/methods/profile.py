"""What the bot says of itself: getMe, names and descriptions by language."""

from typing import Any

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.methods.registry import Handler, api_method
from sandbox.world import World

_FIELDS = (("Name", "name", 64), ("Description", "description", 512), ("ShortDescription", "short_description", 120))


@api_method("getMe")
def get_me(world: World, call: Call) -> dict[str, Any]:  # noqa: ARG001 - the registry's shape
    return world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
    }


def _setter(field: str, limit: int) -> Handler:
    def set_field(world: World, call: Call) -> bool:
        text = call.text(field).strip()
        if len(text) > limit:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        world.store.write_setting(f"profile.{field}:{call.text('language_code')}", text)
        return True

    return set_field


def _getter(field: str) -> Handler:
    def get_field(world: World, call: Call) -> dict[str, str]:
        default = world.options.bot_name if field == "name" else ""
        general = world.store.read_setting(f"profile.{field}:", default)
        own = world.store.read_setting(f"profile.{field}:{call.text('language_code')}", general)
        return {field: own or general or default}

    return get_field


for _suffix, _field, _limit in _FIELDS:
    api_method(f"setMy{_suffix}")(_setter(_field, _limit))
    api_method(f"getMy{_suffix}")(_getter(_field))
