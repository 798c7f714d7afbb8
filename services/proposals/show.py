"""Shows a client the offers: a text for the seller to forward, or a PDF.

- What is shown is what stood on the seller's screen; an offer that has gone since is not left out in silence.
- Offers that were ready are sent then.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.calculation import Calculation, CalculationState
from models.deal import Deal
from models.user import Language
from services.access import Actor, Right
from services.calculations.client_version import ClientVersion, find_client_version
from services.change import change
from services.conversation.outgoing import notify
from services.conversation.values import Notice
from services.deals.access import access_open_deal
from services.events.publish import publish
from services.journal.note import note_system
from services.proposals.errors import NothingToShow, OffersMovedOn
from services.proposals.events import OffersShown, ProposalRequested
from services.proposals.words import version_lines


class Shape(StrEnum):
    TEXT = "text"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowOffers:
    """`numbers` as in `ClientOffer`; None for all that are on offer."""

    deal_id: int
    numbers: Collection[int] | None
    language: Language


async def show_text(
    session: AsyncSession, actor: Actor, command: ShowOffers, *, brokerage: str | None, now: datetime, today: date
) -> None:
    """The message comes to the actor's own chat, with nothing in it that is not for the client."""
    deal = await access_open_deal(session, actor, command.deal_id, right=Right.CHOOSE_OFFER)
    version = await _show(session, actor, deal, command, Shape.TEXT, now=now, today=today)
    notice = Notice(version_lines(version, brokerage), subject=f"deal:{deal.id}", language=command.language)
    await notify(session, [actor.id], notice, now=now, correlation_id=actor.correlation_id)


async def request_pdf(session: AsyncSession, actor: Actor, command: ShowOffers, *, now: datetime, today: date) -> None:
    """It comes to the actor's chat once it is made."""
    deal = await access_open_deal(session, actor, command.deal_id, right=Right.CHOOSE_OFFER)
    version = await _show(session, actor, deal, command, Shape.PDF, now=now, today=today)
    event = ProposalRequested(
        deal_id=deal.id,
        offer_ids=[offer.id for offer in version.offers],
        language=command.language,
        made_on=today.isoformat(),
    )
    await publish(session, actor, event, now=now)


async def _show(
    session: AsyncSession, actor: Actor, deal: Deal, command: ShowOffers, shape: Shape, *, now: datetime, today: date
) -> ClientVersion:
    version = await find_client_version(session, actor, deal.id, today=today)
    if command.numbers is not None:
        if not {offer.number for offer in version.offers}.issuperset(command.numbers):
            raise OffersMovedOn
        version = version.only(command.numbers)
    if not version.offers:
        raise NothingToShow
    shown = [offer.id for offer in version.offers]
    await _mark_sent(session, shown)
    event = OffersShown(deal_id=deal.id, offer_ids=shown, shape=shape, language=command.language)
    await publish(session, actor, event, now=now)
    insurers = ", ".join(dict.fromkeys(offer.insurer for offer in version.offers))
    await note_system(session, actor, deal.id, f"jrn-offers-shown-{shape}", now=now, insurers=insurers)
    return version


async def _mark_sent(session: AsyncSession, offer_ids: Collection[int]) -> None:
    ready = (
        select(Calculation)
        .where(Calculation.id.in_(offer_ids), Calculation.state == CalculationState.READY)
        .order_by(Calculation.id)
        .with_for_update()
    )
    for offer in (await session.execute(ready)).scalars().all():
        await change(session, offer, state=CalculationState.SENT)
