"""Whose the forwarded messages are, and what became of them."""

from collections.abc import Sequence

from services.conversation.values import Button, Parts, Screen, Style, Text, text
from services.documents.waiting import Waiting
from services.documents.words import shorten

LONGEST_NAME = 24
LONGEST_ECHO = 60


def whose(waiting: Waiting, packet_id: int) -> Screen:
    """Each with what he said, to know him by."""
    lines = [_speaker_line(waiting, speaker) for speaker in waiting.speakers]
    rows = _rows("lead.from-packet", str(packet_id), waiting.speakers, text("btn-packet-of-none"))
    return Screen([text("ask-packet-whose"), *lines, text("ask-packet-whose-rest")], rows)


def _speaker_line(waiting: Waiting, speaker: str) -> Text:
    his = waiting.of(speaker)
    count = text("scr-lead-messages", count=len(his.said))
    words = shorten(" ".join(his.words), LONGEST_ECHO) if his.words else None
    return text("scr-packet-speaker", parts=Parts([speaker, count, words]))


def who_is(speakers: Sequence[str], packet_id: int, lead_id: int) -> Screen:
    rows = _rows("lead.add-packet", f"{packet_id}:{lead_id}", speakers, text("btn-packet-not-his"))
    lines = [text("ask-packet-who-is", lead=str(lead_id)), text("ask-packet-whose-rest") if len(speakers) > 1 else None]
    return Screen(lines, rows, subject=f"lead:{lead_id}")


def _rows(verb: str, arg: str, speakers: Sequence[str], nobody: Text) -> list[list[Button]]:
    count = len(speakers)
    labels = [text("btn-packet-of", name=shorten(name, LONGEST_NAME)) for name in speakers]
    named = [[Button(label, verb, f"{arg}:{n}-{count}", Style.PRIMARY)] for n, label in enumerate(labels, start=1)]
    return [*named, [Button(nobody, verb, f"{arg}:0-{count}"), Button(text("btn-menu"), "menu")]]


def add(packet_id: int, lead_id: int, who: str) -> list[Button]:
    arg = f"{packet_id}:{lead_id}:{who}" if who else f"{packet_id}:{lead_id}"
    return [Button(text("btn-lead-add-packet"), "lead.add-packet", arg, Style.SUCCESS)]


def added() -> Text:
    return text("scr-lead-packet-added")


def with_left(card: Screen, packet_id: int, left: Sequence[str]) -> Screen:
    """What others wrote is a tap away."""
    if not left:
        return card
    following = [Button(text("btn-packet-next"), "lead.from-packet", packet_id)]
    return card.with_first(text("scr-packet-left", names=Parts(left))).with_rows(following)
