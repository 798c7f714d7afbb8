"""/audit: who did what, by person, by thing, by day; what is personal only on demand."""

from functools import partial

import pytest
from sqlalchemy import delete

from handlers import build_steps
from models.event import EventPersonal
from models.lead import LeadStage
from services.clients.reveal import reveal_client
from services.events.event import EVENT_TYPES
from tests.architecture.test_house import ROOT
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.kit.explorer import STICKER
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import Play
from tests.people import ADMIN, MANAGER, SELLER

PHONE = "+79161234567"


async def test_admin_reads_what_was_done_newest_first(play: Play) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    shown = await play.say(ADMIN, "/audit")
    first, second = [line for line in shown.text.splitlines() if line[:2] in {"1.", "2."}]
    assert "Maryna" in first
    assert f"lead {lead_id} · stage · new → contacted" in first
    assert f"lead {lead_id} · lead added" in second


async def test_a_person_a_thing_or_a_day_is_said_in_words(play: Play) -> None:
    client_id = await a_client(play)
    deal_id = await a_deal(play, client_id)
    await play.say(ADMIN, "/audit")
    await play.tap(ADMIN, "Choose")
    assert "Person: Maryna" in (await play.say(ADMIN, "maryna")).text
    shown = await play.say(ADMIN, f"/audit сделка {deal_id}")
    assert f"deal {deal_id}" in shown.text
    assert "client added" not in shown.text
    assert "deal opened" in (await play.say(ADMIN, "/audit today")).text
    assert "Nothing is recorded" in (await play.say(ADMIN, "/audit yesterday")).text


async def test_what_is_not_understood_is_asked_again_and_then_answered(play: Play) -> None:
    await a_lead(play)
    await play.say(ADMIN, "/audit")
    await play.tap(ADMIN, "Choose")
    assert "could not find what" in (await play.say(ADMIN, "qwerty zzz")).text
    await play.give({"message": play.made(ADMIN, **STICKER)}, ADMIN)
    assert "lead added" in (await play.tap(ADMIN, "Today")).text


async def test_what_a_command_was_given_and_nobody_knows_is_said_once(play: Play) -> None:
    asked = await play.say(ADMIN, "/audit 999")
    assert "could not find what “999” is" in asked.text
    again = await play.say(ADMIN, "qwerty zzz")
    assert "“qwerty zzz”" in again.text
    assert "999" not in again.text
    assert "could not" not in (await play.say(ADMIN, "/audit today")).text


async def test_pages_follow_one_another_without_gaps(play: Play) -> None:
    client_id = await a_client(play)
    for number in range(23):
        await a_deal(play, client_id, f"Camry {number}")
    seen: list[str] = []
    for scope in ("/audit", "/audit today", "/audit Maryna"):
        shown = await play.say(ADMIN, scope)
        seen = [line.split("· ")[-2] for line in shown.text.splitlines() if "deal opened" in line]
        while any("▶" in label for label in shown.labels):
            shown = await play.tap(ADMIN, "▶")
            seen += [line.split("· ")[-2] for line in shown.text.splitlines() if "deal opened" in line]
        assert len(seen) == len(set(seen)) == 23
    assert "deal opened" in (await play.tap(ADMIN, "Newest")).text


async def test_personal_values_are_hidden_shown_on_demand_and_that_is_recorded(play: Play) -> None:
    client_id = await a_client(play)
    await play.say(ADMIN, f"/audit client {client_id}")
    hidden = await play.tap(ADMIN, "1")
    assert "Personal data is hidden" in hidden.text
    assert PHONE not in hidden.text
    assert PHONE in (await play.tap(ADMIN, "Show personal")).text
    shown = await play.say(ADMIN, "/audit")
    assert "personal values opened in the audit" in shown.text.splitlines()[2]


async def test_an_event_tells_what_it_changed_in_the_row(play: Play) -> None:
    lead_id = await a_lead(play)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await play.say(ADMIN, f"/audit lead {lead_id}")
    assert "stage: new → contacted" in (await play.tap(ADMIN, "1")).text
    await play.tap(ADMIN, "To the list")
    created = await play.tap(ADMIN, "2")
    assert "Иванов" not in created.text
    assert "name: Иванов Иван" in (await play.tap(ADMIN, "Show personal")).text


async def test_erased_values_say_so(play: Play) -> None:
    client_id = await a_client(play)
    await play.write(lambda session: session.execute(delete(EventPersonal)))
    await play.say(ADMIN, f"/audit client {client_id}")
    shown = await play.tap(ADMIN, "1")
    assert "was erased" in shown.text
    assert not any("Show personal" in label for label in shown.labels)


async def test_a_read_of_personal_data_stands_in_the_trail(play: Play) -> None:
    client_id = await a_client(play)
    actor = play.actor(SELLER)
    await play.write(partial(reveal_client, actor=actor, client_id=client_id, now=play.clock.now()))
    assert "personal data opened" in (await play.say(ADMIN, f"/audit client {client_id}")).text


async def test_an_event_tells_what_update_led_to_it(play: Play) -> None:
    await play.say(ADMIN, "/settings")
    await play.tap(ADMIN, "Українська")
    await play.tap(ADMIN, "English")
    await play.say(ADMIN, "/audit Olha")
    assert "From: the button" in (await play.tap(ADMIN, "1")).text


async def test_nobody_else_sees_it(play: Play) -> None:
    assert "недоступно" in (await play.say(MANAGER, "/audit")).text
    for verb in ("audit:", "audit.event:1:all", "audit.reveal:1:all", "audit.find:"):
        await play.tap_data(MANAGER, verb)
        assert "недоступно" in play.toast(MANAGER)


@pytest.mark.parametrize("data", ["audit:person", "audit:day2026-99-99", "audit.event:7:all", "audit.event:x:all"])
async def test_a_button_of_nobodys_making_is_outdated_or_not_found(play: Play, data: str) -> None:
    await play.tap_data(ADMIN, data)
    assert play.toast(ADMIN)


def test_every_event_has_its_words() -> None:
    assert build_steps()
    told = (ROOT / "locales" / "ru" / "audit.ftl").read_text(encoding="utf-8")
    words = {line.split(" ")[0] for line in told.splitlines()}
    wordless = [name for name in EVENT_TYPES if f"audit-on-{name.replace('.', '-')}" not in words]
    assert [name for name in wordless if not name.startswith("test.")] == []
