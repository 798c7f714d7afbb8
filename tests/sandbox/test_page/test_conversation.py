"""Writing, tapping, editing, alerts: what the newcomer does in the first minute."""

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.test_page.kit import BOT, EXECUTOR, SELLER, Desk, PlayedBot, Server, keyboard, size_of

pytestmark = pytest.mark.chromium


async def test_four_people_sit_side_by_side_and_the_seller_has_more_room(desk: Desk) -> None:
    widths = [(await size_of(seat.pane))["width"] for seat in (desk.seller, desk.executor, desk.manager, desk.client)]
    assert widths[0] > widths[1]
    assert widths[1] == pytest.approx(widths[2], abs=2) == pytest.approx(widths[3], abs=2)


async def test_a_text_goes_to_the_bot_and_its_answer_appears(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.write("Новая сделка\nКАСКО")
    heard = await bot.hear("message")
    assert (heard["text"], heard["from"]["id"]) == ("Новая сделка\nКАСКО", SELLER)
    await bot.say(SELLER, "Сделка <b>1042</b> открыта")
    await expect(desk.seller.message("Сделка 1042 открыта").locator("strong")).to_have_text("1042")
    await expect(desk.executor.message("Сделка 1042")).to_have_count(0)
    await expect(desk.seller.composer).to_have_value("")


async def test_enter_sends_and_shift_enter_breaks_the_line(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.composer.press_sequentially("раз")
    await desk.seller.composer.press("Shift+Enter")
    await desk.seller.composer.press_sequentially("два")
    await desk.seller.composer.press("Enter")
    assert (await bot.hear("message"))["text"] == "раз\nдва"


async def test_a_tapped_button_changes_its_message_in_place(desk: Desk, bot: PlayedBot) -> None:
    sent = await bot.say(SELLER, "Закрыть сделку?", reply_markup=keyboard(("Да", "Нет")))
    await desk.seller.key("Да").click()
    query = await bot.hear("callback_query")
    assert query["data"] == "Да"
    await expect(desk.seller.key("Да")).to_have_attribute("aria-busy", "true")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"])
    await bot.edit(query["message"], "Сделка закрыта", reply_markup=keyboard(("Открыть снова",)))
    row = desk.seller.log.locator(f'[data-message-id="{sent}"]')
    await expect(row).to_contain_text("Сделка закрыта")
    await expect(row).not_to_contain_text("изменено")
    await expect(desk.seller.key("Открыть снова")).to_be_visible()
    await expect(desk.seller.key("Да")).to_have_count(0)


async def test_an_alert_is_a_window_of_its_own_pane_and_a_toast_goes_by_itself(desk: Desk, bot: PlayedBot) -> None:
    await bot.say(SELLER, "Экран", reply_markup=keyboard(("Окно", "Тост")))
    await desk.seller.key("Окно").click()
    query = await bot.hear("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Этот экран устарел", show_alert=True)
    await expect(desk.seller.alert).to_contain_text("Этот экран устарел")
    await desk.executor.write("Остальные окна живут")
    await desk.seller.alert.get_by_test_id("alert-ok").click()
    await expect(desk.seller.alert).to_have_count(0)
    await bot.hear("message")
    await desk.seller.key("Тост").click()
    query = await bot.hear("callback_query")
    await bot.call("answerCallbackQuery", callback_query_id=query["id"], text="Записано")
    await expect(desk.seller.toast).to_have_text("Записано")
    await expect(desk.executor.toast).to_have_count(0)


async def test_a_reply_keyboard_stays_under_the_composer_and_shares_the_phone_after_a_question(
    desk: Desk, bot: PlayedBot
) -> None:
    keys = [[{"text": "Мои сделки"}, {"text": "Телефон", "request_contact": True}]]
    await bot.say(SELLER, "Меню", reply_markup={"keyboard": keys, "resize_keyboard": True})
    board = desk.seller.pane.get_by_test_id("reply-keyboard")
    await board.get_by_role("button", name="Мои сделки").click()
    assert (await bot.hear("message"))["text"] == "Мои сделки"
    await board.get_by_role("button", name="Телефон").click()
    await desk.seller.pane.get_by_role("dialog").get_by_role("button", name="Поделиться").click()
    assert (await bot.hear("message"))["contact"]["user_id"] == SELLER
    await bot.say(SELLER, "Убрано", reply_markup={"remove_keyboard": True})
    await expect(board).to_be_hidden()


async def test_a_reply_quotes_its_message_and_the_quote_leads_back(desk: Desk, bot: PlayedBot) -> None:
    sent = await bot.say(SELLER, "Карточка сделки 1042")
    await desk.seller.message("Карточка").hover()
    await desk.seller.message("Карточка").get_by_role("button", name="Ответить").click()
    await desk.seller.write("Клиент просит без франшизы")
    assert (await bot.hear("message"))["reply_to_message"]["message_id"] == sent
    for number in range(30):
        await bot.say(SELLER, f"Строка {number}")
    quote = desk.seller.message("без франшизы").locator(".reply-quote")
    await expect(quote).to_contain_text("Карточка сделки 1042")
    await quote.click()
    await expect(desk.seller.message("Карточка").first).to_be_in_viewport()


async def test_the_last_own_message_is_edited_with_arrow_up(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.write("Премя 48 200")
    await bot.hear("message")
    await expect(desk.seller.message("Премя")).to_be_visible()
    await desk.seller.composer.press("ArrowUp")
    await expect(desk.seller.composer).to_have_value("Премя 48 200")
    await desk.seller.write("Премия 48 200")
    assert (await bot.hear("edited_message"))["text"] == "Премия 48 200"
    await expect(desk.seller.message("Премия 48 200")).to_contain_text("изменено")


async def test_a_message_of_one_person_is_forwarded_by_another_with_its_author(desk: Desk, bot: PlayedBot) -> None:
    await desk.client.write("Прошу КАСКО на Camry")
    await bot.hear("message")
    await desk.client.message("Camry").click(button="right")
    await desk.page.get_by_role("menuitem", name="Переслать").click()
    await desk.client.pane.get_by_role("dialog").get_by_role("button", name="Марина").click()
    heard = await bot.hear("message")
    assert (heard["chat"]["id"], heard["forward_origin"]["sender_user"]["first_name"]) == (SELLER, "Иван")
    await expect(desk.seller.message("Переслано от Иван")).to_be_visible()


async def test_a_message_of_the_bot_is_forwarded_with_the_bot_as_its_author(desk: Desk, bot: PlayedBot) -> None:
    await bot.say(SELLER, "Премия 48 200 ₽")
    await desk.seller.message("48 200").click(button="right")
    await desk.page.get_by_role("menuitem", name="Переслать").click()
    await desk.seller.pane.get_by_role("dialog").get_by_role("button", name="Тарас").click()
    heard = await bot.hear("message")
    assert (heard["chat"]["id"], heard["forward_origin"]["sender_user"]["id"]) == (EXECUTOR, BOT)
    await expect(desk.executor.message("Переслано от AEL CRM")).to_be_visible()


async def test_a_copying_button_copies_and_says_so(desk: Desk, page: Page, bot: PlayedBot) -> None:
    await page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copying = {"text": "Скопировать", "copy_text": {"text": "AI-4471122"}}
    await bot.say(SELLER, "Полис", reply_markup={"inline_keyboard": [[copying]]})
    await desk.seller.key("Скопировать").click()
    await expect(desk.seller.toast).to_have_text("Скопировано")
    assert await page.evaluate("navigator.clipboard.readText()") == "AI-4471122"


@pytest.mark.parametrize(
    ("link", "heard"),
    [
        ("https://t.me/ael_crm_bot?start=inv_8f-2", "/start inv_8f-2"),
        ("https://t.me/AEL_CRM_bot", "/start"),
        ("https://t.me/ael_crm_bot?start=<script>", None),  # a payload that Telegram drops
    ],
)
async def test_a_link_to_the_bot_starts_it_in_the_same_pane(
    desk: Desk, bot: PlayedBot, link: str, heard: str | None
) -> None:
    address = link.replace("<", "%3C").replace(">", "%3E")
    await bot.say(SELLER, f'<a href="{address}">Приглашение</a>')
    await desk.seller.log.get_by_role("link", name="Приглашение").click()
    if heard is None:
        await expect(desk.seller.toast).to_contain_text("неверный параметр")
    else:
        assert (await bot.hear("message"))["text"] == heard


async def test_commands_are_offered_at_a_slash_and_filtered(desk: Desk, bot: PlayedBot) -> None:
    commands = [{"command": "deals", "description": "Мои сделки"}, {"command": "menu", "description": "Меню"}]
    await bot.call("setMyCommands", commands=commands)
    await expect(desk.seller.pane.get_by_test_id("menu")).to_be_visible()
    await desk.seller.composer.fill("/d")
    await expect(desk.seller.pane.get_by_role("option")).to_have_count(1)
    await desk.seller.composer.press("Enter")
    assert (await bot.hear("message"))["text"] == "/deals"


async def test_the_page_goes_on_after_the_server_was_started_again(
    desk: Desk, page: Page, server: Server, bot: PlayedBot
) -> None:
    await bot.say(SELLER, "До обрыва")
    await expect(desk.seller.message("До обрыва")).to_be_visible()
    await server.stop()
    await expect(page.get_by_text("Нет связи с локальным Telegram")).to_be_visible()
    await server.start()
    await bot.say(SELLER, "Пока страница не слышала")
    await expect(desk.seller.message("Пока страница не слышала")).to_be_visible()
    await expect(page.get_by_text("Нет связи с локальным Telegram")).to_be_hidden()


async def test_typing_shows_in_the_head_until_the_answer_comes(desk: Desk, bot: PlayedBot) -> None:
    status = desk.seller.pane.locator(".status")
    await expect(status).to_have_text("чат с ботом AEL CRM")
    await bot.call("sendChatAction", chat_id=SELLER, action="typing")
    await expect(status).to_have_text("бот печатает")
    await bot.say(SELLER, "Готово")
    await expect(status).to_have_text("чат с ботом AEL CRM")


async def test_a_forced_reply_opens_the_reply_bar(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.composer.click()
    asked = await bot.say(SELLER, "Сумма премии?", reply_markup={"force_reply": True})
    await expect(desk.seller.pane.locator(".composer-context")).to_contain_text("Сумма премии?")
    await desk.seller.write("48 200")
    assert (await bot.hear("message"))["reply_to_message"]["message_id"] == asked


async def test_a_person_who_blocked_the_bot_is_told_why_nothing_goes(desk: Desk, page: Page) -> None:
    await page.request.post(f"{page.url}sim/chats/{SELLER}/block", data={"blocked": True})
    await desk.seller.write("Вы тут?")
    await expect(desk.seller.toast).to_contain_text("Вы заблокировали бота")
    await expect(desk.seller.composer).to_have_value("Вы тут?")


async def test_a_deleted_message_goes_away(desk: Desk, bot: PlayedBot) -> None:
    sent = await bot.say(SELLER, "Временное")
    await expect(desk.seller.message("Временное")).to_be_visible()
    await bot.call("deleteMessage", chat_id=SELLER, message_id=sent)
    await expect(desk.seller.message("Временное")).to_have_count(0)
