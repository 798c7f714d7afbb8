"""The deal was given to another while offers were being entered: they are kept for who goes on."""

from datetime import datetime

from aiogram.types import Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.calculations import question_screens as ask
from handlers.calculations.entering import insurers_of
from handlers.calculations.lines import doubts_of
from handlers.calculations.parse import retyped
from handlers.calculations.states import OfferFormFlow, OffersFlow
from handlers.kit.draft import Draft
from handlers.kit.replies import Done
from handlers.kit.steps import Steps
from services.access import Actor, Right
from services.calculations.leave import LeaveWords, leave_words
from services.deals.errors import DealOfOthers
from services.journal.write import LONGEST

steps = Steps()


@steps.refused(OffersFlow, DealOfOthers, right=Right.ENTER_OFFERS)
@steps.refused(OfferFormFlow, DealOfOthers, right=Right.ENTER_OFFERS)
async def leave(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, message: Message | None) -> Done:
    """Also what was typed last, which no step has taken."""
    insurers = await insurers_of(session, draft["lines"])
    lines = draft["lines"] if draft.get("offer_id") is None else []
    offers = [line["source"] if doubts_of(line) else retyped(line, insurers[line["insurer"]].name) for line in lines]
    typed = (message.text if message else None) or ""
    words = "\n".join(filter(None, (*offers, draft.get("aside"), typed)))[:LONGEST]
    command = LeaveWords(deal_id=draft["deal_id"], text=words, intent_key=f"left-{draft.token}")
    name = await leave_words(session, actor, command, now=now)
    return Done(ask.left(command.deal_id, name, is_kept=bool(words)))
