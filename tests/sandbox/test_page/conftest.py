"""A real local Telegram, a bot that the test plays, and the chat page in headless Chromium."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page

from tests.browser import opened
from tests.sandbox.test_page.kit import Desk, PlayedBot, Server


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


@pytest.fixture
async def page(chromium: Browser, address: str) -> AsyncIterator[Page]:
    async with opened(chromium, address) as page:
        yield page


@pytest.fixture
async def phone(chromium: Browser, address: str) -> AsyncIterator[Desk]:
    async with opened(chromium, address, phone=True) as page:
        yield Desk(page)


@pytest.fixture
def desk(page: Page) -> Desk:
    return Desk(page)
