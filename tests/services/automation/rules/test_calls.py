"""Calls out: tried again with patience, given up in sight of the admins, and never in anybody's way."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select

from models.delivery import Delivery, DeliveryState
from models.lead import LeadStage
from services.automation.rules.calls import CALLS
from services.automation.rules.delete import delete_rule
from services.automation.rules.switch import switch_rule
from services.leads.delete import delete_lead
from services.leads.move import lose_lead
from services.ports import AddressRefused
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import BROKERAGE, Play
from tests.people import ADMIN, SELLER
from tests.services.automation.rules.builders import a_rule, executions, states
from tests.services.automation.rules.test_edit import edited
from tests.services.automation.samples import do

HOOK = {"channel": "webhook", "url": "https://example.org/crm"}
MAIL = {"channel": "email", "email": "office@example.org", "language": "uk"}


async def called_out(play: Play, where: dict[str, str] | None = None, phone: str = "+79161234567") -> int:
    """The rule's id; the lead that it tells of has a name and a phone."""
    rule_id = await a_rule(play, "tell-lead-stage", stage="contacted", **(where or HOOK))
    lead_id = await a_lead(play, phone=phone)
    await at_stage(play, lead_id, LeadStage.CONTACTED)
    await play.run_events()
    return rule_id


async def delivery(play: Play, consumer: str) -> Delivery:
    wanted = select(Delivery).where(Delivery.consumer == consumer).order_by(Delivery.id).limit(1)
    found: Delivery = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return found


async def test_another_system_is_told_the_event_and_nothing_personal(play: Play) -> None:
    rule_id = await called_out(play)
    ((url, body, key),) = play.webhooks.calls
    told = json.loads(body)
    assert url == "https://example.org/crm"
    assert told["type"] == "crm.lead.stage.changed"
    assert told["id"] == key
    assert told["subject"] == "lead/1"
    assert told["data"]["to_stage"] == "contacted"
    assert "Иванов" not in body.decode()
    assert "7916" not in body.decode()
    assert await states(play, rule_id) == ["done"]


async def test_a_letter_is_in_its_readers_language_and_names_nobody(play: Play) -> None:
    rule_id = await called_out(play, MAIL)
    (mail,) = play.mailer.sent
    words = [play.renderer.label(line, mail.language, now=play.clock.now()) for line in (mail.subject, *mail.lines)]
    assert (mail.to, mail.language) == ("office@example.org", "uk")
    assert words[:3] == ["CRM: Лід 1", "🤖 Лід тепер «зв’язалися»", "Лід 1"]
    assert await states(play, rule_id) == ["done"]


@pytest.mark.parametrize("where", [HOOK, MAIL], ids=["webhook", "email"])
async def test_what_fails_is_tried_again_under_the_same_key_until_it_arrives(play: Play, where: dict[str, str]) -> None:
    play.webhooks.fault = play.mailer.fault = "status-503"
    rule_id = await called_out(play, where)
    (calling,) = await executions(play, rule_id)
    assert (calling.state, calling.result) == ("calling", {"fault": "status-503", "tries": 1})
    play.clock.advance(seconds=9)
    await play.run_events()
    play.clock.advance(seconds=1)
    await play.run_events()
    play.webhooks.fault = play.mailer.fault = None
    play.clock.advance(seconds=20)
    await play.run_events()
    assert await states(play, rule_id) == ["done"]
    keys = [key for _, _, key in play.webhooks.calls] or [mail.key for mail in play.mailer.sent]
    assert len(keys) == 3
    assert len(set(keys)) == 1


async def test_in_the_end_it_is_a_dead_letter_that_admins_see(play: Play) -> None:
    play.webhooks.fault = "status-500"
    rule_id = await called_out(play)
    for _ in range(CALLS.attempts):
        play.clock.advance(hours=1)
        await play.run_events()
    assert len(play.webhooks.calls) == CALLS.attempts
    dead = await delivery(play, "CallWebhook")
    assert (dead.state, dead.reason) == (DeliveryState.DEAD, "status-500")
    card = play.screen(ADMIN).text
    assert "Another system was not told" in card
    assert "answer 500" in card
    await play.tap_data(ADMIN, f"auto.done:{rule_id}")
    assert "did not arrive: answer 500" in play.screen(ADMIN).text


async def test_an_admin_has_it_tried_again(play: Play) -> None:
    play.webhooks.fault = "unreachable"
    rule_id = await called_out(play)
    for _ in range(CALLS.attempts):
        play.clock.advance(hours=1)
        await play.run_events()
    play.webhooks.fault = None
    await play.tap(ADMIN, "Try again")
    await play.run_events()
    assert await states(play, rule_id) == ["done"]


async def test_one_that_is_down_blocks_no_other(play: Play) -> None:
    """Neither the same rule's next call nor anybody's card."""
    play.webhooks.fault = "timeout"
    rule_id = await called_out(play)
    play.webhooks.fault = None
    other = await a_lead(play, "Петров", phone="+79160001122")
    await at_stage(play, other, LeadStage.CONTACTED)
    await play.run_events()
    assert await states(play, rule_id) == ["calling", "done"]
    assert play.screen(SELLER).text == ""


