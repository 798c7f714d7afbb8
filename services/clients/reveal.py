"""Shows a client's personal data in full, and records who looked at what."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from services.access import Actor, Right, check_right
from services.clients.events import ClientPersonalDataRevealed
from services.clients.queries import ClientCard, find_client_card
from services.events.publish import publish


async def reveal_client(session: AsyncSession, actor: Actor, client_id: int, *, now: datetime) -> ClientCard:
    check_right(actor, Right.REVEAL_PERSONAL_DATA)
    card = await find_client_card(session, actor, client_id)
    masked = {
        "phone": card.phones,
        "email": card.emails,
        "tax_number": card.tax_number,
        "passport": card.passport,
    }
    fields = [name for name, value in masked.items() if value]
    await publish(session, actor, ClientPersonalDataRevealed(client_id=card.id, fields=fields), now=now)
    return card
