"""A card of the audit is in words: no column of the database, no code, no id where there is a name."""

import re
from dataclasses import fields
from itertools import product
from typing import Any

import pytest
from sqlalchemy import select

from bot.database import Database
from bot.render import Renderer, Translator
from handlers import build_steps
from handlers.audit.facts import NESTED, fact_lines
from handlers.audit.fields import HIDDEN, NAMED
from models.event import EventPersonal, EventRow
from models.tables import Base
from models.user import Language
from sandbox.seed import seed
from services.access import operator
from services.audit.names import find_known
from services.automation.rules.conditions import Conditions
from services.events.event import EVENT_TYPES
from services.events.rows import CONTACTS, KEPT, columns_of
from services.leads.filters import LeadFilter
from tests.architecture.test_locales import texts
from tests.handlers.clients.builders import a_client
from tests.harness import BROKERAGE, NOON, Play
from tests.people import ADMIN
from tests.services.automation.samples import SAMPLES

CHANGED = ("clients", "calculations", "insurance_kinds", "insurers", "business_domains", "reminder_settings")
MACHINERY = {"id", "version", "search_text", "intent_key", "erased_at", "author_id"}
RENDERER = Renderer(Translator(), BROKERAGE)
STORIES = sorted({story.__name__: name for name, story in sorted(SAMPLES.items())}.values())
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
OF_THE_PROGRAM = re.compile(r"\b[a-z]+_[a-z_]+\b|\d{4}-\d\d-\d\dT|[\[\]{}\"]|\bNone\b")


def shown(about: str, payload: dict[str, Any], personal: dict[str, Any], known: Any, language: Language) -> list[str]:
    lines = fact_lines(about, payload, personal, known, told=())
    return [re.sub(r"</?b>", "", RENDERER._plain(line, language, NOON)) for line in lines]


def test_each_name_has_its_words_and_each_word_its_name() -> None:
    keys = {key.removeprefix("audit-field-") for key in texts(Language.RU) if key.startswith("audit-field-")}
    assert keys == NAMED


def test_whatever_an_event_may_hold_has_a_name() -> None:
    assert build_steps()
    ours = [event for name, event in EVENT_TYPES.items() if not name.startswith("test.")]
    held = {field.name for event in ours for field in fields(event)} - {f"{event.aggregate}_id" for event in ours}
    held |= {column for table in KEPT for column in columns_of(table)} | {CONTACTS}
    held |= {column.name for name in CHANGED for column in Base.metadata.tables[name].columns} - MACHINERY
    held |= {field.name for sort in (Conditions, LeadFilter) for field in fields(sort)}
    assert held - NAMED - HIDDEN - set(NESTED) == set()


async def assert_cards_are_in_words(database: Database, least: int) -> None:
    known = await database.read(lambda session: find_known(session, operator("test"), region="RU"))
    wanted = select(EventRow, EventPersonal.values).outerjoin(EventPersonal, EventPersonal.event_id == EventRow.id)
    rows = (await database.read(lambda session: session.execute(wanted))).all()
    assert len(rows) >= least
    for (event, personal), language in product(rows, Language):
        for line in shown(event.aggregate_type, event.payload, personal or {}, known, language):
            assert not OF_THE_PROGRAM.search(line), f"{event.name}: {line}"


@ON_SQLITE
async def test_every_card_of_the_seeded_brokerage_is_in_words(database: Database) -> None:
    await database.write(lambda session: seed(session, BROKERAGE, now=NOON))
    await assert_cards_are_in_words(database, least=100)


@ON_SQLITE
@pytest.mark.parametrize("name", STORIES)
async def test_every_card_of_every_story_is_in_words(play: Play, name: str) -> None:
    await SAMPLES[name](play)
    await play.run_events()
    await assert_cards_are_in_words(play.database, least=1)


def test_people_days_and_sums_are_told_as_people_write_them() -> None:
    known = {("user", 4): "Тарас", ("kind", 2): "КАСКО"}
    row = {
        "amount": [None, 4820000],
        "executor_id": [None, 4],
        "review_on": ["2026-11-24", None],
        "kind_id": [2, 2],
        "asleep": [True, False],
        "turn": ["pool", "executor"],
    }
    said = shown("deal", {"deal_id": 7, "row": row, "currency": "RUB"}, {}, known, Language.RU)
    assert said == [
        "сумма: — → 48\u202f200\u202f₽",
        "спит: да → нет",
        "исполнитель: — → Тарас",
        "вид страхования: КАСКО → КАСКО",
        "спит до: 24 ноября 2026 → —",
        "ход: ищем исполнителя → исполнитель",
    ]


def test_what_a_newer_version_has_written_is_shown_as_it_is() -> None:
    payload = {"deal_id": 7, "wheels": 4, "row": {"turn": ["seller", "robot"], "review_on": [None, "soon"]}}
    said = shown("deal", payload, {}, {}, Language.EN)
    assert said == ["wheels: 4", "sleeps until: — → soon", "turn: the seller → robot"]


async def test_a_new_clients_card_names_what_was_typed(play: Play) -> None:
    client_id = await a_client(play)
    await play.say(ADMIN, f"/audit client {client_id}")
    await play.tap(ADMIN, "1")
    assert "contacts: +79161234567" in (await play.tap(ADMIN, "Show personal")).text
