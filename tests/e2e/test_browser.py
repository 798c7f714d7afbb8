"""The first story as a person lives it: in a browser, on the chat page, with the real CRM behind it."""

from collections.abc import AsyncIterator, Iterator

import pytest
from playwright.async_api import Browser, Page, expect

from tests.browser import opened
from tests.e2e.processes import Installation
from tests.sandbox.test_page.kit import Desk
from tests.services.documents.files import pdf

pytestmark = [pytest.mark.process, pytest.mark.chromium, pytest.mark.timeout(180)]

PAPERS = ("паспорт.pdf", "стс.pdf", "права.pdf")


@pytest.fixture(scope="module", autouse=True)
def _patient() -> Iterator[None]:
    """The machine may be busy while the browser waits."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=5_000)


@pytest.fixture
async def page(chromium: Browser, installation: Installation) -> AsyncIterator[Page]:
    async with opened(chromium, installation.url) as page:
        yield page


async def test_seller_and_executor_work_side_by_side_through_a_kill(installation: Installation, page: Page) -> None:
    desk = Desk(page)
    seller, executor = desk.seller, desk.executor
    await seller.type("/start")
    await seller.tap("Новая сделка")
    await seller.type("Воронцов Андрей")
    await expect(seller.message("Телефон клиента")).to_be_visible()
    await installation.kill()
    await seller.type("8 (926) 555-44-33")
    await installation.start()
    await seller.tap("КАСКО")
    await expect(seller.message("что именно страхуем")).to_be_visible()
    await seller.type("Mazda CX-5 2022")
    await seller.tap("Открыть сделку")
    card = seller.message("Сделка открыта")
    await expect(card).to_contain_text("Воронцов Андрей · +7 926 •••-44-33")

    await seller.drop([{"name": name, "mime": "application/pdf", "text": _pdf_text(name)} for name in PAPERS])
    await seller.pane.get_by_role("dialog").get_by_test_id("send-files").click()
    filed = seller.message("Положил в папку 3 файла")
    for name in PAPERS:
        await expect(filed).to_contain_text(name)

    await seller.reply("Клиент просит без франшизы", to=card)
    await expect(seller.message("Записал в сделку")).to_contain_text("Клиент просит без франшизы")
    await seller.tap("Открыть сделку")
    await seller.tap("Ещё")
    await seller.tap("Исполнитель")
    await seller.tap("Тарас")
    await expect(seller.message("Исполнитель: Тарас")).to_contain_text("Папка: 3 файла")

    notice = executor.message("Марина просить вас узяти угоду").last
    await expect(notice).to_contain_text("Mazda CX-5 2022")
    await executor.tap("Відкрити угоду")
    await executor.tap("Папка 3")
    for name in PAPERS:
        await expect(executor.message("Папка угоди")).to_contain_text(name)


def _pdf_text(name: str) -> str:
    return pdf(name.encode()).decode()
