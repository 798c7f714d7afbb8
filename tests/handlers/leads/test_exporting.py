"""A filtered list as a file: what is in it, who may have it, what stays of it."""

import zipfile
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import insert, select, update

from models.event import EventPersonal, EventRow
from models.lead import Lead, LeadSource, LeadStage
from models.outgoing import Outgoing, OutgoingKind
from models.user import Role, User
from services.documents.ports import StorageUnreachable
from tests.handlers.leads.builders import a_lead, scored
from tests.handlers.leads.test_lists import phone
from tests.harness import Play
from tests.people import MANAGER, SELLER

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(data: bytes) -> list[list[tuple[str, str]]]:
    """Rows of (type, value) as the file has them: `s` is a string, `n` a number."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        strings = [
            "".join(part.text or "" for part in item.iter(f"{SHEET}t"))
            for item in ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - our own file
        ]
        page = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - as above
    assert not list(page.iter(f"{SHEET}f")), "a formula"
    return [[_cell(cell, strings) for cell in row.iter(f"{SHEET}c")] for row in page.iter(f"{SHEET}row")]


def _cell(cell: ET.Element, strings: list[str]) -> tuple[str, str]:
    value = cell.findtext(f"{SHEET}v") or ""
    return ("s", strings[int(value)]) if cell.get("t") == "s" else ("n", value)


async def exported(play: Play, command: str = "/leads") -> list[list[tuple[str, str]]]:
    await play.say(MANAGER, command)
    await play.tap(MANAGER, "📊 Excel")
    await play.run_events()
    [key] = [key for key in play.storage.contents if key.startswith("exports/")]
    return cells(play.storage.contents[key])


async def events(play: Play, name: str) -> list[Any]:
    found = select(EventRow).where(EventRow.name == name).order_by(EventRow.id)
    return list((await play.read(lambda session: session.execute(found))).scalars())


async def test_what_the_list_shows_comes_as_a_file_of_rows(play: Play) -> None:
    lead = await a_lead(play, "Иванов Иван", phone=phone(1), source=LeadSource.PARTNER, company="ООО Ромашка")
    await scored(play, lead, 820)
    await a_lead(play, "Петров", phone=phone(2))
    heading, row = await exported(play, "/leads hot")
    assert [value for _, value in heading][:6] == ["Лид", "Появился", "Этап", "Откуда", "Кампания", "Имя"]
    by_name = dict(zip([value for _, value in heading], row, strict=False))
    assert by_name["Лид"] == ("n", str(lead))
    assert ("s", "Иванов Иван") in row
    assert ("s", "+7 916 000-00-01") in row
    assert ("s", "от партнёра") in row
    assert ("n", "0.82") in row
    told = play.seen(MANAGER)
    assert "Лиды в Excel: 1 строка" in told[-2].text
    assert told[-1].kind is OutgoingKind.FILE
    assert told[-1].files[0]["name"] == "leads-2026-11-23.xlsx"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
async def test_what_looks_like_a_formula_is_text(play: Play, start: str) -> None:
    lead = await a_lead(play, "Иванов", phone=phone(1))
    evil = f"{start}HYPERLINK(A1)"
    await play.write(
        lambda session: session.execute(update(Lead).where(Lead.id == lead).values(name=evil, object=evil))
    )
    _, row = await exported(play)
    kinds = [kind for kind, value in row if "HYPERLINK" in value]
    assert kinds == ["s", "s"]


async def test_a_read_of_personal_data_is_an_event_and_the_words_stand_apart(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await exported(play, "/leads Иванов")
    [asked] = await events(play, "user.leads.export-requested")
    assert "Иванов" not in str(asked.payload)
    apart = await play.read(lambda session: session.execute(select(EventPersonal.values)))
    assert {"words": "Иванов"} in list(apart.scalars())
    [read] = await events(play, "user.leads.exported")
    assert read.payload["leads"] == 1
    assert read.actor_id == play.ids[MANAGER.telegram_id]


async def test_the_file_is_forgotten_once_it_is_sent(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await exported(play)
    play.clock.advance(minutes=2)
    await play.run_events()
    assert not play.storage.contents


async def test_the_file_is_kept_until_it_is_sent(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await exported(play)
    pending = update(Outgoing).where(Outgoing.kind == OutgoingKind.FILE).values(state="pending", message_id=None)
    await play.write(lambda session: session.execute(pending))
    deliver, play.deliver = play.deliver, _nothing  # type: ignore[method-assign]  # Telegram is away
    play.clock.advance(minutes=2)
    await play.run_events()
    assert play.storage.contents
    play.deliver = deliver  # type: ignore[method-assign]  # as it was
    await play.deliver()
    play.clock.advance(minutes=2)
    await play.run_events()
    assert not play.storage.contents


async def _nothing() -> None: ...


async def test_a_seller_has_no_export(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    shown = await play.say(SELLER, "/leads")
    assert "📊 Excel" not in shown.labels
    token = shown.data("Фильтр").split(":")[1]
    await play.tap_data(SELLER, f"lead.export:{token}")
    await play.run_events()
    assert not play.storage.contents
    assert await events(play, "user.leads.export-requested") == []


async def test_who_lost_the_right_meanwhile_gets_nothing(play: Play) -> None:
    await a_lead(play, "Иванов", phone=phone(1))
    await play.say(MANAGER, "/leads")
    await play.tap(MANAGER, "📊 Excel")
    mine = update(User).where(User.telegram_id == MANAGER.telegram_id).values(role=Role.SELLER)
    await play.write(lambda session: session.execute(mine))
    await play.run_events()
    assert not play.storage.contents
    assert await events(play, "user.leads.exported") == []


async def test_a_storage_that_is_away_is_waited_for_and_then_said(play: Play) -> None:
    async def away(key: str, data: Any) -> None:
        raise StorageUnreachable

    await a_lead(play, "Иванов", phone=phone(1))
    play.storage.put = away  # type: ignore[method-assign]  # it is away
    await play.say(MANAGER, "/leads")
    await play.tap(MANAGER, "📊 Excel")
    await play.run_events()
    assert "не вышло" not in play.screen(MANAGER).text
    play.clock.advance(minutes=6)
    await play.run_events()
    assert "сохранить не вышло" in play.screen(MANAGER).text


async def test_ten_thousand_rows_at_most_and_it_says_so(play: Play) -> None:
    now = play.clock.now()
    rows = [
        {
            "stage": LeadStage.NEW,
            "source": LeadSource.WEB,
            "name": f"Лид {number}",
            "kind_ids": [],
            "message_count": 0,
            "last_activity_at": now,
            "search_text": "",
            "created_at": now,
        }
        for number in range(10_003)
    ]
    await play.write(lambda session: session.execute(insert(Lead), rows))
    found = await exported(play)
    assert len(found) == 10_001
    assert "первые 10" in play.seen(MANAGER)[-2].text
