"""Kinds of insurance in chat: everything of one in words, each field by a question."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from models.deal import Deal
from models.event import EventRow
from models.insurance_kind import InsuranceKind
from services.automation import reword_kinds
from services.search.everything import search_everything
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy
from tests.harness import Play, Seen
from tests.people import ADMIN, SELLER


async def kasko(play: Play) -> InsuranceKind:
    wanted = select(InsuranceKind).where(InsuranceKind.region == "RU", InsuranceKind.code == "kasko")
    found: InsuranceKind = (await play.read(lambda session: session.execute(wanted))).scalar_one()
    return found


async def asked(play: Play, field: str) -> Seen:
    return await play.tap_data(ADMIN, f"kind.set:{(await kasko(play)).id}:{field}")


async def test_card_says_everything_in_words(play: Play) -> None:
    await play.tap_data(ADMIN, "reference.menu")
    listed = await play.tap(ADMIN, "Insurance kinds")
    assert "1. " in listed.text
    card = await play.tap_data(ADMIN, f"kind.card:{(await kasko(play)).id}")
    assert card.text.splitlines()[2:] == [
        "Term: 12 months",
        "Start: as early as the day it is bought",
        "Payment: at once, 2 payments, 4 payments",
        "Documents: passport, driving licence, car registration, vehicle photos",
        "Documents of sole proprietors: passport, driving licence, car registration, vehicle photos, tax number",
        "Documents of companies: company details, car registration, vehicle photos",
        "Renewal reminders: 30, 14, 7, 1 days before",
        "Instalment reminders: 7, 3, 1 days before, on the day, 1 days after",
        "Commission: with each payment",
    ]


TYPED: list[tuple[str, str, str, dict[str, Any]]] = [
    ("term", "a while", "6 months", {"default_term_months": 6, "default_term_days": None}),
    ("term", "0 дней", "15 дней", {"default_term_months": None, "default_term_days": 15}),
    ("earliest", "later", "через 3 дня", {"earliest_start_days": 3}),
    ("renewal", "7, -1", "14, 30 и 1 день", {"renewal_ladder": [30, 14, 1]}),
    ("instalment", "often", "5 0 -2", {"instalment_ladder": [5, 0, -2]}),
    ("commission", "later", "вся с первого", {"commission_on_payment": False}),
]


async def test_each_field_is_typed_after_a_slip(play: Play) -> None:
    for field, wrong, right, columns in TYPED:
        await asked(play, field)
        assert "did not understand" in (await play.say(ADMIN, wrong)).text, field
        assert "Saved" in (await play.say(ADMIN, right)).text, field
        assert {name: getattr(await kasko(play), name) for name in columns} == columns
    changes = select(EventRow).where(EventRow.name == "reference.kind.changed")
    assert len((await play.read(lambda session: session.execute(changes))).all()) == len(TYPED)


async def test_each_field_is_tapped(play: Play) -> None:
    chips: list[tuple[str, str, dict[str, Any]]] = [
        ("term", "30 days", {"default_term_days": 30}),
        ("earliest", "In 5 days", {"earliest_start_days": 5}),
        ("renewal", "14, 7, 1", {"renewal_ladder": [30, 14, 7, 1]}),
        ("instalment", "3, 0, -1", {"instalment_ladder": [3, 0, -1]}),
        ("commission", "All with the first", {"commission_on_payment": False}),
    ]
    for field, label, columns in chips:
        await asked(play, field)
        await play.tap(ADMIN, label)
        assert {name: getattr(await kasko(play), name) for name in columns} == columns


async def test_documents_are_ticked_and_typed(play: Play) -> None:
    question = await asked(play, "documents")
    assert question.labels[0] == "✅ passport"
    await play.tap(ADMIN, "passport")
    again = await play.say(ADMIN, "бог весть что")
    assert "no such document" in again.text
    ticked = await play.say(ADMIN, "СНИЛС, ИНН")
    assert "✅ SNILS" in ticked.labels
    assert "passport" in ticked.labels
    await play.tap(ADMIN, "Done")
    assert (await kasko(play)).required_documents == ["driver_licence", "sts", "vehicle_photo", "snils", "tax_id"]


async def test_what_a_company_must_bring_is_a_list_of_its_own(play: Play) -> None:
    await asked(play, "companies")
    await play.tap(ADMIN, "vehicle photos")
    assert "no such document" in (await play.say(ADMIN, "бог весть что")).text
    await play.say(ADMIN, "доверенность")
    await play.tap(ADMIN, "Done")
    kind = await kasko(play)
    assert kind.company_documents == ["company_details", "sts", "power_of_attorney"]
    assert kind.required_documents[0] == kind.proprietor_documents[0] == "passport"


async def test_what_a_sole_proprietor_must_bring_is_a_list_of_its_own(play: Play) -> None:
    await asked(play, "proprietors")
    await play.tap(ADMIN, "passport")
    await play.say(ADMIN, "yes")
    kind = await kasko(play)
    assert kind.proprietor_documents == ["driver_licence", "sts", "vehicle_photo", "tax_id"]
    assert kind.required_documents[0] == "passport"


async def test_payment_plans_are_ticked_and_typed_and_one_must_be_left(play: Play) -> None:
    await asked(play, "schedules")
    for label in ("at once", "2 payments", "4 payments"):
        await play.tap(ADMIN, label)
    assert "at least one" in (await play.tap(ADMIN, "Done")).text
    assert "did not understand" in (await play.say(ADMIN, "70/40")).text
    await play.say(ADMIN, "60/40, поквартально")
    await play.say(ADMIN, "yes")
    assert (await kasko(play)).schedules == [
        {"count": 2, "shares": [6000, 4000], "every_months": None},
        {"count": 4, "shares": [], "every_months": 3},
    ]


async def test_a_kind_is_renamed_in_one_language(play: Play) -> None:
    await asked(play, "names")
    assert "no language" in (await play.say(ADMIN, "klingon")).text
    await play.say(ADMIN, "English")
    assert "two letters" in (await play.say(ADMIN, "42")).text
    assert "Motor hull" in (await play.say(ADMIN, "Motor hull")).text
    assert (await kasko(play)).names["ru"] == "КАСКО"


async def test_deals_and_policies_are_found_by_a_kinds_new_name_batch_by_batch(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reword_kinds, "BATCH", 2)
    client = await a_client(play)
    deals = [await a_deal(play, client, f"Skoda {number}") for number in range(5)]
    policies = [await a_policy(play, deal, number=f"A-{deal}") for deal in deals]
    kind = (await play.read(lambda session: session.execute(select(Deal.kind_id).limit(1)))).scalar_one()
    await play.tap_data(ADMIN, f"kind.set:{kind}:names")
    await play.say(ADMIN, "English")
    await play.say(ADMIN, "Third party")
    await play.run_events()
    actor = play.actor(SELLER)
    for words, expected in (("third party", True), ("osago", False), ("осаго skoda", True)):
        found = await play.read(partial(search_everything, actor=actor, query=words))
        assert [line.id for line in found.deals.lines] == (deals[::-1] if expected else []), words
        assert [line.id for line in found.policies.lines] == (policies[::-1] if expected else []), words
    batches = select(EventRow).where(EventRow.name == "reference.kind.rewording")
    assert len((await play.read(lambda session: session.execute(batches))).all()) == 2 * 3


async def test_a_kind_out_of_use_opens_no_new_deals(play: Play) -> None:
    card = await play.tap_data(ADMIN, f"kind.card:{(await kasko(play)).id}")
    off = await play.tap(ADMIN, "Take out of use", message_id=card.message_id)
    assert "no new deals" in off.text
    await play.say(SELLER, "/newdeal")
    await play.say(SELLER, "+7 916 123-45-67")
    offered = await play.say(SELLER, "Иванов Иван")
    assert "КАСКО" not in " ".join(offered.labels)
    await play.tap(ADMIN, "Put in use")
    assert (await kasko(play)).enabled


async def test_an_old_chip_of_a_saved_answer_changes_nothing_more(play: Play) -> None:
    question = await asked(play, "term")
    data = question.data("30 days")
    for _ in range(2):
        await play.tap_data(ADMIN, data, question.message_id)
    assert (await kasko(play)).default_term_days == 30
