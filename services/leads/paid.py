"""A lead is paid for as much as the client has paid for the policies of its deal, in the deal's currency.

Part of every use case that changes what was paid: in its transaction, with its event.
"""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.lead import Lead
from models.policy import Instalment, Policy
from services.access import Actor
from services.change import change
from services.events.publish import publish
from services.leads.events import LeadPaymentRegistered


async def settle_lead_paid(session: AsyncSession, actor: Actor, deal: Deal, *, now: datetime) -> None:
    """Deleted ones too; the moment of the first payment stays. Part of a use case, which has authorised and holds the
    deal.
    """
    if deal.lead_id is None:
        return
    held = select(Lead).where(Lead.id == deal.lead_id).with_for_update().execution_options(populate_existing=True)
    lead = (await session.execute(held)).scalar_one()
    amount = await _paid_for(session, deal)
    if amount == (lead.paid_amount or 0):
        return
    if amount:
        values = {"paid_at": lead.paid_at or now, "paid_amount": amount, "paid_currency": deal.currency}
    else:
        values = {"paid_at": None, "paid_amount": None, "paid_currency": None}
    await change(session, lead, **values)
    event = LeadPaymentRegistered(lead_id=lead.id, deal_id=deal.id, amount=amount, currency=deal.currency)
    await publish(session, actor, event, now=now)


async def _paid_for(session: AsyncSession, deal: Deal) -> int:
    paid = (
        select(func.coalesce(func.sum(Instalment.paid), 0))
        .join(Policy, Policy.id == Instalment.policy_id)
        .where(Policy.deal_id == deal.id, Policy.currency == deal.currency)
    )
    return int((await session.execute(paid)).scalar_one())
