"""Imports aiogram with the building of its 590 models put off until each is first used.

A process uses about forty of them; building all costs two thirds of the start and a hundred megabytes. This leans on
two of pydantic's internals, so it tests itself: where they have changed, aiogram is imported in the ordinary way.
See docs/decisions/0003-aiogram-models-on-first-use.md.
"""

import sys
from typing import Any

import pydantic
import structlog

log = structlog.get_logger(service="process")

_PROBE: dict[str, Any] = {
    "update_id": 1,
    "callback_query": {
        "id": "1",
        "from": {"id": 1, "is_bot": False, "first_name": "?"},
        "chat_instance": "1",
        "message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "?"},
        "data": "?",
    },
}


def import_aiogram() -> bool:
    """Whether the models are built on first use; call it before anything imports aiogram."""
    if "aiogram" in sys.modules:
        return False
    try:
        namespace = _import_deferred()
        _resolve_with(namespace)
        _probe()
    except Exception as error:  # noqa: BLE001 - any surprise means that the internals have changed
        log.warning("aiogram.eager", reason=type(error).__name__)
        for name in [name for name in sys.modules if name.partition(".")[0] == "aiogram"]:
            del sys.modules[name]
        import aiogram  # noqa: F401, PLC0415 - the ordinary way

        return False
    return True


def _import_deferred() -> dict[str, Any]:
    """The names that aiogram's annotations refer to."""
    from pydantic._internal import _config  # noqa: PLC0415 - the internal that may go away

    namespace: dict[str, Any] = {}

    def collect(cls: type[pydantic.BaseModel], *, _types_namespace: Any = None, **_: Any) -> None:  # noqa: ARG001 - a classmethod's signature
        namespace.update(_types_namespace or {})

    rebuild = pydantic.BaseModel.__dict__["model_rebuild"]
    defer = _config.config_defaults["defer_build"]
    _config.config_defaults["defer_build"] = True
    pydantic.BaseModel.model_rebuild = classmethod(collect)  # type: ignore[assignment, method-assign, arg-type]  # for the import only
    try:
        import aiogram  # noqa: F401, PLC0415 - the point of it all
    finally:
        _config.config_defaults["defer_build"] = defer
        pydantic.BaseModel.model_rebuild = rebuild  # type: ignore[method-assign]  # as it was
    return namespace


def _resolve_with(namespace: dict[str, Any]) -> None:
    from aiogram.methods.base import Response, TelegramMethod  # noqa: PLC0415 - after the deferred import
    from aiogram.types.base import TelegramObject  # noqa: PLC0415 - as above

    build = pydantic.BaseModel.model_rebuild.__func__  # type: ignore[attr-defined]  # a classmethod has it

    def model_rebuild(cls: type[pydantic.BaseModel], *, _types_namespace: Any = None, **options: Any) -> bool | None:
        options.pop("_parent_namespace_depth", None)
        built: bool | None = build(cls, _types_namespace=_types_namespace or namespace, **options)
        return built

    for base in (TelegramObject, TelegramMethod, Response):
        base.model_rebuild = classmethod(model_rebuild)  # type: ignore[assignment, method-assign, arg-type]  # used at first need


def _probe() -> None:
    from aiogram.methods import SendMessage  # noqa: PLC0415 - after the deferred import
    from aiogram.methods.base import Response  # noqa: PLC0415 - as above
    from aiogram.types import Message, Update  # noqa: PLC0415 - as above

    answer = Response[Message].model_validate({"ok": True, "result": _PROBE["callback_query"]["message"]})
    update = Update.model_validate(_PROBE)
    built = SendMessage(chat_id=1, text="?")
    if answer.result is None or built.text != "?" or update.callback_query is None or update.callback_query.data != "?":
        raise TypeError("the probe was not read back")
