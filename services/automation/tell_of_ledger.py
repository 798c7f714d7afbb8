"""Tells the seller that somebody else recorded commission of his deal."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from models.deal import Deal
from models.money import Currency, Money
from services.access import Right, role_may
from services.automation.telling import card_button, name_of, tell
from services.conversation.values import Button, Style, text
from services.events.consumers import Done, Outcome, reacts_to
from services.events.event import Delivered
from services.ledger.events import IncomeReceived
from services.users.queries import find_user


@reacts_to(IncomeReceived)
async def tell_of_commission(session: AsyncSession, delivered: Delivered, now: datetime) -> Outcome:
    event = delivered.event
    assert isinstance(event, IncomeReceived)  # noqa: S101 - what the registry delivers
    deal = await session.get_one(Deal, event.deal_id)
    seller = await find_user(session, deal.seller_id)
    if not role_may(seller.role, Right.SEE_MARGIN):
        return Done()
    key = "ntf-commission-received" if event.amount > 0 else "ntf-commission-given-back"
    amount = Money(abs(event.amount), Currency(event.currency))
    line = text(key, by=await name_of(session, delivered.actor_id), amount=amount)
    money = Button(text("btn-ledger-deal"), "ledger.deal", deal.id, Style.PRIMARY)
    await tell(session, delivered, [seller.id], deal.id, [line], [[money, card_button(deal.id)]], now=now)
    return Done()
