"""Chromium for everything that looks at the chat page."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal

from playwright.async_api import Browser, Error, Page, ViewportSize, async_playwright

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
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class NoChromiumError(Exception):
    """There is none on this machine, or it does not start."""


@asynccontextmanager
async def launched() -> AsyncIterator[Browser]:
    """Raises NoChromiumError."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        except Error as error:
            raise NoChromiumError(error.message.splitlines()[0]) from None
        yield browser
        await browser.close()


@asynccontextmanager
async def opened(
    browser: Browser, address: str, *, phone: bool = False, scheme: Literal["light", "dark"] = "light"
) -> AsyncIterator[Page]:
    """The chat page. Raises AssertionError at the end when a script failed or broke the content policy."""
    context = await browser.new_context(
        viewport=PHONE if phone else DESKTOP,
        locale="ru-RU",
        timezone_id="Europe/Moscow",
        has_touch=phone,
        is_mobile=phone,
        color_scheme=scheme,
    )
    page = await context.new_page()
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if "Content Security" in message.text else None)
    await page.goto(address)
    await page.wait_for_selector("body[data-ready]")
    yield page
    await context.close()
    assert problems == []
