"""Picks offers for a client and shows them: as a text to forward, or as a PDF."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.steps import Steps
from handlers.proposal import screens
from handlers.proposal.picks import Picks
from models.user import Language
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.calculations.client_version import find_client_version
from services.conversation.values import Screen, Toast, text
from services.proposals.show import ShowOffers, request_pdf, show_text

steps = Steps()


def _picks(arg: str, actor: Actor, brokerage: Brokerage) -> Picks:
    """Clients in Russia are written to in Russian, elsewhere in the seller's own language."""
    return Picks.read(arg, otherwise=Language.RU if brokerage.region == "RU" else actor.language)


def _command(picks: Picks) -> ShowOffers:
    return ShowOffers(deal_id=picks.deal_id, numbers=picks.numbers, language=picks.language)


@steps.tap("proposal.show", right=Right.CHOOSE_OFFER)
async def show(session: AsyncSession, actor: Actor, brokerage: Brokerage, today: date, arg: str) -> Screen:
    picks = _picks(arg, actor, brokerage)
    version = await find_client_version(session, actor, picks.deal_id, today=today)
    return screens.picking(version, picks.settled(offer.number for offer in version.offers))


@steps.tap("proposal.text", right=Right.CHOOSE_OFFER)
async def send_text(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, today: date, arg: str
) -> Toast:
    command = _command(_picks(arg, actor, brokerage))
    await show_text(session, actor, command, brokerage=brokerage.name, now=now, today=today)
    return Toast(text("toast-proposal-text"))


@steps.tap("proposal.pdf", right=Right.CHOOSE_OFFER)
async def make_pdf(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, now: datetime, today: date, arg: str
) -> Toast:
    await request_pdf(session, actor, _command(_picks(arg, actor, brokerage)), now=now, today=today)
    return Toast(text("toast-proposal-pdf"))
