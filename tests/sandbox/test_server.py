"""What the server gives besides the Bot API."""

from tests.sandbox.conftest import SELLER, TOKEN, Telegram


async def test_the_chat_page_and_its_files_are_served_and_never_stale(telegram: Telegram) -> None:
    for path in ("/", "/static/app.js"):
        async with telegram.http.get(f"{telegram.url}{path}") as response:
            assert (response.status, response.headers["Cache-Control"]) == (200, "no-cache")


async def test_files_outside_the_page_are_not_served(telegram: Telegram) -> None:
    for path in ("/static/../server.py", "/static/%2e%2e/server.py", "/static/"):
        async with telegram.http.get(f"{telegram.url}{path}") as response:
            assert response.status in (403, 404)


async def test_a_file_that_somebody_sent_can_not_run_in_the_pages_origin(telegram: Telegram) -> None:
    await telegram.people.send_file(SELLER, b"<script>alert(1)</script>", name="a.html")
    (message,) = await telegram.people.messages(SELLER)
    async with telegram.http.get(f"{telegram.url}/sim/files/{message['files'][0]['file_id']}") as response:
        assert response.headers["Content-Type"] == "application/octet-stream"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Content-Security-Policy"] == "sandbox"


async def test_a_large_file_arrives_whole_in_parts(telegram: Telegram) -> None:
    data = bytes(range(256)) * 4096 * 3
    document = await telegram.done("sendDocument", {"document": ("a.bin", data)}, chat_id=SELLER)
    info = await telegram.done("getFile", file_id=document["document"]["file_id"])
    async with telegram.http.get(f"{telegram.url}/file/bot{TOKEN}/{info['file_path']}") as response:
        assert await response.read() == data


async def test_a_body_above_every_limit_is_413(telegram: Telegram) -> None:
    answer = await telegram.call("sendDocument", {"document": ("a.bin", b"x" * (52 * 1024 * 1024))}, chat_id=SELLER)
    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")
