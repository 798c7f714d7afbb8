"""Moves a deal one stage on, as its people do by hand."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import DealStage
from models.money import Money
from services.access import Actor, Right
from services.automation.actions.job import Job, Result
from services.automation.rules.conditions import Facts
from services.brokerage import Brokerage
from services.deals.access import access_deal
from services.deals.move_stage import MoveStage, move_stage
from services.deals.rules import check_move


async def move_deal_stage(session: AsyncSession, actor: Actor, job: Job) -> Result:
    """One that has come there meanwhile stays there."""
    deal = await access_deal(session, actor, job.facts.entity_id, right=Right.MOVE_DEAL, lock=True)
    to = DealStage(job.rule.params["to"])
    if deal.stage is not to:
        await move_stage(session, actor, MoveStage(deal_id=deal.id, seen=deal.stage, to=to), now=job.now)
    return Result({"stage": to.value})


def check_would_move(facts: Facts, to: str, brokerage: Brokerage) -> None:
    """What the use case would refuse, by the facts alone."""
    amount = None if facts.amount is None else Money(facts.amount, brokerage.currency)
    check_move(current=DealStage(facts.stage), to=DealStage(to), amount=amount)
