"""Updates as Telegram sends them."""

import time
from itertools import count
from typing import Any

from tests.bench.telegram import BOT_ID

_numbers = count(time.time_ns() // 1_000_000)
"""Later than those of any run before: a database that is kept knows these, and answers nothing twice."""


def tap(person_id: int, data: str) -> dict[str, Any]:
    """A person taps a button under message 1 of his chat with the bot."""
    number = next(_numbers)
    return {
        "update_id": number,
        "callback_query": {
            "id": str(number),
            "from": {"id": person_id, "is_bot": False, "first_name": "Maryna", "language_code": "ru"},
            "chat_instance": "1",
            "message": {
                "message_id": 1,
                "date": 1795338000,
                "chat": {"id": person_id, "type": "private", "first_name": "Maryna"},
                "from": {"id": BOT_ID, "is_bot": True, "first_name": "CRM", "username": "ael_crm_bot"},
                "text": "ok",
            },
            "data": data,
        },
    }
