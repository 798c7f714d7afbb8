"""What is logged keeps to docs/LOGS.md, and nobody's data stands in it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from bot.database import Database
from bot.logs import ALLOWED
from services.events.publish import publish
from services.users.events import UserEnabled
from tests.architecture.test_house import ROOT
from tests.bot.sender.stage import screen, stage
from tests.handlers.leads.builders import a_lead
from tests.harness import Play
from tests.logged import CANARIES, EMAIL, NAME, PASSPORT, PHONE, TOKEN, Logged
from tests.people import ADMIN, MANAGER, SELLER
from tests.sandbox.conftest import Telegram

PUBLISHED = {"service", "event_id", "event_name", "entity", "correlation_id", "status", "level", "timestamp"}
CONSUMED = {*PUBLISHED, "consumer", "attempt", "duration"}
CONTRACT = ROOT / "docs" / "LOGS.md"


def lines_of(logged: Logged, name: str) -> list[dict[str, Any]]:
    return [line for line in map(json.loads, logged.lines) if line["event"] == name]


def leaks(logged: Logged) -> list[str]:
    return [line for line in logged.lines if any(canary in line for canary in CANARIES)]


async def test_each_event_has_a_line_when_it_is_published_and_one_at_each_consumer(play: Play, logged: Logged) -> None:
    await a_lead(play)
    await play.say(ADMIN, "/settings")
    await play.tap(ADMIN, "Українська")
    await play.run_events()
    published, consumed = lines_of(logged, "event.published"), lines_of(logged, "consume.done")
    assert {"lead.created", "user.language.changed"} <= {line["event_name"] for line in published}
    assert [line["consumer"] for line in consumed if line["event_name"] == "user.language.changed"]
    assert all(line.keys() >= PUBLISHED for line in published)
    assert all(line.keys() >= CONSUMED for line in consumed)
    assert {line["event_id"] for line in consumed} <= {line["event_id"] for line in published}
    tapped = lines_of(logged, "update.done")[-1]
    changed = next(line for line in published if line["event_name"] == "user.language.changed")
    assert tapped["correlation_id"] == changed["correlation_id"]
    assert tapped["status"] == "done"


async def test_what_was_rolled_back_is_not_told(play: Play, logged: Logged) -> None:
    async def fail(session: AsyncSession) -> None:
        await publish(session, None, UserEnabled(user_id=1), now=play.clock.now(), correlation_id="never")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await play.write(fail)
    assert lines_of(logged, "event.published") == []


async def test_a_conversation_full_of_personal_data_leaves_none_in_any_line(play: Play, logged: Logged) -> None:
    await play.say(SELLER, f"/lead {NAME}, {PHONE}, {EMAIL}, паспорт {PASSPORT}, КАСКО Camry, с сайта")
    await play.tap(SELLER, "Сохранить")
    await play.say(SELLER, f"/find {NAME}")
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, NAME)
    await play.say(SELLER, f"{PHONE} {EMAIL}")
    await play.say(SELLER, f"мой токен {TOKEN}, паспорт {PASSPORT}")
    await play.say(ADMIN, f"/audit {NAME}")
    await play.say(ADMIN, f"{NAME} {PHONE}")
    await play.say(ADMIN, "/audit")
    await play.say(MANAGER, f"/nonsense {NAME} {PHONE}")
    await play.give({"message": {"from": {"id": SELLER.telegram_id}, "text": NAME, "date": PHONE}}, SELLER)
    await play.tap_data(SELLER, f"deal.card:{PHONE}")
    await play.run_events()
    assert len(logged.lines) > 12
    assert leaks(logged) == []


async def test_telegrams_refusal_that_quotes_the_message_is_not_repeated(
    database: Database, telegram: Telegram, tmp_path: Path, logged: Logged
) -> None:
    async with stage(database, telegram, tmp_path) as sending:
        await sending.put(screen(f"<{NAME}>{PHONE}", surface=None))
        assert (await sending.settled())[0] == "failed"
    assert [line["status"] for line in lines_of(logged, "send.refused")] == ["failed"]
    assert leaks(logged) == []


def test_every_field_is_documented() -> None:
    documented = set(re.findall(r"^\| `(\w+)` \|", CONTRACT.read_text(encoding="utf-8"), re.MULTILINE))
    assert documented == ALLOWED - {"exc_info"}


EMITTED = re.compile(
    r"""\b(?:log|level|get_logger\([^)]*\))(?:\.(?:info|warning|error|exception))?\(\s*"([a-z.-]+)"[,)]"""
)


def test_every_line_is_documented() -> None:
    documented = set(re.findall(r"`([a-z.-]+)`", CONTRACT.read_text(encoding="utf-8")))
    paths = [path for room in ("bot", "services", "integrations", "web") for path in (ROOT / room).rglob("*.py")]
    told = {name for path in paths for name in EMITTED.findall(path.read_text(encoding="utf-8"))}
    assert "event.published" in told
    assert sorted(told - documented) == []
