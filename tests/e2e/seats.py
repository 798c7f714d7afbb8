"""People at the chat, over /sim/."""

import asyncio
from contextlib import suppress

from sandbox.client import Message, SandboxClient
from tests.services.documents.files import pdf

MANAGER, SELLER, EXECUTOR, CLIENT = 7000000002, 7000000003, 7000000004, 7000000005
NEWCOMER, OTHER_SELLER = 7000000006, 7000000007

ANSWER_SECONDS = 20.0
BUTTON_SECONDS = 5.0


class Seat:
    """A person who writes, taps, and waits for what the bot answers."""

    def __init__(self, telegram: SandboxClient, chat: int) -> None:
        self.telegram = telegram
        self.chat = chat

    async def say(self, text: str, *, until: str, reply_to: int | None = None) -> Message:
        """Returns the answer, which holds `until`."""
        extra = {} if reply_to is None else {"reply_to": reply_to}
        sent = await self.telegram.say(self.chat, text, **extra)
        return await self.hear(until, after=sent)

    async def tap(self, label: str, *, until: str, times: int = 1) -> Message:
        """Taps the newest button whose label holds `label`, `times` at once; each tap must be answered."""
        message, button = await self._newest(label)
        taps = (self.telegram.tap(self.chat, message["id"], label=button) for _ in range(times))
        assert all(tapped["answered"] for tapped in await asyncio.gather(*taps))
        return await self.hear(until, after=message["id"] - 1)

    async def drop(self, *names: str) -> int:
        """Files sent one after another, each a PDF of its own. Returns the id of the last message."""
        papers = [await self.telegram.send_file(self.chat, pdf(name.encode()), name=name) for name in names]
        return papers[-1]

    async def hear(self, text: str, *, after: int = 0) -> Message:
        return await self.telegram.wait_for(self.chat, text=text, after=after, timeout=ANSWER_SECONDS)

    async def heard(self, *, after: int) -> list[str]:
        """What the bot has said since."""
        messages = await self.telegram.messages(self.chat, after=after)
        return [message["text"] for message in messages if message["from"]["is_bot"] and not message["deleted"]]

    async def _newest(self, label: str) -> tuple[Message, str]:
        """As soon as there is one: a screen may change its buttons alone."""
        with suppress(TimeoutError):
            async with asyncio.timeout(BUTTON_SECONDS):
                while (found := await self._find(label)) is None:
                    await asyncio.sleep(0.1)
                return found
        raise AssertionError(f"nobody offers «{label}» to {self.chat}")

    async def _find(self, label: str) -> tuple[Message, str] | None:
        for message in reversed(await self.telegram.messages(self.chat)):
            for button in (button for row in message["buttons"] for button in row):
                if label in button["label"]:
                    return message, button["label"]
        return None
