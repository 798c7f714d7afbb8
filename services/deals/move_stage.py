"""Moves a deal one stage on; see `rules` for which.

- A tap on a button of an older card is refused: it names the stage that it was shown at.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.money import Money
from services.access import Actor, Right
from services.deals.access import access_deal
from services.deals.pass_stages import put_stage
from services.deals.rules import check_move
from services.errors import ScreenOutdated


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveStage:
    """`seen` is the stage the person was looking at."""

    deal_id: int
    seen: DealStage
    to: DealStage
    amount: Money | None = None


async def move_stage(session: AsyncSession, actor: Actor, command: MoveStage, *, now: datetime) -> Deal:
    deal = await access_deal(session, actor, command.deal_id, right=Right.MOVE_DEAL, lock=True)
    if deal.stage is not command.seen:
        raise ScreenOutdated
    amount = command.amount or deal.premium
    check_move(current=deal.stage, to=command.to, amount=amount)
    changed = {"amount": amount.amount, "currency": amount.currency} if amount else {}
    await put_stage(session, actor, deal, command.to, now=now, by_itself=False, **changed)
    return deal