async def test_without_the_setting_it_is_given_up_at_once_and_says_so(play: Play) -> None:
    play.use(webhooks=None)
    await called_out(play)
    dead = await delivery(play, "CallWebhook")
    assert (dead.state, dead.attempts, dead.reason) == (DeliveryState.DEAD, 1, "webhooks-off")


def test_the_tries_reach_over_hours() -> None:
    total = sum((CALLS.delay(attempt) for attempt in range(1, CALLS.attempts)), timedelta())
    assert timedelta(hours=1) < total < timedelta(days=1)


async def test_of_a_lead_that_is_deleted_meanwhile_no_letter_is_sent(play: Play) -> None:
    play.mailer.fault = "status-450"
    rule_id = await called_out(play, MAIL)
    await do(play, delete_lead, 1, by=ADMIN)
    play.clock.advance(minutes=1)
    await play.run_events()
    assert await states(play, rule_id) == ["skipped"]
    assert len(play.mailer.sent) == 1


async def test_words_that_somebody_typed_stay_in_the_house(play: Play) -> None:
    await a_rule(play, "tell-lead-stage", stage="lost", **HOOK)
    lead_id = await a_lead(play)
    words = "Rude on the phone, wife is ill"
    await do(play, lose_lead, lead_id, reason=words, limits=BROKERAGE.lead_limits)
    await play.run_events()
    ((_, body, _),) = play.webhooks.calls
    assert json.loads(body)["data"]["to_stage"] == "lost"
    assert words not in body.decode()


class Guarded:
    """The Webhooks of a network that lets nothing in."""

    def __init__(self, why: str) -> None:
        self.why = why

    async def post(self, url: str, body: bytes, *, key: str) -> str | None:
        raise AddressRefused(self.why)


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("not-public", "the address is inside the network"),
        ("not-https", "the address is not https"),
        ("redirect", "it redirects to another address"),
        ("address", "a wrong address"),
        ("too-large", "the message is too large"),
    ],
)
async def test_an_address_that_is_refused_is_said_at_once_and_why(play: Play, why: str, words: str) -> None:
    play.use(webhooks=Guarded(why))
    rule_id = await called_out(play)
    dead = await delivery(play, "CallWebhook")
    assert (dead.state, dead.attempts) == (DeliveryState.DEAD, 1)
    assert words in play.screen(ADMIN).text
    assert f"did not arrive: {words}" in (await play.tap_data(ADMIN, f"auto.done:{rule_id}")).text


async def test_a_wrong_address_is_put_right_and_tried_again(play: Play) -> None:
    play.use(webhooks=Guarded("not-public"))
    rule_id = await called_out(play)
    letter = play.screen(ADMIN)
    assert "tell the system at example.org" in (await play.tap(ADMIN, "The rule")).text
    for label in ("Change", "Address"):
        await play.tap(ADMIN, label)
    await play.say(ADMIN, "https://crm.example.org/hook")
    await play.tap(ADMIN, "Save")
    play.use(webhooks=play.webhooks)
    await play.tap_data(ADMIN, letter.data("Try again"), letter.message_id)
    await play.run_events()
    assert [url for url, _, _ in play.webhooks.calls] == ["https://crm.example.org/hook"]
    assert await states(play, rule_id) == ["done"]


@pytest.mark.parametrize("where", [HOOK, MAIL], ids=["webhook", "email"])
@pytest.mark.parametrize("how", ["off", "deleted", "elsewhere"])
async def test_a_rule_that_calls_there_no_more_makes_no_other_try(play: Play, where: dict[str, str], how: str) -> None:
    play.webhooks.fault = play.mailer.fault = "status-503"
    rule_id = await called_out(play, where)
    if how == "off":
        await do(play, switch_rule, rule_id, on=False, by=ADMIN)
    elif how == "deleted":
        await do(play, delete_rule, rule_id, by=ADMIN)
    else:
        await edited(play, rule_id, channel="owner")
    play.clock.advance(minutes=1)
    await play.run_events()
    assert len(play.webhooks.calls) + len(play.mailer.sent) == 1
    (skipped,) = await executions(play, rule_id)
    assert (skipped.state, skipped.result) == ("skipped", {"why": "changed" if how == "elsewhere" else "off"})


async def test_the_rule_of_a_dead_letter_may_be_gone_and_an_old_button_says_so(play: Play) -> None:
    play.use(webhooks=Guarded("redirect"))
    rule_id = await called_out(play)
    letter = play.screen(ADMIN)
    await do(play, delete_rule, rule_id, by=ADMIN)
    for data in (letter.data("The rule"), "auto.of:999"):
        await play.tap_data(ADMIN, data, letter.message_id)
        assert play.toast(ADMIN) == "This rule is gone.", data
    assert "out of date" in (await play.tap_data(ADMIN, "auto.of:x", letter.message_id)).text + play.toast(ADMIN)
