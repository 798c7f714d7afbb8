"""Draws docs/pictures from a short story on the chat page: `python -m tests.e2e.pictures`."""

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page, expect

from tests.browser import launched, opened
from tests.e2e.processes import Installation
from tests.sandbox.test_page.kit import Desk, Seat
from tests.services.documents.files import pdf

PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
PAPERS = (("Паспорт.pdf", 380_000), ("СТС.pdf", 214_000), ("Осмотр.pdf", 1_260_000))


async def draw() -> None:
    expect.set_options(timeout=20_000)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        installation = Installation(Path(folder) / "var")
        try:
            await installation.start()
            async with launched() as browser:
                await _draw_desk(browser, installation.url)
                await _draw_offers(browser, installation.url)
                await _draw_money(browser, installation.url)
                await _draw_phone(browser, installation.url)
        finally:
            await installation.remove()


async def _draw_desk(browser: Browser, address: str) -> None:
    async with opened(browser, address) as page:
        desk = Desk(page)
        await _open_deal(desk.seller)
        await _ask_to_calculate(desk.seller)
        await _file_papers(desk.seller)
        await desk.executor.tap("Беру")
        await expect(desk.executor.message("прийнята")).to_be_visible()
        await desk.manager.type("/start")
        await desk.manager.tap("Мои сделки")
        await desk.manager.tap("Все")
        await desk.client.type("/start")
        await expect(desk.client.message("здравствуйте")).to_be_visible()
        await _shoot(page, desk.seller, "chat.png")


async def _draw_offers(browser: Browser, address: str) -> None:
    """Of the first seeded deal: what the staff see, and beside it what goes to the client."""
    async with opened(browser, address) as page:
        desk = Desk(page)
        for seat in (desk.seller, desk.manager):
            await seat.type("/find 1")
            await expect(seat.message("Kia Rio 2020")).to_be_visible()
            await seat.tap("⚖️ Предложения")
            await expect(seat.message("Действуют до")).to_be_visible()
        await desk.manager.tap("Клиенту")
        await desk.manager.tap("Текстом")
        await expect(desk.manager.message("Варианты страхования")).to_be_visible()
        await desk.executor.type("/queue")
        await expect(desk.executor.message("Моя черга ·")).to_be_visible()
        await _shoot(page, desk.seller, "offers.png")


async def _draw_money(browser: Browser, address: str) -> None:
    """Of the seeded deal with an instalment overdue."""
    async with opened(browser, address) as page:
        desk = Desk(page)
        await desk.seller.type("/day")
        await expect(desk.seller.message("Под риском")).to_be_visible()
        await desk.manager.type("/find 8")
        await expect(desk.manager.message("Mazda CX-5 2022")).to_be_visible()
        await desk.manager.tap("💼 Деньги")
        await expect(desk.manager.message("Маржа")).to_be_visible()
        await desk.seller.type("/find AT 7741203")
        await expect(desk.seller.message("РЕСО-Гарантия").last).to_be_visible()
        await desk.seller.tap("1")
        await expect(desk.seller.message("КАСКО AT 7741203")).to_be_visible()
        await _shoot(page, desk.seller, "money.png")


async def _draw_phone(browser: Browser, address: str) -> None:
    async with opened(browser, address, phone=True, scheme="dark") as page:
        await _shoot(page, Desk(page).seller, "phone.png")


async def _open_deal(seller: Seat) -> None:
    await seller.type("/newdeal")
    await seller.type("Котов Лев")
    await seller.type("8 926 555-44-33")
    await seller.tap("КАСКО")
    await expect(seller.message("что именно страхуем")).to_be_visible()
    await seller.type("Mazda CX-5")
    await seller.tap("Открыть сделку")
    await expect(seller.message("Сделка открыта")).to_be_visible()


async def _ask_to_calculate(seller: Seat) -> None:
    await seller.tap("📌 Задача")
    await seller.tap("Посчитать")
    await seller.tap("Тарас")
    await seller.tap("Завтра")
    await seller.type("Нужна рассрочка")
    await seller.tap("Поставить")
    await expect(seller.message("Ход: исполнитель Тарас")).to_be_visible()


async def _file_papers(seller: Seat) -> None:
    card = seller.message("Ход: исполнитель Тарас")
    papers = [{"name": name, "mime": "application/pdf", "text": _paper(name, size)} for name, size in PAPERS]
    await seller.drop(papers)
    await seller.pane.get_by_role("dialog").get_by_test_id("send-files").click()
    await expect(seller.message("Положил в папку 3 файла")).to_be_visible()
    await seller.reply("Клиент просит без франшизы", to=card)
    await expect(seller.message("Записал в сделку")).to_be_visible()
    await seller.tap("Открыть сделку")
    await expect(seller.message("Папка: 3 файла")).to_be_visible()


def _paper(name: str, size: int) -> str:
    return pdf(name.encode() + b" " * size).decode()


async def _shoot(page: Page, seat: Seat, name: str) -> None:
    """Without a caret, a pointer over anything or an animation on its way."""
    await seat.composer.click()
    await page.mouse.move(700, 5)
    await page.wait_for_timeout(1500)
    await page.screenshot(path=PICTURES / name, caret="hide", animations="disabled")


if __name__ == "__main__":
    asyncio.run(draw())
