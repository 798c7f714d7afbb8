"""What the machinery knows of a dead letter, in words; what has none stands as it is stored."""

from collections.abc import Mapping, Sequence
from datetime import date

from services.conversation.values import FullDay, Param, Parts, Text, text

LONGEST = 200
SAID_ABOVE = frozenset({"event", "consumer", "incident"})
NAMED = frozenset(
    {"event_id", "source", "correlation_id", "update_id", "type", "holds", "verb", "about", "step", "of", "due"}
)
CODES: Mapping[str, frozenset[str]] = {
    "source": frozenset({"manual", "system", "automation"}),
    "type": frozenset({"message", "edited_message", "callback_query", "my_chat_member"}),
    "holds": frozenset(
        {
            *("text", "photo", "document", "video", "voice", "audio", "sticker", "contact", "location", "caption"),
            *("reply_to_message", "forward_origin", "media_group_id", "entities", "data", "message"),
        }
    ),
}


def fact_words(facts: Sequence[tuple[str, str]]) -> list[Text]:
    return [_line(name, value) for name, value in facts if name not in SAID_ABOVE]


def _line(name: str, value: str) -> Text:
    label: Param = text(f"dead-fact-{name}") if name in NAMED else name
    return text("scr-dead-fact", name=label, value=_value(name, value))


def _value(name: str, value: str) -> Param:
    match name:
        case "about":
            subject, _, number = value.partition(" ")
            return text(f"dead-subject-{subject}", number=number)
        case "of":
            return FullDay(date.fromisoformat(value))
        case "due":
            day, _, at = value.partition(" ")
            return text("dead-due", day=FullDay(date.fromisoformat(day)), at=at)
        case _ if name in CODES:
            return Parts([text(f"dead-{name}-{code}") if code in CODES[name] else code for code in value.split(", ")])
        case _:
            return value if len(value) <= LONGEST else f"{value[:LONGEST]}…"
