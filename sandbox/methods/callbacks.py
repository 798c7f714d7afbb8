"""Answers to taps."""

from sandbox.call import Call
from sandbox.errors import bad_request
from sandbox.methods.registry import api_method
from sandbox.world import World

_ANSWER_LIMIT = 200


@api_method("answerCallbackQuery")
def answer_callback_query(world: World, call: Call) -> bool:
    text, alert = call.text("text"), call.flag("show_alert")
    if len(text) > _ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    answer = {"text": text, "alert": alert, "url": call.text("url") or None}
    query = world.queries.close(call.text("callback_query_id"), answer)
    if text and query.chat_id:
        _show(world, query.chat_id, query.user_id, query.message_id, text=text, alert=alert)
    return True


def _show(world: World, chat_id: int, user_id: int, message_id: int | None, *, text: str, alert: bool) -> None:
    world.messages.add_alert(chat_id, user_id, message_id, text=text, alert=alert, at=world.clock.now())
    world.events.publish("alert", chat=chat_id, user=user_id, text=text, alert=alert, message_id=message_id)
