"""What a person is told when a deal wakes: why, how much is at risk, how it was last year, and the next step."""

from datetime import timedelta

from sqlalchemy import insert, select, update

from models.deal import Deal
from models.ledger import CommissionRate
from models.policy import Policy
from tests.handlers.clients.builders import a_client, a_deal
from tests.handlers.day.owed import a_policy, pay, remind, wake
from tests.harness import BROKERAGE, Play, Seen
from tests.people import EXECUTOR, SELLER


async def agreed_rate(play: Play) -> None:
    """22 per cent of whatever the first insurer sells."""
    rate = {
        "insurer_id": 1,
        "kind_id": 1,
        "from_on": BROKERAGE.today(play.clock.now()) - timedelta(days=900),
        "rate": 2200,
        "created_by": play.ids[SELLER.telegram_id],
        "created_at": play.clock.now(),
    }
    await play.write(lambda session: session.execute(insert(CommissionRate), [rate]))


async def with_executor(play: Play, deal_id: int) -> None:
    chosen = update(Deal).where(Deal.id == deal_id).values(executor_id=play.ids[EXECUTOR.telegram_id])
    await play.write(lambda session: session.execute(chosen))


async def woken(play: Play, deal_id: int) -> Seen:
    """Its seller's notice, on the day that it waits for."""
    review = (await play.read(lambda s: s.execute(select(Deal.review_on).where(Deal.id == deal_id)))).scalar_one()
    await play.run_events()
    play.clock.advance(days=(review - BROKERAGE.today(play.clock.now())).days)
    await wake(play)
    await remind(play)
    await play.run_events()
    return play.screen(SELLER)


def said(seen: Seen) -> str:
    return seen.text.replace("\u202f", " ")


async def test_for_an_instalment_the_payment_is_the_next_step(play: Play) -> None:
    await agreed_rate(play)
    deal = await a_deal(play, await a_client(play))
    await with_executor(play, deal)
    policy = await a_policy(play, deal, {0: 10_000, 5: 23_450})
    await pay(play, policy)
    notice = await woken(play, deal)
    assert said(notice).startswith(f"⏰ Проснулась сделка\n🚗 Сделка {deal} · ОСАГО · Toyota Camry 2021")
    assert "Взнос 23 450 ₽ · срок сегодня" in said(notice)
    assert "Под риском: 23 450 ₽" in said(notice), "commission on this kind came with the first instalment"
    assert notice.labels == ["💰 Оплата", "📞 Позвонил", "💤 Отложить", "📂 Открыть сделку"]
    assert notice.data("Оплата") == f"policy.pay:{policy}"
    told = play.screen(EXECUTOR)
    assert "Платіж 23 450 ₽" in said(told)
    assert "КВ" not in told.text
    assert told.labels == ["📂 Відкрити угоду"]


async def test_for_a_renewal_last_year_is_told_and_a_new_calculation_is_the_next_step(play: Play) -> None:
    client = await a_client(play)
    deal = await a_deal(play, client)
    policy = await a_policy(play, deal, {-300: 41_300}, begun=300)
    before = await a_policy(play, deal, {-700: 39_800}, number="AI-1", begun=700)
    following = update(Policy).where(Policy.id == policy).values(predecessor_id=before)
    await play.write(lambda session: session.execute(following))
    await pay(play, before)
    await pay(play, policy)
    notice = await woken(play, deal)
    assert "Последний безопасный день: сегодня" in said(notice)
    assert "Под риском: 41 300 ₽" in said(notice)
    assert "В прошлом году: " in said(notice)
    assert "39 800 ₽" in said(notice)
    assert notice.data("Посчитать заново") == f"policy.recalculate:{policy}"
    renewal = await play.tap(SELLER, "Посчитать заново")
    assert "Дальше: продление, до сегодня" in renewal.text, "the renewal waits now, and no longer last year's deal"
    asked = await play.tap(SELLER, "Посчитать заново")
    assert "Пересчитать" in asked.text
    waits = select(Deal.next_event_on).where(Deal.id == deal)
    assert (await play.read(lambda session: session.execute(waits))).scalar_one() is None


async def test_for_a_call_back_the_journal_is_the_next_step(play: Play) -> None:
    deal = await a_deal(play, await a_client(play))
    await play.tap_data(SELLER, f"deal.defer:{deal}")
    await play.say(SELLER, "через неделю")
    notice = await woken(play, deal)
    assert "Обещали перезвонить: сегодня" in notice.text
    assert notice.labels == ["📞 Позвонил", "💤 Отложить", "❌ Отказ", "📂 Открыть сделку"]
    assert notice.data("Позвонил") == f"deal.called:{deal}"
    assert "до какого дня" in (await play.tap(SELLER, "Позвонил")).text
    promised = select(Deal.call_back_on).where(Deal.id == deal)
    assert (await play.read(lambda session: session.execute(promised))).scalar_one() is None
