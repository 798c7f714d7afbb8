"""Which kind of insurance is meant."""

from sqlalchemy.ext.asyncio import AsyncSession

from models.insurance_kind import InsuranceKind
from services.conversation.values import Text, text
from services.deals.kinds import list_kinds


async def typed_kind(session: AsyncSession, region: str, typed: str) -> InsuranceKind | Text:
    """By its code or its name in any language; or what to say when it is none of them."""
    wanted = typed.strip().casefold()
    for kind in await list_kinds(session, region):
        if wanted in {kind.code, *(name.casefold() for name in kind.names.values())}:
            return kind
    return text("err-kind-not-understood", typed=typed[:60])
