"""Parse mode HTML, with the official server's tags, leniences and error texts."""

import re
from dataclasses import dataclass

from sandbox.entities.links import link_entity
from sandbox.entities.model import Entity
from sandbox.errors import ApiError, bad_request

_TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "u": "underline",
    "ins": "underline",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "pre": "pre",
    "code": "code",
    "blockquote": "blockquote",
}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPACES = " \t\r\n\0\v"
_STOP = re.compile(r"[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
_TAG_NAME = re.compile(rf"[^{_SPACES}>]*")
_ATTRIBUTE = re.compile(rf"""[^{_SPACES}=>/"']*""")
_TOKEN = re.compile(r"[a-zA-Z0-9.\-]*")


@dataclass(slots=True)
class _OpenTag:
    name: str
    argument: str
    start: int


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Returns the text and its entities. Raises ApiError 400 "can't parse entities: ..."."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source + "\0"
        self._end = len(source)
        self._at = 0
        self._out: list[str] = []
        self._length = 0
        self._open: list[_OpenTag] = []
        self._entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self._at < self._end:
            stop = _STOP.search(self._source, self._at)
            until = stop.start() if stop else self._end
            self._emit(self._source[self._at : until])
            self._at = until
            if stop:
                self._special()
        if self._open:
            raise _error(f'Can\'t find end tag corresponding to start tag "{self._open[-1].name}"')
        for entity in self._entities:
            if entity.type == "code":
                entity.extra.clear()
        return "".join(self._out), self._entities

    def _special(self) -> None:
        if self._source[self._at] == "&":
            self._emit(self._reference())
        elif self._source[self._at + 1] == "/":
            self._end_tag()
        else:
            self._start_tag()

    def _emit(self, text: str) -> None:
        if text:
            self._out.append(text)
            self._length += len(text)

    def _reference(self) -> str:
        """Reads an HTML reference; an unknown one stays as it is, from its ampersand on."""
        match = _REFERENCE.match(self._source, self._at)
        decoded = _decode(match) if match else None
        if match is None or decoded is None:
            self._at += 1
            return "&"
        self._at = match.end()
        return decoded

    def _start_tag(self) -> None:
        begin = self._at
        name_match = _match(_TAG_NAME, self._source, begin + 1)
        self._at = name_match.end()
        if self._at >= self._end:
            raise self._error("Unclosed start tag", begin)
        name = name_match.group().lower()
        if name not in _TYPES:
            raise self._error(f'Unsupported start tag "{name}"', begin)
        argument = self._attributes(name, begin)
        if name == "span" and argument != "spoiler":
            raise self._error('Tag "span" must have class "tg-spoiler"', begin)
        self._open.append(_OpenTag(name, argument, self._length))

    def _attributes(self, tag: str, begin: int) -> str:
        argument = ""
        while self._source[self._at] != ">":
            self._skip_spaces()
            if self._source[self._at] == ">":
                break
            attribute = self._attribute_name(tag, begin)
            self._skip_spaces()
            if self._source[self._at] != "=":
                if self._at >= self._end:
                    raise self._error(f'Unclosed start tag "{tag}"', begin)
                argument = _argument(tag, attribute, "") or argument
                continue
            argument = _argument(tag, attribute, self._attribute_value(begin)) or argument
        self._at += 1
        return argument

    def _attribute_name(self, tag: str, begin: int) -> str:
        match = _match(_ATTRIBUTE, self._source, self._at)
        if not match.group():
            raise self._error(f'Empty attribute name in the tag "{tag}"', begin)
        self._at = match.end()
        return match.group()

    def _attribute_value(self, begin: int) -> str:
        self._at += 1
        self._skip_spaces()
        if self._at >= self._end:
            raise self._error("Unclosed start tag", begin)
        quote = self._source[self._at]
        value = self._quoted(quote) if quote in "'\"" else self._name_token()
        if self._at >= self._end:
            raise self._error("Unclosed start tag", begin)
        return value

    def _quoted(self, quote: str) -> str:
        self._at += 1
        parts = []
        while self._at < self._end and self._source[self._at] != quote:
            if self._source[self._at] == "&":
                parts.append(self._reference())
            else:
                parts.append(self._source[self._at])
                self._at += 1
        self._at += 1
        return "".join(parts)

    def _name_token(self) -> str:
        match = _match(_TOKEN, self._source, self._at)
        begin, self._at = self._at, match.end()
        if self._source[self._at] not in _SPACES + ">":
            raise self._error("Unexpected end of name token", begin)
        return match.group().lower()

    def _end_tag(self) -> None:
        begin = self._at
        if not self._open:
            raise self._error("Unexpected end tag", begin)
        match = _match(_TAG_NAME, self._source, begin + 2)
        self._at = match.end()
        self._skip_spaces()
        if self._source[self._at] != ">":
            raise self._error("Unclosed end tag", begin)
        self._at += 1
        opened, found = self._open.pop(), match.group()
        if found and found != opened.name:
            place = _byte_offset(self._source, begin)
            raise _error(f'Unmatched end tag at byte offset {place}, expected "</{opened.name}>", found "</{found}>"')
        if self._length > opened.start:
            self._close(opened)

    def _close(self, tag: _OpenTag) -> None:
        span = (tag.start, self._length)
        if tag.name in ("pre", "code"):
            self._close_code(tag)
        elif tag.name == "a":
            url = tag.argument or "".join(self._out)[tag.start :]
            self._entities += link_entity(*span, url)
        elif tag.name == "tg-emoji":
            if not tag.argument.isdecimal():
                raise _error("Invalid custom emoji identifier specified")
            self._entities.append(Entity("custom_emoji", *span, {"custom_emoji_id": tag.argument}))
        elif tag.name == "blockquote" and tag.argument:
            self._entities.append(Entity("expandable_blockquote", *span))
        else:
            self._entities.append(Entity(_TYPES[tag.name], *span))

    def _close_code(self, tag: _OpenTag) -> None:
        """`pre` and `code` with a language around the same text are one entity."""
        last = self._entities[-1] if self._entities else None
        same = last is not None and (last.start, last.end) == (tag.start, self._length)
        extra = {"language": tag.argument} if tag.argument else {}
        if last and same and tag.name == "pre" and last.type == "code" and last.extra:
            last.type = "pre"
        elif last and same and tag.name == "code" and last.type == "pre" and extra:
            last.extra = extra
        else:
            self._entities.append(Entity(tag.name, tag.start, self._length, extra))

    def _skip_spaces(self) -> None:
        while self._at < self._end and self._source[self._at] in _SPACES:
            self._at += 1

    def _error(self, message: str, position: int) -> ApiError:
        return _error(f"{message} at byte offset {_byte_offset(self._source, position)}")


def _argument(tag: str, attribute: str, value: str) -> str:
    match tag, attribute:
        case ("a", "href") | ("tg-emoji", "emoji-id"):
            return value
        case "code", "class":
            return value.removeprefix("language-") if value.startswith("language-") else ""
        case "span", "class":
            return value.removeprefix("tg-") if value.startswith("tg-") else ""
        case "blockquote", "expandable":
            return "1"
    return ""


def _decode(match: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = match.groups()
    if name:
        return _NAMED.get(name)
    digits = hexadecimal or decimal
    code = int(digits, 16 if hexadecimal else 10) if len(digits) < 9 else 0
    return chr(code) if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF else None


def _match(pattern: re.Pattern[str], text: str, position: int) -> re.Match[str]:
    """For patterns that match the empty string too."""
    found = pattern.match(text, position)
    if found is None:
        raise ValueError(pattern.pattern)
    return found


def _byte_offset(text: str, position: int) -> int:
    return len(text[:position].encode())


def _error(message: str) -> ApiError:
    return bad_request(f"can't parse entities: {message}")
