"""Parse modes MarkdownV2 and the legacy Markdown, with the official server's error texts."""

import re
from dataclasses import dataclass

from sandbox.entities.links import link_entity
from sandbox.entities.model import Entity
from sandbox.errors import ApiError, bad_request

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_WIRE_TYPES = {
    "Bold": "bold",
    "Italic": "italic",
    "Underline": "underline",
    "Strikethrough": "strikethrough",
    "Spoiler": "spoiler",
    "Code": "code",
    "Pre": "pre",
    "PreCode": "pre",
    "BlockQuote": "blockquote",
}
_ENDS = {
    "Bold": "*",
    "Underline": "__",
    "Strikethrough": "~",
    "Spoiler": "||",
    "Code": "`",
    "Pre": "```",
    "PreCode": "```",
    "TextUrl": "]",
    "CustomEmoji": "]",
}
_BEGINS = (
    ("```", "Pre"),
    ("`", "Code"),
    ("__", "Underline"),
    ("_", "Italic"),
    ("*", "Bold"),
    ("~", "Strikethrough"),
    ("||", "Spoiler"),
    ("![", "CustomEmoji"),
    ("[", "TextUrl"),
)
_LANGUAGE = re.compile(r"[^\s`]+(?=\s)")
_LINE_BREAK = re.compile(r"\r\n|\n\r|\n|\r")
_EMOJI_URL = re.compile(r"tg://emoji\?id=(\d+)")


@dataclass(slots=True)
class _Open:
    type: str
    start: int
    source_at: int
    language: str = ""


def parse_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    """Returns the text and its entities. Raises ApiError 400 "can't parse entities: ..."."""
    return _ParserV2(source).parse()


class _ParserV2:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._out: list[str] = []
        self._open: list[_Open] = []
        self._entities: list[Entity] = []
        self._line_start = True

    def parse(self) -> tuple[str, list[Entity]]:
        while self._at < len(self._source):
            self._step()
        self._end_quote()
        if self._open:
            last = self._open[-1]
            raise self._error(f"Can't find end of {last.type} entity", last.source_at)
        return "".join(self._out), self._entities

    def _step(self) -> None:
        letter = self._source[self._at]
        if letter == "\\" and "\0" < self._source[self._at + 1 : self._at + 2] <= "~":
            self._out.append(self._source[self._at + 1])
            self._at += 2
        elif letter not in ("`" if self._inside_code() else _RESERVED):
            self._out.append(letter)
            self._at += 1
        elif self._ends_here():
            self._end()
        else:
            self._begin(letter)
            return
        self._line_start = False

    def _inside_code(self) -> bool:
        return bool(self._open) and self._open[-1].type in ("Code", "Pre", "PreCode")

    def _ends_here(self) -> bool:
        if not self._open:
            return False
        kind = self._open[-1].type
        if kind == "Italic":
            return self._looking_at("_") and not self._looking_at("__")
        return kind in _ENDS and self._looking_at(_ENDS[kind])

    def _begin(self, letter: str) -> None:
        if letter == "\n":
            self._new_line()
            return
        if letter == ">" and self._line_start:
            self._begin_quote()
            return
        self._line_start = False
        for mark, kind in _BEGINS:
            if self._looking_at(mark):
                opened = _Open(kind, len(self._out), self._at)
                self._at += len(mark)
                self._open.append(opened)
                if kind == "Pre":
                    self._skip_language(opened)
                return
        raise bad_request(
            f"can't parse entities: Character '{letter}' is reserved and must be escaped with the preceding '\\'"
        )

    def _new_line(self) -> None:
        if not self._source.startswith(">", self._at + 1):
            self._end_quote()
        self._out.append("\n")
        self._at += 1
        self._line_start = True

    def _begin_quote(self) -> None:
        if not any(item.type == "BlockQuote" for item in self._open):
            self._open.append(_Open("BlockQuote", len(self._out), self._at))
        self._at += 1
        self._line_start = False

    def _end_quote(self) -> None:
        if self._open and self._open[-1].type == "BlockQuote":
            self._add(self._open.pop(), {})

    def _skip_language(self, opened: _Open) -> None:
        if language := _LANGUAGE.match(self._source, self._at):
            opened.type, opened.language = "PreCode", language[0]
            self._at = language.end()
        if line_break := _LINE_BREAK.match(self._source, self._at):
            self._at = line_break.end()

    def _end(self) -> None:
        opened = self._open.pop()
        self._at += len(_ENDS.get(opened.type, "_"))
        if opened.type in ("TextUrl", "CustomEmoji"):
            self._end_link(opened)
        else:
            self._add(opened, {"language": opened.language} if opened.language else {})

    def _end_link(self, opened: _Open) -> None:
        shown = "".join(self._out[opened.start :])
        url = self._url() if self._looking_at("(") else shown
        if len(self._out) == opened.start:
            return
        if opened.type == "TextUrl":
            self._entities += link_entity(opened.start, len(self._out), url)
            return
        emoji = _EMOJI_URL.fullmatch(url)
        if emoji is None:
            raise bad_request("can't parse entities: Custom emoji entity must contain a tg://emoji URL")
        self._entities.append(Entity("custom_emoji", opened.start, len(self._out), {"custom_emoji_id": emoji[1]}))

    def _url(self) -> str:
        begin = self._at = self._at + 1
        parts = []
        while self._at < len(self._source) and self._source[self._at] != ")":
            if self._source[self._at] == "\\" and self._at + 1 < len(self._source):
                self._at += 1
            parts.append(self._source[self._at])
            self._at += 1
        if self._at >= len(self._source):
            raise self._error("Can't find end of a URL", begin)
        self._at += 1
        return "".join(parts)

    def _add(self, opened: _Open, extra: dict[str, str]) -> None:
        if len(self._out) > opened.start:
            self._entities.append(Entity(_WIRE_TYPES[opened.type], opened.start, len(self._out), {**extra}))

    def _looking_at(self, mark: str) -> bool:
        return self._source.startswith(mark, self._at)

    def _error(self, message: str, position: int) -> ApiError:
        return _error_at(message, self._source, position)


