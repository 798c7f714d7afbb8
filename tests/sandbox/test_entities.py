"""Formatted text by Telegram's rules."""

from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities import format_text, format_typed, to_html
from sandbox.errors import ApiError


def shape(entities: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


HTML = [
    ("<b>bold</b> &amp; &lt;i&gt; &#33;&#x21;&nope;", "bold & <i> !!&nope;", [("bold", 0, 4)]),
    ("<B>x</b>", "x", [("bold", 0, 1)]),
    ("<i>a<b>b</b></i>", "ab", [("italic", 0, 2), ("bold", 1, 1)]),
    ("😀<b>я</b>", "😀я", [("bold", 2, 1)]),
    ("<b></b>x", "x", []),
    ("<b>a</b><strong>b</strong>", "ab", [("bold", 0, 2)]),
    ("  <b>x </b> ", "x", [("bold", 0, 1)]),
    ("<b> x</b>", " x", [("bold", 0, 2)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<pre><code class='language-py'>x</code></pre>", "x", [("pre", 0, 1)]),
    ("<pre>x</pre><code>y</code>", "xy", [("pre", 0, 1), ("code", 1, 1)]),
    ("<b>a<code>b</code>c</b>", "abc", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ("a\r\nb\u202ec", "a\nbc", []),
    ("a\u200fb", "a\u200fb", []),
    ('<a href="http://localhost">x</a>', "x", []),
]


@pytest.mark.parametrize(("source", "text", "entities"), HTML)
def test_html_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    formatted = format_text(source, parse_mode="HTML", entities=None)
    assert (formatted.text, shape(formatted.entities)) == (text, entities)


MARKDOWN_V2 = [
    ("*bold* _it_ __un__ ~st~ ||sp||", "bold it un st sp", ["bold", "italic", "underline", "strikethrough", "spoiler"]),
    ("*a _b_*", "a b", ["bold", "italic"]),
    ("1\\. \\*x\\*", "1. *x*", []),
    ("`a.b*`", "a.b*", ["code"]),
    ("```py\nx = 1\n```", "x = 1", ["pre"]),
    ("[x](https://a.io/\\(1\\))", "x", ["text_link"]),
    (">quote\n>more\nafter", "quote\nmore\nafter", ["blockquote"]),
    ("![😀](tg://emoji?id=5)", "😀", ["custom_emoji"]),
]


@pytest.mark.parametrize(("source", "text", "types"), MARKDOWN_V2)
def test_markdown_v2_becomes_text_and_entities(source: str, text: str, types: list[str]) -> None:
    formatted = format_text(source, parse_mode="MarkdownV2", entities=None)
    assert (formatted.text, [entity["type"] for entity in formatted.entities]) == (text, types)


MARKDOWN = [
    ("*bold* _it_ `co.de`", "bold it co.de", ["bold", "italic", "code"]),
    ("[x](https://a.io)", "x", ["text_link"]),
    ("1. \\*x", "1. *x", []),
    ("```\nx```", "x", ["pre"]),
]


@pytest.mark.parametrize(("source", "text", "types"), MARKDOWN)
def test_legacy_markdown_becomes_text_and_entities(source: str, text: str, types: list[str]) -> None:
    formatted = format_text(source, parse_mode="markdown", entities=None)
    assert (formatted.text, [entity["type"] for entity in formatted.entities]) == (text, types)


FOUND = [
    ("/start x", [("bot_command", 0, 6)]),
    ("see /deal_5, and/or", [("bot_command", 4, 7)]),
    ("/start@ael_crm_bot", [("bot_command", 0, 18)]),
    ("https://a.io/x?y=1.", [("url", 0, 18)]),
    ("go to crm.example/a now", [("url", 6, 13)]),
    ("a.b@mail.ru", [("email", 0, 11)]),
    ("@marina привет", [("mention", 0, 7)]),
    ("#осаго #1", [("hashtag", 0, 6)]),
    ("$USD", [("cashtag", 0, 4)]),
    ("+7 (999) 111-22-33", [("phone_number", 0, 18)]),
    ("3.14 и 31.12.26", []),
    ("😀 /go", [("bot_command", 3, 3)]),
]


@pytest.mark.parametrize(("text", "entities"), FOUND)
def test_entities_are_found_in_what_a_person_types(text: str, entities: list[tuple[str, int, int]]) -> None:
    assert shape(format_typed(text).entities) == entities


def test_nothing_is_found_inside_code_and_links() -> None:
    formatted = format_text('<code>/go</code> <a href="https://a.io">@marina</a> /go', parse_mode="HTML", entities=None)
    assert [entity["type"] for entity in formatted.entities] == ["code", "text_link", "bot_command"]


def test_a_link_is_kept_in_full_form() -> None:
    formatted = format_text('<a href="a.io">x</a>', parse_mode="HTML", entities=None)
    assert formatted.entities[0]["url"] == "http://a.io/"


def test_given_entities_are_used_when_there_is_no_parse_mode() -> None:
    entities = [{"type": "bold", "offset": 0, "length": 1}, {"type": "bold", "offset": 5, "length": 9}]
    assert shape(format_text("<b>", parse_mode="", entities=entities).entities) == [("bold", 0, 1)]


BACK = [
    ("<b>a</b> &amp; <i>b</i>", None),
    ("<b>a<i>b</i></b>", None),
    ('<a href="https://a.io/?a=1&amp;b=2">x</a>', None),
    ('<pre><code class="language-py">x &lt; 1</code></pre>', None),
    ("<blockquote expandable>x</blockquote>", None),
    ('<tg-emoji emoji-id="5">😀</tg-emoji>', None),
    ("<u>a<s>b</u></s>", "refused"),
]


@pytest.mark.parametrize(("source", "refused"), BACK)
def test_html_comes_back_as_it_was(source: str, refused: str | None) -> None:
    if refused:
        with pytest.raises(ApiError):
            format_text(source, parse_mode="HTML", entities=None)
        return
    formatted = format_text(source, parse_mode="HTML", entities=None)
    assert to_html(formatted.text, formatted.entities) == source


def test_crossing_entities_are_split_so_that_tags_nest() -> None:
    entities = [{"type": "bold", "offset": 0, "length": 2}, {"type": "italic", "offset": 1, "length": 2}]
    assert to_html("abc", entities) == "<b>a<i>b</i></b><i>c</i>"


@given(st.text())
def test_escaped_text_comes_through_without_made_up_markup(text: str) -> None:
    formatted = format_text(escape(text), parse_mode="HTML", entities=None)
    styled = {"bold", "italic", "code", "pre", "text_link", "text_mention", "spoiler", "underline", "strikethrough"}
    assert not styled & {entity["type"] for entity in formatted.entities}
    assert to_html(formatted.text, formatted.entities) == escape(formatted.text)


SPANS = st.lists(st.tuples(st.sampled_from(["b", "i", "u", "s", "code"]), st.text("aяё😀<& ", min_size=1, max_size=5)))


@given(SPANS)
def test_html_made_from_entities_parses_to_the_same_entities(spans: list[tuple[str, str]]) -> None:
    source = "x" + "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in spans) + "x"
    first = format_text(source, parse_mode="HTML", entities=None)
    second = format_text(to_html(first.text, first.entities), parse_mode="HTML", entities=None)
    assert second == first


@given(st.text("<>/&;ab \"'=*_`[]()~|\\>!\n"))
def test_any_markup_is_parsed_or_refused_in_words(source: str) -> None:
    refusals = [refusal(source, mode) for mode in ("HTML", "MarkdownV2", "Markdown")]
    assert all(text is None or text.startswith("Bad Request: can't parse entities: ") for text in refusals)


def refusal(source: str, mode: str) -> str | None:
    try:
        format_text(source, parse_mode=mode, entities=None)
    except ApiError as error:
        return error.description
    return None
