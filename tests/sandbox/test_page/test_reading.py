"""Formatting, unread marks, long chats: what a person reads."""

from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.test_page.kit import EXECUTOR, SELLER, Desk, PlayedBot, keyboard, size_of

pytestmark = pytest.mark.chromium

HOSTILE = '<b>жирно?</b> <img src=x onerror="document.title=1"> <script>document.title=1</script> &amp;'


async def test_text_that_looks_like_html_stays_text(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.write(HOSTILE)
    assert (await bot.hear("message"))["text"] == HOSTILE
    row = desk.seller.log.locator("[data-message-id]").last
    await expect(row).to_contain_text(HOSTILE)
    assert await row.locator(".text :is(b, strong, img, script)").count() == 0
    assert "AEL CRM" in await desk.page.title()


FORMATS: list[tuple[str, str, str]] = [
    ("<b>жирный <i>и курсив</i></b>", "strong em", "и курсив"),
    ("🚗🚗 <u>после эмодзи</u>", "u", "после эмодзи"),  # offsets count UTF-16 units
    ("<s>вычеркнуто</s>", "s", "вычеркнуто"),
    ("<code>1042</code>", "code", "1042"),
    ('<pre><code class="language-sql">select 1</code></pre>', ".pre code", "select 1"),
    ("<blockquote>цитата</blockquote>", "blockquote", "цитата"),
    ('<a href="https://example.org/a">ссылка</a>', 'a[href="https://example.org/a"]', "ссылка"),
    ("почта sale@example.org", 'a[href="mailto:sale@example.org"]', "sale@example.org"),
]


@pytest.mark.parametrize(("source", "selector", "text"), FORMATS)
async def test_telegram_formatting_is_shown(desk: Desk, bot: PlayedBot, source: str, selector: str, text: str) -> None:
    await bot.say(SELLER, source)
    await expect(desk.seller.log.locator(f".text {selector}").first).to_have_text(text)


async def test_crossing_entities_and_unsafe_links_do_no_harm(page: Page) -> None:
    shown = await page.evaluate(
        """async () => {
            const { renderEntities, safeUrl } = await import("/static/entities.js");
            const view = { revealed: new Set(), openLink: () => false, sendText: () => {} };
            const node = document.createElement("div");
            const crossing = [{ type: "bold", offset: 0, length: 6 }, { type: "italic", offset: 3, length: 6 },
                              { type: "text_link", offset: 9, length: 3, url: "javascript:alert(1)" }];
            node.append(...renderEntities("abcdefghijkl", crossing, view, 1));
            const addresses = ["javascript:alert(1)", "example.org/x"].map(safeUrl);
            return [node.textContent, node.querySelectorAll("a").length, ...addresses];
        }"""
    )
    assert shown == ["abcdefghijkl", 0, None, "https://example.org/x"]


async def test_a_spoiler_opens_by_a_press_and_a_long_quote_unfolds(desk: Desk, bot: PlayedBot) -> None:
    lines = "\n".join(f"{number}: запись журнала" for number in range(9))
    await bot.say(SELLER, f"<tg-spoiler>маржа</tg-spoiler>\n<blockquote expandable>{lines}</blockquote>конец")
    spoiler = desk.seller.log.locator(".spoiler")
    await spoiler.click()
    await expect(spoiler).to_have_class("spoiler revealed")
    quote = desk.seller.log.locator("blockquote")
    folded = (await size_of(quote))["height"]
    await quote.get_by_role("button", name="Развернуть цитату").click()
    await expect(quote.get_by_role("button", name="Свернуть цитату")).to_be_visible()
    assert (await size_of(quote))["height"] > folded * 2


async def test_unread_messages_are_counted_where_nobody_sits_and_read_when_one_comes(
    desk: Desk, page: Page, bot: PlayedBot
) -> None:
    await desk.seller.composer.click()
    await bot.say(EXECUTOR, "Новая задача")
    await bot.say(EXECUTOR, "И ещё одна")
    await expect(desk.executor.unread).to_have_text("2")
    await expect(page).to_have_title("(2) AEL CRM · локальный Telegram")
    await expect(desk.executor.log).to_contain_text("Непрочитанные сообщения")
    await expect(desk.seller.unread).to_have_count(0)
    await desk.executor.composer.click()
    await expect(desk.executor.unread).to_have_count(0)
    await page.reload()
    await page.wait_for_selector("body[data-ready]")
    await expect(desk.executor.unread).to_have_count(0)


async def test_the_person_in_front_of_the_chat_has_nothing_unread(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.composer.click()
    await bot.say(SELLER, "Сразу прочитано")
    await expect(desk.seller.message("Сразу прочитано")).to_be_visible()
    await expect(desk.seller.unread).to_have_count(0)


async def test_a_long_chat_opens_at_its_end_and_shows_the_rest_on_the_way_up(
    desk: Desk, page: Page, bot: PlayedBot
) -> None:
    for number in range(150):
        await bot.say(SELLER, f"Сообщение номер {number}.")
    await page.reload()
    await page.wait_for_selector("body[data-ready]")
    await expect(desk.seller.message("номер 149.")).to_be_in_viewport()
    await expect(desk.seller.message("номер 3.")).to_have_count(0)
    await desk.seller.log.hover()
    await desk.seller.log.evaluate("(log) => { log.scrollTop = 0; }")
    await expect(desk.seller.message("номер 3.")).to_have_count(1)
    await desk.seller.pane.get_by_role("button", name="К последним сообщениям").click()
    await expect(desk.seller.message("номер 149.")).to_be_in_viewport()


async def test_the_day_of_the_messages_shows_over_them_only_while_one_scrolls(
    desk: Desk, page: Page, bot: PlayedBot
) -> None:
    for number in range(40):
        await bot.say(SELLER, f"Сообщение номер {number}.")
    await expect(desk.seller.message("номер 39.")).to_be_in_viewport()
    day = desk.seller.pane.locator(".floating-date")
    await expect(day).to_have_css("opacity", "0")
    await desk.seller.log.hover()
    await page.mouse.wheel(0, -300)
    await expect(day).to_have_css("opacity", "1")
    await expect(day).to_have_text("Сегодня")
    await expect(day).to_have_css("opacity", "0")


async def test_wide_keyboards_and_long_texts_stay_inside_the_pane(desk: Desk, bot: PlayedBot) -> None:
    days = [tuple(str(day) for day in range(row * 8 + 1, row * 8 + 9)) for row in range(5)]
    await bot.say(SELLER, "День?", reply_markup=keyboard(*days))
    await bot.say(SELLER, "оченьдлинноеслово" * 240)
    await expect(desk.seller.log.locator(".key")).to_have_count(40)
    overflow: Any = await desk.seller.log.evaluate("(log) => log.scrollWidth - log.clientWidth")
    assert overflow <= 0


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_both_languages_have_the_same_words(page: Page, language: str) -> None:
    missing = await page.evaluate(
        """async (language) => {
            const { WORDS } = await import("/static/words.js");
            const all = new Set(Object.values(WORDS).flatMap(Object.keys));
            return [...all].filter((key) => !(key in WORDS[language]));
        }""",
        language,
    )
    assert missing == []
