"""Without a mouse, and on a phone."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.test_page.kit import EXECUTOR, SELLER, Desk, PlayedBot, keyboard

pytestmark = pytest.mark.chromium


async def test_a_button_is_reached_and_pressed_by_keys_alone_and_keeps_the_focus(
    desk: Desk, page: Page, bot: PlayedBot
) -> None:
    await bot.say(SELLER, "Раньше", reply_markup=keyboard(("Старая",)))
    await bot.say(SELLER, "Сохранить?", reply_markup=keyboard(("Да", "Нет")))
    await expect(desk.seller.key("Нет")).to_be_visible()
    await desk.seller.composer.focus()
    await page.keyboard.press("ArrowUp")
    await expect(desk.seller.message("Сохранить?")).to_be_focused()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("ArrowRight")
    await expect(desk.seller.key("Нет")).to_be_focused()
    await page.keyboard.press("Enter")
    query = await bot.hear("callback_query")
    assert query["data"] == "Нет"
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await bot.edit(query["message"], "Точно нет?", reply_markup=keyboard(("Да", "Нет")))
    await expect(desk.seller.message("Точно нет?")).to_be_visible()
    await expect(desk.seller.key("Нет")).to_be_focused()
    await page.keyboard.press("ArrowUp")
    await expect(desk.seller.message("Раньше")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(desk.seller.composer).to_be_focused()


async def test_a_message_is_answered_by_keys_alone(desk: Desk, page: Page, bot: PlayedBot) -> None:
    sent = await bot.say(SELLER, "Карточка")
    await expect(desk.seller.message("Карточка")).to_be_visible()
    await desk.seller.composer.focus()
    for key in ("ArrowUp", "Enter", "Enter"):
        await page.keyboard.press(key)
    await expect(desk.seller.composer).to_be_focused()
    await page.keyboard.type("Ответ")
    await page.keyboard.press("Enter")
    assert (await bot.hear("message"))["reply_to_message"]["message_id"] == sent


async def test_an_alert_takes_the_focus_closes_by_escape_and_gives_it_back(
    desk: Desk, page: Page, bot: PlayedBot
) -> None:
    await bot.say(SELLER, "Экран", reply_markup=keyboard(("Окно",)))
    await desk.seller.key("Окно").focus()
    await page.keyboard.press("Enter")
    query = await bot.hear("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Устарело", show_alert=True)
    await expect(desk.seller.alert.get_by_test_id("alert-ok")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(desk.seller.alert).to_have_count(0)
    await expect(desk.seller.key("Окно")).to_be_focused()


async def test_only_the_current_message_is_a_stop_of_the_tab_key(desk: Desk, bot: PlayedBot) -> None:
    for number in range(5):
        await bot.say(SELLER, f"Экран {number}", reply_markup=keyboard(("А", "Б")))
    await expect(desk.seller.log.locator(".key")).to_have_count(10)
    stops = desk.seller.log.locator('[tabindex="0"]')
    await expect(stops).to_have_count(3)  # the last message and its two buttons


async def test_a_phone_shows_one_person_and_a_switcher_with_unread_counts(phone: Desk, bot: PlayedBot) -> None:
    await expect(phone.seller.pane).to_be_visible()
    await expect(phone.executor.pane).to_have_count(0)
    await bot.say(EXECUTOR, "Новая задача")
    chip = phone.page.locator(f'[data-seat="{EXECUTOR}"]')
    await expect(chip.get_by_test_id("unread")).to_have_text("1")
    await chip.tap()
    await expect(phone.executor.message("Новая задача")).to_be_visible()
    await expect(phone.seller.pane).to_have_count(0)
    await expect(chip.get_by_test_id("unread")).to_have_count(0)


async def test_who_sits_where_is_remembered(desk: Desk, page: Page) -> None:
    await desk.client.pane.get_by_test_id("who").click()
    await page.get_by_role("menuitemradio", name="Анна").click()
    newcomer = page.locator('[data-pane="7000000006"]')
    await expect(newcomer).to_be_visible()
    await page.reload()
    await expect(newcomer).to_be_visible()
    await expect(desk.client.pane).to_have_count(0)
    await newcomer.get_by_test_id("start").click()
    await expect(newcomer.get_by_role("log")).to_contain_text("/start")


async def test_the_theme_is_switched_and_remembered(page: Page) -> None:
    for expected in ("light", "dark"):
        await page.get_by_test_id("theme").click()
        await expect(page.locator("html")).to_have_attribute("data-theme", expected)
    await page.reload()
    await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    await expect(page.locator("body")).to_have_css("background-color", re.compile(r"rgb\(11, 18, 26\)"))
