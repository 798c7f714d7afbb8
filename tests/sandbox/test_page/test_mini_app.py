"""A Mini App in its frame."""

import pytest
from playwright.async_api import Page, Route, expect

from tests.sandbox.test_page.kit import SELLER, Desk, PlayedBot

pytestmark = pytest.mark.chromium

ADDRESS = "https://mini.test/app"
APP = """<!doctype html><p id=out></p><script>
const post = (eventType, eventData) => parent.postMessage(JSON.stringify({ eventType, eventData }), "*");
out.textContent = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
post("web_app_setup_main_button", { is_visible: true, is_active: true, text: "Сохранить" });
addEventListener("message", ({ data }) => {
  const { eventType, eventData } = JSON.parse(data);
  if (eventType === "main_button_pressed")
    post("web_app_open_popup", { title: "", message: "Точно?", buttons: [{ id: "yes", type: "default", text: "Да" }] });
  if (eventType === "popup_closed" && eventData.button_id === "yes") post("web_app_close");
});
</script>"""


async def test_a_mini_app_gets_launch_data_and_the_clients_buttons(desk: Desk, page: Page, bot: PlayedBot) -> None:
    async def serve(route: Route) -> None:
        await route.fulfill(body=APP, content_type="text/html; charset=utf-8")

    await page.context.route(f"{ADDRESS}*", serve)
    button = {"text": "Кабинет", "web_app": {"url": ADDRESS}}
    await bot.say(SELLER, "Откройте", reply_markup={"inline_keyboard": [[button]]})
    await desk.seller.key("Кабинет").click()
    window = desk.seller.pane.get_by_role("dialog", name="Мини-приложение")
    await expect(window.frame_locator("iframe").locator("#out")).to_contain_text(f"{SELLER}")
    await window.get_by_role("button", name="Сохранить").click()
    await desk.seller.pane.get_by_role("button", name="Да", exact=True).click()
    await expect(window).to_have_count(0)
