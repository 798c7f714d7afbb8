"""Commands per scope and language, and the menu button."""

import re
from typing import Any

from sandbox.call import Call
from sandbox.directory import Group
from sandbox.entities.links import check_https
from sandbox.errors import bad_request
from sandbox.jsontext import to_integer
from sandbox.methods.registry import api_method
from sandbox.world import World

_COMMAND = re.compile(r"[a-z0-9_]+")
_WIDE_SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_BAD_SCOPE = "can't parse BotCommandScope: "


@api_method("setMyCommands")
def set_my_commands(world: World, call: Call) -> bool:
    key = _settings_key(world, call)
    commands = call.object("commands", "can't parse commands JSON object") or []
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    checked = {command: description for command, description in map(_read_command, commands) if command}
    if len(checked) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    _keep(world, key, [{"command": command, "description": text} for command, text in checked.items()])
    return True


@api_method("getMyCommands")
def get_my_commands(world: World, call: Call) -> Any:
    return world.store.read_setting(_settings_key(world, call), [])


@api_method("deleteMyCommands")
def delete_my_commands(world: World, call: Call) -> bool:
    _keep(world, _settings_key(world, call), [])
    return True


@api_method("setChatMenuButton")
def set_chat_menu_button(world: World, call: Call) -> bool:
    button = call.object("menu_button", "can't parse menu button JSON object") or {"type": "default"}
    world.store.write_setting(_menu_key(world, call), _read_menu_button(button))
    world.events.publish("commands", chat=call.chat_id)
    return True


@api_method("getChatMenuButton")
def get_chat_menu_button(world: World, call: Call) -> Any:
    return menu_button_in_force(world, call.chat_id)


def menu_button_in_force(world: World, chat_id: int | None) -> Any:
    default = world.store.read_setting("menu:", {"type": "commands"})
    own = world.store.read_setting(f"menu:{chat_id or ''}", default)
    return default if own["type"] == "default" and chat_id else own


def commands_in_force(world: World, chat_id: int, user_id: int) -> list[dict[str, str]]:
    """Returns the commands of the narrowest scope that has some, the person's language before any."""
    person = world.directory.person(user_id)
    language = (person.profile.get("language_code", "") if person else "")[:2]
    if chat_id > 0:
        scopes = [f"chat:{chat_id}", "all_private_chats", "default"]
    else:
        scopes = [f"chat_member:{chat_id}:{user_id}", f"chat:{chat_id}", "all_group_chats", "default"]
    for key in (f"commands:{scope}:{code}" for scope in scopes for code in dict.fromkeys((language, ""))):
        found: list[dict[str, str]] = world.store.read_setting(key, [])
        if found:
            return found
    return []


def _keep(world: World, key: str, commands: list[dict[str, str]]) -> None:
    if commands:
        world.store.write_setting(key, commands)
    else:
        world.store.forget_setting(key)
    world.events.publish("commands")


def _read_command(raw: Any) -> tuple[str, str]:
    if not isinstance(raw, dict) or not isinstance(raw.get("command"), str):
        raise bad_request("can't parse BotCommand: Can't find field \"command\"")
    command = raw["command"].strip().removeprefix("/")
    description = str(raw.get("description") or "").strip()
    if len(command) > 32:
        raise bad_request("Command length must not exceed 32")
    if not command or not _COMMAND.fullmatch(command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("Command description must be non-empty")
    if len(description) > 256:
        raise bad_request("Command description length must not exceed 256")
    return command, description


def _settings_key(world: World, call: Call) -> str:
    scope = call.object("scope", "can't parse BotCommandScope JSON object") or {"type": "default"}
    language = call.text("language_code")
    if language and not (len(language) == 2 and language.isalpha()):
        raise bad_request("LANG_CODE_INVALID")
    return f"commands:{_read_scope(world, scope)}:{language}"


def _read_scope(world: World, scope: Any) -> str:
    kind = scope.get("type") if isinstance(scope, dict) else None
    if kind in _WIDE_SCOPES:
        return str(kind)
    if kind not in ("chat", "chat_administrators", "chat_member"):
        raise bad_request(_BAD_SCOPE + "Unsupported type specified")
    if "chat_id" not in scope:
        raise bad_request(_BAD_SCOPE + 'Can\'t find field "chat_id"')
    chat = world.directory.chat(to_integer(scope["chat_id"]) or 0)
    if chat is None:
        raise bad_request("chat not found")
    if kind != "chat" and not isinstance(chat, Group):
        raise bad_request("can't change commands in private chats for this scope")
    return f"{kind}:{chat.id}" + (f":{to_integer(scope.get('user_id'))}" if kind == "chat_member" else "")


def _menu_key(world: World, call: Call) -> str:
    if call.chat_id is None:
        return "menu:"
    if world.directory.person(call.chat_id) is None:
        raise bad_request("chat not found")
    return f"menu:{call.chat_id}"


def _read_menu_button(raw: Any) -> dict[str, Any]:
    kind = raw.get("type") if isinstance(raw, dict) else None
    if kind in ("default", "commands"):
        return {"type": kind}
    if kind != "web_app":
        raise bad_request("can't parse MenuButton: Unsupported type specified")
    web_app = raw.get("web_app")
    url = str(web_app.get("url", "")) if isinstance(web_app, dict) else ""
    if not str(raw.get("text", "")).strip():
        raise bad_request("menu button text must be non-empty")
    try:
        return {"type": "web_app", "text": raw["text"], "web_app": {"url": check_https(url)}}
    except ValueError as error:
        raise bad_request(f"menu button Web App URL '{url}' is invalid: {error}") from None
