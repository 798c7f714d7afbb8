"""Plays a seeded deal with the product's own use cases, as its people would."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationSource, DeductibleKind
from models.client import ContactKind
from models.deal import DealStage, LostReason
from models.ledger import Act, LedgerEntry, Side
from models.money import Money
from models.task import TaskKind
from sandbox.seed_data import EXECUTOR, POOL, SeededDeal, SeededOffer, SeededPolicy
from services.access import Actor
from services.brokerage import Brokerage
from services.calculations.choose import ChooseOffer, choose_offer
from services.calculations.enter import EnterOffers, Offer, enter_offers
from services.calculations.plans import PaymentPlan
from services.calculations.queries import find_choice
from services.clients.create import CreateClient, create_client
from services.deals.defer import defer_deal
from services.deals.hand_over import Place, hand_over
from services.deals.kinds import find_kind
from services.deals.lose import lose_deal
from services.deals.move_stage import MoveStage, move_stage
from services.deals.open import OpenDeal, open_deal
from services.journal.write import WriteEntry, write_entry
from services.ledger.expense_rules import AddRule, add_rule
from services.ledger.settle import Settle, settle
from services.policies.file import FilePolicy, file_policy
from services.policies.pay import RecordPayment, record_payment
from services.policies.terms import last_day, spread
from services.tasks.set_task import SetTask, set_task

WITH_CHOICE = frozenset({DealStage.AGREEMENT, DealStage.ISSUING, DealStage.PAID})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """Where deals are played; kinds and insurers by code, people by name."""

    session: AsyncSession
    brokerage: Brokerage
    people: dict[str, Actor]
    kinds: dict[str, int]
    insurers: dict[str, int]
    now: datetime

    @property
    def today(self) -> date:
        return self.brokerage.today(self.now)

    def money(self, whole: int) -> Money:
        return Money.of(whole, self.brokerage.currency)


async def play_deal(stage: Stage, deal: SeededDeal, number: int) -> None:
    seller = stage.people[deal.seller]
    deal_id = await _open(stage, seller, deal, number)
    if deal.note is not None:
        entry = WriteEntry(deal_id=deal_id, text=deal.note, intent_key=f"seed-note-{number}")
        await write_entry(stage.session, seller, entry, now=stage.now)
    if deal.asleep_days is not None:
        review_on = stage.today + timedelta(days=deal.asleep_days)
        zone = stage.brokerage.zone
        await defer_deal(stage.session, seller, deal_id, review_on=review_on, zone=zone, now=stage.now)
    if deal.stage is DealStage.LOST:
        await lose_deal(stage.session, seller, deal_id, reason=LostReason.PRICE, now=stage.now)
    elif deal.stage is not DealStage.NEW:
        await _work(stage, seller, deal, deal_id)


async def _open(stage: Stage, seller: Actor, deal: SeededDeal, number: int) -> int:
    client = CreateClient(
        kind=deal.client_kind,
        name=deal.client,
        contacts=[(ContactKind.PHONE, deal.phone)],
        intent_key=f"seed-client-{number}",
    )
    command = OpenDeal(
        client_id=await create_client(stage.session, seller, client, now=stage.now),
        kind_id=stage.kinds[deal.kind],
        object=deal.object,
        currency=stage.brokerage.currency,
        intent_key=f"seed-deal-{number}",
    )
    return await open_deal(stage.session, seller, command, now=stage.now)


async def _work(stage: Stage, seller: Actor, deal: SeededDeal, deal_id: int) -> None:
    session, executor, now = stage.session, stage.people[EXECUTOR], stage.now
    move = MoveStage(deal_id=deal_id, seen=DealStage.NEW, to=DealStage.KYC, amount=None)
    await move_stage(session, seller, move, now=now)
    if deal.to != POOL:
        await hand_over(session, seller, deal_id, place=Place.EXECUTOR, to_user_id=executor.id, now=now)
    await _ask(stage, seller, deal_id, TaskKind.CALCULATE, None if deal.to == POOL else executor.id)
    if deal.offers:
        await _calculate(stage, executor, deal, deal_id)
    if deal.stage in WITH_CHOICE:
        choice = ChooseOffer(offer_id=await _first_offer(stage, deal_id), plan=0, intent_key=f"seed-choice-{deal_id}")
        await choose_offer(session, seller, choice, now=now, today=stage.today)
    if deal.stage is DealStage.ISSUING:
        await _ask(stage, seller, deal_id, TaskKind.ISSUE, executor.id)
    if deal.rule is not None:
        rule = AddRule(
            deal_id=deal_id,
            category=deal.rule.category,
            basis=deal.rule.basis,
            rate=deal.rule.percent * 100,
            payee=deal.rule.payee,
            intent_key=f"seed-rule-{deal_id}",
        )
        await add_rule(session, seller, rule, now=now)
    if deal.policy is not None:
        await _file(stage, seller, deal, deal.policy, deal_id)


async def _ask(stage: Stage, seller: Actor, deal_id: int, kind: TaskKind, to_user_id: int | None) -> None:
    task = SetTask(
        deal_id=deal_id,
        kind=kind,
        to_user_id=to_user_id,
        due_on=stage.today + timedelta(days=2 if to_user_id is None else 1),
        intent_key=f"seed-{kind}-{deal_id}",
    )
    await set_task(stage.session, seller, task, now=stage.now, today=stage.today)


async def _calculate(stage: Stage, executor: Actor, deal: SeededDeal, deal_id: int) -> None:
    command = EnterOffers(
        deal_id=deal_id,
        offers=[_offer(stage, offer) for offer in deal.offers],
        source=CalculationSource.LINES,
        finish=True,
        intent_key=f"seed-offers-{deal_id}",
    )
    await enter_offers(stage.session, executor, command, now=stage.now, today=stage.today)


def _offer(stage: Stage, offer: SeededOffer) -> Offer:
    kind = {None: None, 0: DeductibleKind.NONE}.get(offer.deductible, DeductibleKind.AMOUNT)
    return Offer(
        insurer_id=stage.insurers[offer.insurer],
        premium=stage.money(offer.premium),
        deductible_kind=kind,
        deductible=offer.deductible * 100 if offer.deductible else None,
        plans=[PaymentPlan(offer.parts)],
        commission_rate=offer.rate * 100 if offer.rate else None,
        valid_until=stage.today + timedelta(days=offer.valid_days),
    )


async def _first_offer(stage: Stage, deal_id: int) -> int:
    first = select(Calculation.id).where(Calculation.deal_id == deal_id).order_by(Calculation.id).limit(1)
    return (await stage.session.execute(first)).scalar_one()


async def _file(stage: Stage, seller: Actor, deal: SeededDeal, policy: SeededPolicy, deal_id: int) -> None:
    choice = await find_choice(stage.session, deal_id)
    assert choice is not None  # noqa: S101 - its stage is beyond the choice
    starts_on = stage.today - timedelta(days=policy.started_days_ago)
    kind = await find_kind(stage.session, stage.kinds[deal.kind])
    ends_on = last_day(starts_on, months=kind.default_term_months, days=kind.default_term_days)
    parts = spread(PaymentPlan.from_json(choice.payment_option), choice.price, starts_on, ends_on)
    command = FilePolicy(
        deal_id=deal_id,
        insurer_id=choice.insurer_id,
        kind_id=kind.id,
        choice_id=choice.id,
        number=policy.number,
        object=deal.object,
        starts_on=starts_on,
        ends_on=ends_on,
        premium=choice.price,
        parts=parts or [],
        intent_key=f"seed-policy-{deal_id}",
    )
    policy_id = await file_policy(stage.session, seller, command, now=stage.now, today=stage.today)
    for number, part in enumerate(command.parts[: policy.paid]):
        payment = RecordPayment(policy_id=policy_id, paid_on=part.due_on, intent_key=f"seed-payment-{deal_id}-{number}")
        await record_payment(stage.session, seller, payment, now=stage.now, today=stage.today)
    await _receive(stage, seller, policy_id, policy.received)


async def _receive(stage: Stage, seller: Actor, policy_id: int, count: int) -> None:
    """The commission of the first instalments."""
    expected = (
        select(LedgerEntry.id, LedgerEntry.on)
        .where(
            LedgerEntry.policy_id == policy_id,
            LedgerEntry.side == Side.INCOME,
            LedgerEntry.act == Act.PLANNED,
            LedgerEntry.planned_id.is_(None),
        )
        .order_by(LedgerEntry.id)
        .limit(count)
    )
    for entry_id, on in (await stage.session.execute(expected)).all():
        command = Settle(entry_id=entry_id, on=min(on, stage.today), intent_key=f"seed-received-{entry_id}")
        await settle(stage.session, seller, command, now=stage.now, today=stage.today)
