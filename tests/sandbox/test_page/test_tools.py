"""The tester's drawer."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.sandbox.test_page.kit import SELLER, Desk, PlayedBot

pytestmark = pytest.mark.chromium


async def open_tools(page: Page, tab: str) -> Locator:
    await page.get_by_test_id("tools").click()
    drawer = page.get_by_test_id("tools-drawer")
    await drawer.get_by_role("tab", name=tab).click()
    return drawer


async def test_the_clock_moves_and_new_messages_bear_its_date(desk: Desk, page: Page, bot: PlayedBot) -> None:
    before = await bot.call("sendMessage", chat_id=SELLER, text="Сегодня")
    drawer = await open_tools(page, "Часы")
    await drawer.get_by_role("button", name="На неделю").click()
    await expect(desk.seller.log.locator(".date-line")).to_have_count(1)
    await expect(page.get_by_test_id("clock")).not_to_be_empty()
    after = await bot.call("sendMessage", chat_id=SELLER, text="Через неделю")
    assert after["date"] - before["date"] >= 7 * 86_400
    await expect(desk.seller.log.locator(".date-line")).to_have_count(2)


async def test_calls_of_the_bot_are_listed_as_they_come_and_open_to_their_parameters(
    page: Page, bot: PlayedBot
) -> None:
    drawer = await open_tools(page, "Вызовы")
    await bot.say(SELLER, "Проверка журнала вызовов")
    call = drawer.locator(".call").first
    await expect(call).to_contain_text("sendMessage")
    await call.locator("summary").click()
    await expect(call).to_contain_text("Проверка журнала вызовов")


async def test_a_fault_breaks_the_next_call(page: Page, bot: PlayedBot) -> None:
    drawer = await open_tools(page, "Сбои")
    await drawer.get_by_role("button", name="Включить сбой").click()
    await expect(drawer).to_contain_text("Сбой включён")
    with pytest.raises(AssertionError, match="429"):
        await bot.say(SELLER, "Слишком часто")
    await bot.say(SELLER, "Теперь можно")


async def test_a_new_person_and_a_group_appear_at_once(desk: Desk, page: Page, bot: PlayedBot) -> None:
    drawer = await open_tools(page, "Люди")
    await drawer.get_by_label("Имя", exact=True).fill("Галина")
    await drawer.get_by_role("button", name="Добавить человека").click()
    await expect(drawer).to_contain_text("Галина теперь здесь")
    await drawer.get_by_label("Название").fill("Отдел продаж")
    await drawer.get_by_label("Марина").check()
    await drawer.get_by_role("button", name="Создать группу").click()
    await desk.seller.pane.get_by_role("tab", name="Отдел продаж").click()
    await desk.seller.write("Всем привет")
    while "text" not in (heard := await bot.hear_any()).get("message", {}):
        continue
    assert heard["message"]["chat"]["title"] == "Отдел продаж"
    await expect(desk.seller.message("Всем привет")).to_be_visible()
