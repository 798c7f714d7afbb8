"""The whole first story against the real processes, over /sim/."""

import re

import pytest

from sandbox.client import Message, SandboxClient
from tests.e2e.processes import Installation

SELLER, EXECUTOR = 7000000003, 7000000004
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n" + (
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\nxref\n0 4\n0000000000 65535 f \n"
    b"trailer<</Size 4/Root 1 0 R>>\nstartxref\n160\n%%EOF\n"
)

pytestmark = [pytest.mark.process, pytest.mark.timeout(180)]


class Seat:
    """A person at the chat: says, taps, and waits for what the bot answers."""

    def __init__(self, telegram: SandboxClient, chat: int) -> None:
        self.telegram = telegram
        self.chat = chat

    async def say(self, text: str, *, until: str) -> Message:
        sent = await self.telegram.say(self.chat, text)
        return await self.telegram.wait_for(self.chat, text=until, after=sent)

    async def tap(self, label: str, *, until: str) -> Message:
        message = await self._last_with(label)
        await self.telegram.tap(self.chat, message["id"], label=self._label(message, label))
        return await self.telegram.wait_for(self.chat, text=until, after=message["id"] - 1)

    async def _last_with(self, label: str) -> Message:
        for message in reversed(await self.telegram.messages(self.chat)):
            if any(label in button["label"] for row in message["buttons"] for button in row):
                return message
        raise AssertionError(f"nobody offers «{label}»")

    def _label(self, message: Message, part: str) -> str:
        found: str = next(b["label"] for row in message["buttons"] for b in row if part in b["label"])
        return found


async def test_seller_opens_a_deal_is_killed_on_the_way_and_fills_its_folder(installation: Installation) -> None:
    assert installation.telegram is not None
    seller = Seat(installation.telegram, SELLER)
    await seller.say("/start", until="Что делаем")
    await seller.tap("Новая сделка", until="Кто клиент")
    await seller.say("Воронцов Андрей", until="Телефон клиента")
    await installation.kill()
    await installation.telegram.say(SELLER, "8 (926) 555-44-33")
    await installation.start()
    await installation.telegram.wait_for(SELLER, text="Что страхуем")
    await seller.tap("КАСКО", until="что именно страхуем")
    await seller.say("Mazda CX-5 2022", until="открыть сделку")
    card = await seller.tap("Открыть сделку", until="Сделка открыта")
    assert "Воронцов Андрей · +7 926 •••-44-33" in card["text"]
    number = re.search(r"Сделка (\d+)", card["text"])
    assert number is not None

    for name in ("passport.pdf", "sts.pdf", "licence.pdf"):
        content = PDF + name.encode()
        await installation.telegram.send_file(SELLER, content, name=name, mime="application/pdf")
    answer = await installation.telegram.wait_for(SELLER, text="licence.pdf", timeout=20)
    assert all(name in answer["text"] for name in ("passport.pdf", "sts.pdf"))

    await installation.telegram.say(SELLER, "Клиент просит без франшизы", reply_to=card["id"])
    await installation.telegram.wait_for(SELLER, text="просит без франшизы", after=card["id"])
    assert await installation.stop() == 0