_LEGACY_ENDS = {"_": "_", "*": "*", "`": "`", "[": "]"}
_LEGACY_TYPES = {"_": "italic", "*": "bold", "`": "code", "```": "pre"}


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """Reads the legacy mode, which has no nesting. Raises ApiError 400."""
    out: list[str] = []
    entities: list[Entity] = []
    at = 0
    while at < len(source):
        letter = source[at]
        if letter == "\\" and source[at + 1 : at + 2] in ("_", "*", "`", "["):
            out.append(source[at + 1])
            at += 2
        elif letter in _LEGACY_ENDS:
            at = _legacy_entity(source, at, out, entities)
        else:
            out.append(letter)
            at += 1
    return "".join(out), entities


def _legacy_entity(source: str, begin: int, out: list[str], entities: list[Entity]) -> int:
    mark = "```" if source.startswith("```", begin) else source[begin]
    close = _LEGACY_ENDS.get(mark, mark)
    end = source.find(close, begin + len(mark))
    if end < 0:
        raise _error_at("Can't find end of the entity starting", source, begin)
    start, after = len(out), end + len(close)
    out.extend(source[begin + len(mark) : end].lstrip("\n") if mark == "```" else source[begin + len(mark) : end])
    if mark == "[":
        url, after = _legacy_url(source, after, "".join(out[start:]))
        entities += link_entity(start, len(out), url)
    elif len(out) > start:
        entities.append(Entity(_LEGACY_TYPES[mark], start, len(out)))
    return after


def _legacy_url(source: str, at: int, shown: str) -> tuple[str, int]:
    end = source.find(")", at) if source.startswith("(", at) else -1
    return (shown, at) if end < 0 else (source[at + 1 : end], end + 1)


def _error_at(message: str, source: str, position: int) -> ApiError:
    place = len(source[:position].encode())
    return bad_request(f"can't parse entities: {message} at byte offset {place}")
