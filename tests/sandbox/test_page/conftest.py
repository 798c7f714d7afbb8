"""A real local Telegram, a bot that the test plays, and the chat page in headless Chromium."""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Error, Page, ViewportSize, async_playwright

from tests.sandbox.test_page.kit import Desk, PlayedBot, Server

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = ViewportSize(width=390, height=844)
DESKTOP = ViewportSize(width=1440, height=900)


@pytest.fixture(scope="session")
async def chromium() -> AsyncIterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            pytest.skip(f"Chromium cannot be reached: {error.message.splitlines()[0]}")
        yield browser
        await browser.close()


@pytest.fixture
async def server(tmp_path: Path) -> AsyncIterator[Server]:
    async with Server(tmp_path) as running:
        yield running


@pytest.fixture
def address(server: Server) -> str:
    return f"http://127.0.0.1:{server.port}"


@pytest.fixture
async def bot(address: str) -> AsyncIterator[PlayedBot]:
    async with PlayedBot(address) as played:
        yield played


async def _open_page(chromium: Browser, address: str, *, size: ViewportSize, touch: bool) -> AsyncIterator[Page]:
    context = await chromium.new_context(viewport=size, locale="ru-RU", has_touch=touch, is_mobile=touch)
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if "Content Security" in message.text else None)
    await page.goto(address)
    await page.wait_for_selector("body[data-ready]")
    yield page
    await context.close()
    assert problems == []


@pytest.fixture
async def page(chromium: Browser, address: str) -> AsyncIterator[Page]:
    async for page in _open_page(chromium, address, size=DESKTOP, touch=False):
        yield page


@pytest.fixture
async def phone(chromium: Browser, address: str) -> AsyncIterator[Desk]:
    async for page in _open_page(chromium, address, size=PHONE, touch=True):
        yield Desk(page)


@pytest.fixture
def desk(page: Page) -> Desk:
    return Desk(page)
