"""What the tests of the page hold in their hands: panes with people, and the bot."""

from pathlib import Path
from types import TracebackType
from typing import Any, Self

from aiohttp import ClientSession, web
from playwright.async_api import FloatRect, Locator, Page

from sandbox.options import FloodLimits, SandboxOptions
from sandbox.server import build_app

BOT = 8_100_000_001
TOKEN = "8100000001:sandbox-local-token-not-a-secret-000"
MANAGER, SELLER, EXECUTOR, CLIENT = 7_000_000_002, 7_000_000_003, 7_000_000_004, 7_000_000_005
POLL_SECONDS = 5


def keyboard(*rows: tuple[str, ...]) -> dict[str, Any]:
    """Inline buttons whose data is their label."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label} for label in row] for row in rows]}


async def size_of(locator: Locator) -> FloatRect:
    box = await locator.bounding_box()
    assert box, f"{locator} is not on the screen"
    return box


class Server:
    """A local Telegram that can be stopped and started again at the same address."""

    def __init__(self, data_dir: Path) -> None:
        self._options = SandboxOptions(data_dir=data_dir, limits=FloodLimits(enabled=False))
        self.port = 0

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        app = build_app(self._options)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.2)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        await self._runner.cleanup()


class PlayedBot:
    """The bot's side of the wire, played by the test step by step."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._offset = 0

    async def __aenter__(self) -> Self:
        self._session = ClientSession()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._session.close()

    async def call(self, method: str, **params: Any) -> Any:
        """Raises AssertionError when Telegram refuses."""
        async with self._session.post(f"{self._address}/bot{TOKEN}/{method}", json=params) as response:
            answer = await response.json()
        assert answer["ok"], answer
        return answer["result"]

    async def hear_any(self) -> dict[str, Any]:
        """Returns the next update."""
        updates = await self.call("getUpdates", offset=self._offset, limit=1, timeout=POLL_SECONDS)
        assert updates, "no update came"
        self._offset = updates[0]["update_id"] + 1
        update: dict[str, Any] = updates[0]
        return update

    async def hear(self, kind: str) -> dict[str, Any]:
        """Returns the next update, which must be of this kind."""
        update = await self.hear_any()
        assert kind in update, update
        heard: dict[str, Any] = update[kind]
        return heard

    async def say(self, chat: int, text: str, **params: Any) -> int:
        sent = await self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", **params)
        return int(sent["message_id"])

    async def edit(self, message: dict[str, Any], text: str, **params: Any) -> None:
        target = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
        await self.call("editMessageText", **target, text=text, parse_mode="HTML", **params)


class Seat:
    """One pane."""

    def __init__(self, page: Page, user: int) -> None:
        self.user = user
        self.pane: Locator = page.locator(f'[data-pane="{user}"]')
        self.log = self.pane.get_by_role("log")
        self.composer = self.pane.get_by_test_id("composer")
        self.toast = self.pane.get_by_test_id("toast")
        self.alert = self.pane.get_by_role("alertdialog")
        self.unread = self.pane.locator("header").get_by_test_id("unread")

    async def write(self, text: str) -> None:
        await self.composer.fill(text)
        await self.pane.get_by_test_id("send").click()

    async def type(self, text: str) -> None:
        """Key by key, as a person does."""
        await self.composer.click()
        await self.composer.press_sequentially(text)
        await self.composer.press("Enter")

    async def tap(self, label: str) -> None:
        """The newest button with these words."""
        await self.log.locator(".inline-keyboard").get_by_role("button", name=label).last.click()

    async def reply(self, text: str, *, to: Locator) -> None:
        await to.click(button="right")
        await self.pane.page.get_by_role("menuitem", name="Ответить").click()
        await self.type(text)

    def message(self, text: str) -> Locator:
        return self.log.locator("[data-message-id]").filter(has_text=text)

    def key(self, label: str) -> Locator:
        return self.log.locator(".inline-keyboard").get_by_role("button", name=label, exact=True)

    async def drop(self, files: list[dict[str, str]]) -> None:
        """Drops text files {name, mime, text} on the pane."""
        transfer = await self.pane.page.evaluate_handle(
            """(files) => {
                const transfer = new DataTransfer();
                for (const { name, mime, text } of files) transfer.items.add(new File([text], name, { type: mime }));
                return transfer;
            }""",
            files,
        )
        for event in ("dragenter", "dragover", "drop"):
            await self.pane.dispatch_event(event, {"dataTransfer": transfer})


class Desk:
    """The whole page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.seller = Seat(page, SELLER)
        self.executor = Seat(page, EXECUTOR)
        self.manager = Seat(page, MANAGER)
        self.client = Seat(page, CLIENT)
