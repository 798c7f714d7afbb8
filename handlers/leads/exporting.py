"""The list on the screen as a file."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.draft import Memory
from handlers.kit.steps import Steps
from handlers.leads.listing import filter_of, idle_before, listing_of
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Toast, text
from services.leads.export import request_export

steps = Steps()


@steps.tap("lead.export", right=Right.MANAGE_LEADS)
async def export(
    session: AsyncSession,
    actor: Actor,
    brokerage: Brokerage,
    memory: Memory,
    today: date,
    now: datetime,
    arg: str,
) -> Toast:
    """It comes by itself when it is made."""
    listing = listing_of(memory, arg)
    silent = idle_before(listing, brokerage, today)
    await request_export(session, actor, filter_of(listing), idle_before=silent, now=now)
    return Toast(text("toast-leads-export"))
