"""Moves a deal one stage on; see `rules` for which.

- A tap on a button of an older card is refused: it names the stage that it was shown at.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal, DealStage
from models.money import Money
from services.access import Actor, Right
from services.conversation.values import text
from services.deals.access import access_deal
from services.deals.change import change_deal
from services.deals.events import DealStageChanged
from services.deals.rules import check_move
from services.errors import ScreenOutdated
from services.events.publish import publish
from services.journal.note import note_system


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
    before, amount = deal.stage, command.amount or deal.premium
    check_move(current=before, to=command.to, amount=amount)
    changed = {"amount": amount.amount, "currency": amount.currency} if amount else {}
    await change_deal(session, deal, stage=command.to, **changed)
    event = DealStageChanged(
        deal_id=deal.id, from_stage=before, to_stage=command.to, reason=None, amount=amount.amount if amount else None
    )
    await publish(session, actor, event, now=now)
    await note_system(session, actor, deal.id, "jrn-stage-moved", now=now, stage=text(f"stage-deal-{command.to}"))
    return deal
