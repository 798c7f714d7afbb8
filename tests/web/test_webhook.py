"""POST /telegram/webhook: who may, what is taken, what makes Telegram repeat."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.web.edges import SECRET, Stored, client, edge
from web.edge import WebhookIntake
from web.webhook import BODY_LIMIT, parse_update

PATH = "/telegram/webhook"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE = {"update_id": 7, "message": {"message_id": 1, "from": {"id": 5}}}


async def test_update_with_the_secret_is_stored_before_200() -> None:
    stored = Stored()
    async with client(edge(stored=stored)) as http:
        answer = await http.post(PATH, json=UPDATE, headers={HEADER: SECRET})
    assert answer.status_code == 200
    assert stored.updates == [UPDATE]


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(HEADER, "")],
        [(HEADER, SECRET[:-1])],
        [(HEADER, SECRET + "x")],
        [(HEADER, SECRET.upper())],
        [(HEADER, "секрет".encode())],
        [(HEADER, b"\xff\xfe\x00secret")],
        [(HEADER, "x" * 60_000)],
        [(HEADER, SECRET), (HEADER, "wrong")],
        [("X-Forwarded-For", "149.154.167.220"), ("X-Real-IP", "149.154.167.220")],
        [("Authorization", SECRET)],
    ],
)
async def test_without_the_secret_nobody_gets_in(headers: list[tuple[str, str | bytes]]) -> None:
    stored = Stored()
    raw = [(name.encode(), value if isinstance(value, bytes) else value.encode()) for name, value in headers]
    async with client(edge(stored=stored)) as http:
        answer = await http.post(PATH, content=json.dumps(UPDATE), headers=raw)
    assert answer.status_code == 401
    assert stored.updates == []


async def test_forged_forwarding_header_neither_helps_nor_hurts() -> None:
    stored = Stored()
    async with client(edge(stored=stored)) as http:
        answer = await http.post(PATH, json=UPDATE, headers={HEADER: SECRET, "X-Forwarded-For": "10.0.0.1, evil"})
    assert answer.status_code == 200
    assert len(stored.updates) == 1


async def test_database_away_asks_telegram_to_repeat_soon_and_then_takes_it() -> None:
    stored = Stored()
    async with client(edge(stored=stored)) as http:
        stored.away = True
        refused = await http.post(PATH, json=UPDATE, headers={HEADER: SECRET})
        stored.away = False
        taken = await http.post(PATH, json=UPDATE, headers={HEADER: SECRET})
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "1")
    assert taken.status_code == 200
    assert len(stored.updates) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"update"',
        b"7",
        b"{}",
        b'{"message": {}}',
        b'{"update_id": "7"}',
        b'{"update_id": true}',
        b'{"update_id": 7.5}',
        b'{"update_id": -1}',
        b'{"update_id": 9223372036854775808}',
        b'{"update_id": 7',
        b"\xff\xfe{}",
        b"[" * 100_000,
        b'{"update_id": 7}' + b"}",
    ],
)
async def test_what_is_not_an_update_is_refused(body: bytes) -> None:
    stored = Stored()
    async with client(edge(stored=stored)) as http:
        answer = await http.post(PATH, content=body, headers={HEADER: SECRET})
    assert answer.status_code == 400
    assert stored.updates == []


async def test_body_up_to_the_limit_is_taken_and_a_larger_one_is_not() -> None:
    stored = Stored()
    frame = len(json.dumps({"update_id": 7, "pad": ""}))
    async with client(edge(stored=stored)) as http:
        for size, status in ((BODY_LIMIT, 200), (BODY_LIMIT + 1, 413), (10 * BODY_LIMIT, 413)):
            body = json.dumps({"update_id": 7, "pad": "x" * (size - frame)})
            assert len(body) == size
            assert (await http.post(PATH, content=body, headers={HEADER: SECRET})).status_code == status
    assert len(stored.updates) == 1


async def test_unforeseen_error_is_not_a_200_and_says_nothing() -> None:
    class Broken(Stored):
        async def store(self, update: object) -> None:
            raise RuntimeError("passwords and paths")

    async with client(edge(stored=Broken())) as http:
        answer = await http.post(PATH, json=UPDATE, headers={HEADER: SECRET})
    assert answer.status_code == 500
    assert "passwords" not in answer.text


def test_empty_secret_is_refused_at_the_start() -> None:
    with pytest.raises(ValueError, match="secret"):
        WebhookIntake(b"", Stored().store)


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading(body: bytes) -> None:
    update = parse_update(body)
    assert update is None or isinstance(update["update_id"], int)
