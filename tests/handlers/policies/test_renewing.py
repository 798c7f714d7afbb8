"""A renewal begins with what last year had: terms, plan, papers; and is asked to be calculated in one press."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from models.calculation import Calculation, DeductibleKind
from models.deal import Deal, DealStage
from models.document import Document, DocumentState
from models.document_kind import DocumentKind
from models.policy import Policy
from models.task import Task, TaskKind
from services.day.at_risk import AT_RISK
from tests.handlers.day import owed
from tests.handlers.day.owed import a_policy, remind, wake
from tests.handlers.documents.sending import close_packets, document, executor_joins
from tests.handlers.policies.filed import chosen_deal, file_chosen
from tests.handlers.policies.test_paying import pay
from tests.harness import Play, Seen
from tests.invariants import assert_invariants
from tests.people import EXECUTOR, SELLER
from tests.services.documents.files import pdf

TERMS: dict[str, Any] = {
    "sum_insured": 185_000_000,
    "deductible_kind": DeductibleKind.AMOUNT,
    "deductible": 1_500_000,
}


async def rows(play: Play, table: type) -> list:
    found = await play.read(lambda session: session.execute(select(table).order_by(table.id)))
    return list(found.scalars().all())


def plain(seen: Seen) -> str:
    return seen.text.replace("\u202f", " ")


async def last_years_policy(play: Play, **terms: Any) -> None:
    """Paid, with three papers in the folder; its term is nearly over."""
    deal_id = await chosen_deal(play, **{**TERMS, **terms})
    for name in ("passport.pdf", "СТС.pdf", "диагностическая карта.pdf"):
        await play.message(SELLER, **document(play, name, pdf(f"({name})".encode())))
    await close_packets(play)
    await play.run_events()
    await play.tap_data(SELLER, f"deal.card:{deal_id}", play.screen(SELLER).message_id)
    await file_chosen(play, deal_id)
    await pay(play, "46900")
    play.clock.advance(days=340)


async def renewed(play: Play, **terms: Any) -> Seen:
    await last_years_policy(play, **terms)
    return await play.tap_data(SELLER, "policy.renew:1", play.screen(SELLER).message_id)


async def test_the_card_says_all_that_last_year_was(play: Play) -> None:
    card = await renewed(play)
    last = "В прошлом году: АльфаСтрахование · 46 900 ₽ · сумма 1 850 000 ₽ · франшиза 15 000 ₽ · 12 мес · 2 платежа"
    assert last in plain(card)


async def a_paid_policy(play: Play) -> int:
    """Another one of the same object, that ends later."""
    policy_id = await a_policy(play, 1, {-60: 5_000}, number="RR-5")
    await owed.pay(play, policy_id)
    return policy_id


async def test_of_two_policies_of_one_object_the_one_is_renewed_that_was_asked_for(play: Play) -> None:
    await last_years_policy(play)
    await a_policy(play, 1, {-60: 5_000}, number="RR-5")
    card = await play.tap_data(SELLER, "policy.renew:1", play.screen(SELLER).message_id)
    assert "В прошлом году: АльфаСтрахование · 46 900 ₽" in plain(card)
    again = await a_policy(play, 2, {20: 47_000}, number="AI-2", begun=-20)
    [filed] = [row for row in await rows(play, Policy) if row.id == again]
    assert filed.predecessor_id == 1


async def test_the_second_of_two_policies_of_one_object_has_a_renewal_of_its_own(play: Play) -> None:
    await last_years_policy(play)
    second = await a_policy(play, 1, {-60: 5_000}, number="RR-5")
    first = await play.tap_data(SELLER, "policy.renew:1", play.screen(SELLER).message_id)
    assert "Сделка 2" in first.text
    own = await play.tap_data(SELLER, f"policy.renew:{second}", first.message_id)
    assert "Сделка 3" in own.text
    assert "· 5 000 ₽" in plain(own), "what the second was last year"
    again = await play.tap_data(SELLER, "policy.renew:1", own.message_id)
    assert "Сделка 2" in again.text
    again = await play.tap_data(SELLER, f"policy.renew:{second}", again.message_id)
    assert "Сделка 3" in again.text
    filed = await a_policy(play, 3, {20: 6_000}, number="RR-6", begun=-20)
    assert {row.id: row.predecessor_id for row in await rows(play, Policy)}[filed] == second
    await assert_invariants(play)


async def test_a_renewal_waits_for_its_own_policy_and_last_years_deal_for_the_other(play: Play) -> None:
    await last_years_policy(play)
    later = await a_paid_policy(play)
    last_days = {policy.id: policy.ends_on for policy in await rows(play, Policy)}
    card = await play.tap_data(SELLER, f"policy.renew:{later}", play.screen(SELLER).message_id)
    assert "Сделка 2" in card.text
    waiting = {deal.id: deal.next_event_on for deal in await rows(play, Deal)}
    assert waiting == {1: last_days[1], 2: last_days[later]}
    await play.tap_data(SELLER, "policy.renew:1", card.message_id)
    waiting = {deal.id: deal.next_event_on for deal in await rows(play, Deal)}
    assert waiting == {1: None, 2: last_days[later], 3: last_days[1]}
    asked = await play.tap_data(SELLER, "policy.file:3", play.screen(SELLER).message_id)
    for answer in ("Альфа", "50000", "AI-5"):
        asked = await play.say(SELLER, answer)
    assert f"{last_days[1].day + 1} нояб" in " ".join(asked.labels), "the day after its own"


async def test_the_money_at_risk_in_a_renewal_is_that_of_its_own_policy(play: Play) -> None:
    await last_years_policy(play)
    later = await a_paid_policy(play)
    await play.tap_data(SELLER, f"policy.renew:{later}", play.screen(SELLER).message_id)
    at_risk = select(Deal.id, AT_RISK).order_by(Deal.id)
    found = (await play.read(lambda session: session.execute(at_risk))).all()
    premiums = {policy.id: policy.premium for policy in await rows(play, Policy)}
    assert [tuple(row) for row in found] == [(1, sum(premiums.values())), (2, premiums[later])]


async def test_a_refused_renewal_of_one_policy_leaves_the_other_in_sight(play: Play) -> None:
    await last_years_policy(play)
    other = await a_paid_policy(play)
    card = await play.tap_data(SELLER, "policy.renew:1", play.screen(SELLER).message_id)
    await play.tap_data(SELLER, "deal.lose:2", card.message_id)
    await play.say(SELLER, "Дорого")
    await play.say(SELLER, "да")
    first, lost = await rows(play, Deal)
    last_days = {policy.id: policy.ends_on for policy in await rows(play, Policy)}
    assert (first.next_event_on, lost.stage) == (last_days[other], DealStage.LOST)
    play.clock.advance(days=280)
    await remind(play)
    await play.run_events()
    assert "5 000 ₽" in plain(play.screen(SELLER))


async def test_what_does_not_expire_of_the_folder_comes_along_and_takes_no_more_room(play: Play) -> None:
    card = await renewed(play)
    assert "Папка: 2 файла" in card.text
    assert "паспорт" not in card.text.lower(), "nothing that came along is missing"
    [*_, passport, sts] = papers = await rows(play, Document)
    assert [(paper.deal_id, paper.kind) for paper in (passport, sts)] == [
        (2, DocumentKind.PASSPORT),
        (2, DocumentKind.STS),
    ]
    assert {passport.sha256, sts.sha256} <= {paper.sha256 for paper in papers[:3]}
    assert {paper.state for paper in papers} == {DocumentState.FILED}
    folder = await play.tap_data(SELLER, "deal.folder:2", card.message_id)
    assert "passport.pdf" in folder.text
    await play.tap_data(SELLER, f"document.delete:{passport.id}", folder.message_id)
    assert "Папка: 3 файла" in (await play.tap_data(SELLER, "deal.card:1", play.screen(SELLER).message_id)).text
    journal = await play.tap_data(SELLER, "deal.journal:2", play.screen(SELLER).message_id)
    assert "из прошлого года взяты 2 документа" in journal.text


async def test_an_offer_is_as_last_year_in_one_tap_and_keeps_what_was_said(play: Play) -> None:
    await renewed(play)
    await play.tap_data(SELLER, "offers.enter:2", play.screen(SELLER).message_id)
    await play.say(SELLER, "Ингос 48200 фр20 КВ22")
    asked = await play.tap(SELLER, "✏️ 1")
    assert "В прошлом году: АльфаСтрахование" in asked.text
    asked = await play.tap(SELLER, "Как в прошлом году")
    assert "1 850 000 ₽" in plain(asked)
    assert "20 000 ₽" in plain(asked)
    assert not [label for label in asked.labels if "Как в прошлом году" in label]
    await play.tap_data(SELLER, asked.data("Верно"), asked.message_id)
    await play.tap(SELLER, "Сохранить")
    offer = (await rows(play, Calculation))[-1]
    assert (offer.sum_insured, offer.deductible, offer.term_months) == (185_000_000, 2_000_000, 12)
    assert offer.payment_options[0]["count"] == 2


@pytest.mark.parametrize(
    ("field", "terms", "chip"),
    [
        ("Страх. сумма", {}, "1 850 000 ₽"),
        ("Франшиза", {}, "15 000 ₽"),
        ("Франшиза", {"deductible_kind": DeductibleKind.PERCENT, "deductible": 1000}, "10%"),
        ("Оплата", {}, "2 платежа"),
        ("Срок", {}, "12 мес"),
    ],
)
async def test_each_field_offers_last_years_answer(play: Play, field: str, terms: dict[str, Any], chip: str) -> None:
    await renewed(play, **terms)
    await play.tap_data(SELLER, "offers.enter:2", play.screen(SELLER).message_id)
    await play.say(SELLER, "Ингос 48200")
    form = await play.tap(SELLER, "✏️ 1")
    asked = await play.tap(SELLER, field, message_id=form.message_id)
    label = next(label for label in asked.labels if label.replace("\u202f", " ").startswith(chip))
    assert chip in plain(await play.tap(SELLER, label)).split("В прошлом году")[0]


async def test_a_policy_that_is_filed_by_hand_begins_as_last_years(play: Play) -> None:
    card = await renewed(play)
    asked = await play.tap_data(SELLER, "policy.file:2", card.message_id)
    assert "АльфаСтрахование" in asked.labels[0]
    await play.tap(SELLER, "АльфаСтрахование")
    await play.say(SELLER, "50000")
    await play.say(SELLER, "AI-5")
    await play.tap(SELLER, "ср 24 нояб")
    confirmed = await play.tap(SELLER, "Без файла")
    assert "24.11.2027 — 23.11.2028" in confirmed.text
    assert "2 взноса" in confirmed.text
    assert "2. 25 000 ₽ · 24 мая 2028" in plain(confirmed)
    card = await play.tap(SELLER, "Записать полис")
    assert "В прошлом году" not in (await play.tap_data(SELLER, "deal.card:2", card.message_id)).text
    before, after = await rows(play, Policy)
    assert after.predecessor_id == before.id
    await assert_invariants(play)


async def test_a_woken_deal_is_calculated_anew_in_one_press(play: Play) -> None:
    await last_years_policy(play)
    await executor_joins(play, 1)
    play.clock.advance(days=25)
    await wake(play)
    await remind(play)
    await play.run_events()
    notice = play.screen(SELLER)
    card = await play.tap(SELLER, "Посчитать заново")
    assert "🧮 Пересчитать: Taras, до завтра" in card.text
    assert "Сделка 2" in card.text
    [task] = await rows(play, Task)
    assert (task.kind, task.deal_id, task.to_user_id) == (TaskKind.CALCULATE, 2, play.ids[EXECUTOR.telegram_id])
    assert task.due_on == date(2027, 11, 24)
    again = await play.tap_data(SELLER, notice.data("Посчитать заново"), notice.message_id)
    assert "Сделка 2" in again.text
    assert len(await rows(play, Task)) == 1
    await assert_invariants(play)


async def test_a_renewal_waits_no_more_for_a_policy_that_was_annulled(play: Play) -> None:
    card = await renewed(play)
    assert "Дальше: продление" in card.text
    await play.tap_data(SELLER, "policy.annul:1", card.message_id)
    await play.say(SELLER, "выписан с ошибкой")
    await play.say(SELLER, "да")
    card = await play.tap_data(SELLER, "deal.card:2", play.screen(SELLER).message_id)
    assert "Дальше: продление" not in card.text
    assert "В прошлом году: АльфаСтрахование" in card.text
