"""Policies filed and owed, as the beginning of other stories."""

from datetime import timedelta
from functools import partial

from sqlalchemy import select

from models.deal import Deal
from models.insurer import Insurer
from models.money import Currency, Money
from services.policies.file import FilePolicy, file_policy
from services.policies.pay import RecordPayment, record_payment
from services.policies.terms import Part
from services.reminders.tell import tell_due_reminders
from services.reminders.wake import wake_due_deals
from tests.harness import BROKERAGE, Play
from tests.people import SELLER, Person

TERM = timedelta(days=364)


async def a_policy(
    play: Play,
    deal_id: int,
    parts: dict[int, int] | None = None,
    *,
    number: str = "AI-4471122",
    begun: int = 60,
    seller: Person = SELLER,
) -> int:
    """It began so many days ago; `parts` are its instalments: the day they are due, counted from today, and rubles."""
    today = BROKERAGE.today(play.clock.now())
    owed = [Part(today + timedelta(days=days), rubles * 100) for days, rubles in (parts or {-begun: 46_900}).items()]
    deal = (await play.read(lambda session: session.execute(select(Deal).where(Deal.id == deal_id)))).scalar_one()
    insurer = (
        await play.read(lambda session: session.execute(select(Insurer.id).order_by(Insurer.id).limit(1)))
    ).scalar_one()
    command = FilePolicy(
        deal_id=deal_id,
        insurer_id=insurer,
        kind_id=deal.kind_id,
        number=number,
        object=deal.object,
        starts_on=today - timedelta(days=begun),
        ends_on=today - timedelta(days=begun) + TERM,
        premium=Money(sum(part.amount for part in owed), Currency.RUB),
        parts=owed,
        overlap_reason="as before",
        intent_key=number,
    )
    filed = partial(file_policy, actor=play.actor(seller), command=command, now=play.clock.now(), today=today)
    return int(await play.write(filed))


async def pay(play: Play, policy_id: int, *, seller: Person = SELLER) -> None:
    """The next instalment, today."""
    now = play.clock.now()
    today = BROKERAGE.today(now)
    command = RecordPayment(policy_id=policy_id, paid_on=today, intent_key=f"paid-{policy_id}-{now}")
    await play.write(partial(record_payment, actor=play.actor(seller), command=command, now=now, today=today))


async def wake(play: Play) -> None:
    now = play.clock.now()
    await play.write(partial(wake_due_deals, now=now, zone=BROKERAGE.zone))


async def remind(play: Play) -> None:
    now = play.clock.now()
    await play.write(partial(tell_due_reminders, now=now, brokerage=BROKERAGE))
