"""Files in and out."""

import base64
import io
import wave

import pytest
from playwright.async_api import Page, expect

from tests.sandbox.test_page.kit import SELLER, Desk, PlayedBot

pytestmark = pytest.mark.chromium

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SCANS = [{"name": f"скан {number}.pdf", "mime": "application/pdf", "text": f"%PDF-1.4 {number}"} for number in range(3)]


def one_second_of_sound() -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8000)
        sound.writeframes(bytes(16_000))
    return buffer.getvalue()


async def test_three_dropped_files_become_one_album_with_the_caption_on_the_first(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.drop(SCANS)
    sheet = desk.seller.pane.get_by_role("dialog")
    await expect(sheet.get_by_role("listitem")).to_have_count(3)
    await sheet.get_by_test_id("caption").fill("ПТС и СТС")
    await sheet.get_by_test_id("send-files").click()
    heard = [await bot.hear("message") for _ in range(3)]
    assert [message["document"]["file_name"] for message in heard] == ["скан 0.pdf", "скан 1.pdf", "скан 2.pdf"]
    assert len({message["media_group_id"] for message in heard}) == 1
    assert [message.get("caption") for message in heard] == ["ПТС и СТС", None, None]
    await expect(desk.seller.log.locator("[data-message-id]")).to_have_count(1)
    await expect(desk.seller.log.locator(".document")).to_have_count(3)


async def test_a_file_taken_out_of_the_preview_is_not_sent(desk: Desk, bot: PlayedBot) -> None:
    await desk.seller.drop(SCANS[:2])
    sheet = desk.seller.pane.get_by_role("dialog")
    await sheet.get_by_role("button", name="Убрать: скан 0.pdf").click()
    await sheet.get_by_test_id("send-files").click()
    heard = await bot.hear("message")
    assert heard["document"]["file_name"] == "скан 1.pdf"
    assert "media_group_id" not in heard


async def test_a_chosen_picture_goes_as_a_photo_and_opens_at_full_size(desk: Desk, page: Page, bot: PlayedBot) -> None:
    await desk.seller.pane.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("menuitem", name="Фото").click()
    await (await chooser.value).set_files({"name": "авто.png", "mimeType": "image/png", "buffer": PIXEL})
    await desk.seller.pane.get_by_test_id("send-files").click()
    assert (await bot.hear("message"))["photo"]
    await desk.seller.log.get_by_role("button", name="Открыть фото").click()
    viewer = page.get_by_role("dialog", name="Фото")
    await expect(viewer).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(viewer).to_have_count(0)


async def test_a_document_of_the_bot_is_downloaded_under_its_name(desk: Desk, page: Page, bot: PlayedBot) -> None:
    await desk.seller.drop(SCANS[:1])
    await desk.seller.pane.get_by_test_id("send-files").click()
    file_id = (await bot.hear("message"))["document"]["file_id"]
    await bot.call("sendDocument", chat_id=SELLER, document=file_id)
    link = desk.seller.log.locator(".theirs .document")
    async with page.expect_download() as download:
        await link.click()
    file = await download.value
    assert file.suggested_filename == "скан 0.pdf"
    assert (await file.path()).read_bytes() == b"%PDF-1.4 0"


async def test_a_sound_is_sent_as_a_voice_message_and_can_be_played(desk: Desk, page: Page, bot: PlayedBot) -> None:
    await desk.seller.pane.get_by_test_id("attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("menuitem", name="Голосовое").click()
    await (await chooser.value).set_files(
        {"name": "note.wav", "mimeType": "audio/wav", "buffer": one_second_of_sound()}
    )
    assert (await bot.hear("message"))["voice"]
    play = desk.seller.log.get_by_role("button", name="Слушать")
    await expect(desk.seller.log.locator(".sound-time")).to_have_text("0:01")
    await play.click()
    await expect(desk.seller.log.get_by_role("button", name="Пауза")).to_be_visible()


async def test_a_pasted_picture_opens_the_preview(desk: Desk) -> None:
    await desk.seller.composer.evaluate(
        """(input) => {
            const clipboardData = new DataTransfer();
            clipboardData.items.add(new File(["x"], "снимок.png", { type: "image/png" }));
            input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
        }"""
    )
    await expect(desk.seller.pane.get_by_role("dialog").get_by_role("listitem")).to_contain_text("снимок.png")
