"""What a person typed reaches the reader as it was typed: never as markup, never cut into something else."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.render import Renderer, Translator
from bot.render.html import cut, escaped, visible_length
from bot.render.translate import MissingTextError
from models.money import Currency, Money
from models.user import Language
from sandbox.entities.format import format_text, format_typed
from services.conversation.values import Button, FullDay, Link, Localized, Moment, Notice, Screen, Text, Toast, text
from tests.depth import examples
from tests.harness import BROKERAGE, NOON

RENDERER = Renderer(Translator(), BROKERAGE)

NASTY = st.sampled_from(
    [
        "<",
        ">",
        "&",
        '"',
        "'",
        "&amp;",
        "</b>",
        "<b>",
        "<a href='x'>",
        "\u202e",
        "\u200f",
        "\ue000name\ue000",
        "ё",
        "🙃",
        "👨‍👩‍👧",
    ]
)
typed = st.lists(NASTY | st.text(st.characters(), max_size=12), max_size=12).map("".join)


def html_of(*lines: Text, language: Language = Language.EN) -> str:
    message = RENDERER.screen(Screen(lines), language, now=NOON)
    assert message["parse_mode"] == "HTML"
    words: str = message["text"]
    return words


@settings(max_examples=examples(400), deadline=None)
@given(typed)
def test_telegram_reads_back_what_was_typed_and_finds_no_markup_in_it(words: str) -> None:
    line = text("btn-client", name=f"x{words}x")
    plain = RENDERER.label(line, Language.EN, now=NOON, limit=10**6)
    assert format_text(html_of(line), parse_mode="HTML", entities=None) == format_typed(plain)


@settings(max_examples=examples(300), deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["b", "i", "code", ""]), typed), max_size=8), st.integers(1, 60))
def test_a_cut_is_short_enough_and_goes_through_no_tag_and_no_entity(parts: list[tuple[str, str]], limit: int) -> None:
    html = "".join(f"<{tag}>{escaped(words)}</{tag}>" if tag else escaped(words) for tag, words in parts)
    short = cut(html, limit)
    assert visible_length(short) <= limit
    read = format_text(f"|{short}|", parse_mode="HTML", entities=None).text
    whole = format_text(f"|{html}|", parse_mode="HTML", entities=None).text
    assert whole.startswith(read.removesuffix("|").removesuffix("…"))
    assert (short == html) is (visible_length(html) <= limit)


@pytest.mark.parametrize("length", [1999, 2001, 2500, 2501, 4096, 100_000])
@pytest.mark.parametrize("letter", ["ы", "<", "👍"])
def test_a_text_as_long_as_telegram_takes_it_arrives_and_a_longer_one_is_cut(letter: str, length: int) -> None:
    html = html_of(text("btn-client", name=letter * length))
    read = format_text(html, parse_mode="HTML", entities=None).text
    assert visible_length(html) <= 4096
    assert letter * min(length, 4000) in read


def test_a_long_parameter_stands_where_its_key_wants_it() -> None:
    line = text("scr-confirm-client", client="я" * 3000)
    short = text("scr-confirm-client", client="я")
    assert html_of(line).replace("я" * 3000, "я") == html_of(short)


@pytest.mark.parametrize("words", ["", " ", "\u202e", "\0"])
def test_a_button_is_never_longer_than_telegram_takes(words: str) -> None:
    button = Button(text("btn-client", name=words + "ы" * 500), "deal.card", 1)
    message = RENDERER.screen(Screen([text("scr-help")], [[button]]), Language.RU, now=NOON)
    ((key,),) = message["reply_markup"]["inline_keyboard"]
    assert 0 < len(key["text"]) <= 64


def test_data_that_telegram_would_refuse_never_leaves() -> None:
    screen = Screen([text("scr-help")], [[Button(text("btn-menu"), "deal.card", "ы" * 32)]])
    with pytest.raises(ValueError, match="more than 63 bytes"):
        RENDERER.screen(screen, Language.RU, now=NOON)


def test_a_toast_is_plain_and_short() -> None:
    toast = RENDERER.toast(Toast(text("btn-client", name="<b>" + "ы" * 500), alert=True), Language.EN, now=NOON)
    assert toast["text"].startswith("<b>ы") or "<b>ы" in toast["text"]
    assert len(toast["text"]) <= 200
    assert toast["show_alert"]


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        (Money(4820000, Currency.RUB), Language.RU, "48 200 ₽"),
        (Money(120050, Currency.UAH), Language.UK, "1 200,50 ₴"),
        (Money(120050, Currency.EUR), Language.EN, "1 200.50 €"),
        (Money(-5, Currency.USD), Language.EN, "−0.05 $"),
        (date(2026, 11, 23), Language.RU, "сегодня"),
        (date(2026, 11, 24), Language.UK, "завтра"),
        (date(2026, 11, 22), Language.EN, "yesterday"),
        (date(2026, 11, 27), Language.RU, "пт 27 нояб"),
        (date(2027, 1, 2), Language.EN, "2 Jan 2027"),
        (Moment(datetime(2026, 11, 27, 21, 30, tzinfo=UTC)), Language.EN, "Sat 28 Nov 00:30"),
        (Localized({"ru": "КАСКО", "en": "CASCO"}), Language.EN, "CASCO"),
        (Localized({"ru": "КАСКО"}), Language.UK, "КАСКО"),
        (text("btn-menu"), Language.EN, "Menu"),
    ],
)
def test_values_are_said_as_people_say_them(value: object, language: Language, words: str) -> None:
    said = html_of(Text("btn-client", {"name": value}), language=language)  # type: ignore[dict-item]  # the table's values
    assert words in said.replace("\u202f", " ")


def test_a_naive_look_at_a_moment_is_a_mistake() -> None:
    with pytest.raises(TypeError):
        html_of(Text("btn-client", {"name": NOON}))


def test_unknown_keys_and_missing_parameters_are_mistakes_that_tests_see() -> None:
    with pytest.raises(MissingTextError, match="no-such-key"):
        html_of(text("no-such-key"))
    with pytest.raises(MissingTextError, match="btn-client"):
        html_of(text("btn-client"))


def test_a_line_that_is_none_is_left_out_and_folded_lines_stand_in_a_quote() -> None:
    screen = Screen([text("btn-menu"), None, text("btn-back")], folded=[text("btn-client", name="ы" * 3000)])
    words = RENDERER.screen(screen, Language.EN, now=NOON)["text"]
    assert words.count("\n") == 2
    read = format_text(words, parse_mode="HTML", entities=None)
    assert [entity["type"] for entity in read.entities if "quote" in entity["type"]] == ["expandable_blockquote"]
    assert len(read.text) < 2100


@settings(max_examples=examples(100), deadline=None)
@given(typed, st.integers(-(10**9), 10**9), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_notice_survives_its_way_through_the_database(words: str, amount: int, day: date) -> None:
    clean = words.encode("utf-8", "ignore").decode()
    line = text("btn-client", name=text("scr-confirm-client", client=clean), money=Money(amount, Currency.UAH), day=day)
    notice = Notice([line], [[Button(text("btn-menu"), "menu")]], subject="deal:1")
    assert Notice.from_json(notice.to_json()) == notice


def test_a_link_keeps_its_address() -> None:
    link = Link(text("btn-private-chat"), "https://t.me/x?start=a&b=<c>")
    message = RENDERER.screen(Screen([text("scr-help")], [[link]]), Language.EN, now=NOON)
    assert message["reply_markup"]["inline_keyboard"][0][0]["url"] == link.url


def test_a_notice_with_a_language_of_its_own_is_not_in_the_readers() -> None:
    line = text("client-message-valid-until", day=FullDay(date(2026, 11, 23)))
    for language, words in ((Language.UK, "Чинна до 23 листопада 2026"), (None, "Valid until 23 November 2026")):
        notice = Notice.from_json(Notice([line], language=language).to_json())
        assert words in RENDERER.notice(notice, Language.EN, now=NOON)["text"]


def test_a_notice_of_an_older_release_is_still_read() -> None:
    packed = Notice([text("btn-menu")]).to_json()
    del packed["language"]
    assert Notice.from_json(packed).language is None
