"""What a lead is paid for follows what the client has paid for the policies of its deal."""

from sqlalchemy import func, select

from models.event import EventRow
from models.lead import Lead, LeadStage
from models.money import Currency, Money
from models.policy import Payment
from services.leads.events import LeadPaymentRegistered
from services.policies.file import file_policy
from services.policies.give_back import reverse_payment
from services.policies.pay import RecordPayment, record_payment
from tests.harness import BROKERAGE, Play
from tests.people import MANAGER, SELLER
from tests.services.leads.done import ready, transfer
from tests.services.policies.builders import Filed, a_filed_policy, filing


async def transferred(play: Play) -> tuple[int, Filed]:
    lead_id = await ready(play)
    filed = Filed(play, await play.write(transfer(play, lead_id)))
    filed.policy_id = await filed.do(file_policy, await filing(filed))
    return lead_id, filed


async def pay(filed: Filed, amount: int, key: str) -> None:
    today = BROKERAGE.today(filed.play.clock.now())
    command = RecordPayment(policy_id=filed.policy_id, amount=amount, paid_on=today, intent_key=key)
    await filed.do(record_payment, command)


async def lead_of(play: Play, lead_id: int) -> Lead:
    return await play.read(lambda session: session.get(Lead, lead_id))  # type: ignore[no-any-return]


async def registered(play: Play) -> int:
    count = select(func.count()).where(EventRow.name == LeadPaymentRegistered.name)
    return int((await play.read(lambda session: session.execute(count))).scalar_one())


async def test_payments_add_up_since_the_first_and_the_stage_stays(play: Play) -> None:
    lead_id, filed = await transferred(play)
    assert (await lead_of(play, lead_id)).paid is None
    first = play.clock.now()
    await pay(filed, 1_000_000, "one")
    play.clock.advance(days=1)
    await pay(filed, 500_000, "two")
    await pay(filed, 500_000, "two")
    lead = await lead_of(play, lead_id)
    assert (lead.paid, lead.paid_at) == (Money(1_500_000, Currency.RUB), first)
    assert lead.stage is LeadStage.TRANSFERRED
    assert lead.last_activity_at == first
    assert await registered(play) == 2


async def test_a_payment_that_is_taken_back_is_paid_no_more(play: Play) -> None:
    lead_id, filed = await transferred(play)
    await pay(filed, 1_000_000, "one")
    payment_id = (await play.read(lambda session: session.execute(select(Payment.id)))).scalar_one()
    await filed.do(reverse_payment, payment_id, reason="Банк вернул деньги", person=MANAGER)
    lead = await lead_of(play, lead_id)
    assert (lead.paid, lead.paid_at) == (None, None)
    assert await registered(play) == 2


async def test_a_deal_without_a_lead_is_nobodys_payment(play: Play) -> None:
    filed = await a_filed_policy(play)
    await filed.do(
        record_payment,
        RecordPayment(policy_id=filed.policy_id, paid_on=BROKERAGE.today(play.clock.now()), intent_key="one"),
        person=SELLER,
    )
    assert await registered(play) == 0
