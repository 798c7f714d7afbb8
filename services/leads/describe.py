"""What a list of leads is narrowed down to, in words: each part with the name by which it can be taken away."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.business_domain import BusinessDomain
from models.lead import LeadStage
from models.user import User
from services.access import Actor, Right, check_right
from services.conversation.values import Localized, Text, text
from services.leads.filters import LeadFilter


async def describe_filter(session: AsyncSession, actor: Actor, wanted: LeadFilter) -> dict[str, Text]:
    """Whose and which stage always, the rest where it narrows down."""
    check_right(actor, Right.SEE_LEADS)
    words = {"whose": await _whose(session, actor, wanted), "stage": stage_words(str(wanted.stage))}
    if wanted.tier is not None:
        words["tier"] = text(f"tier-{wanted.tier}")
    if wanted.source is not None:
        words["source"] = text(f"source-{wanted.source}")
    if wanted.domain_id is not None:
        domain = await session.get(BusinessDomain, wanted.domain_id)
        words["domain_id"] = text("lead-filter-domain", name=Localized(domain.names) if domain else "?")
    if wanted.idle is not None:
        words["idle"] = text("lead-filter-idle", days=wanted.idle)
    if wanted.best:
        words["best"] = text("lead-filter-best")
    if wanted.words is not None:
        words["words"] = text("lead-filter-words", words=wanted.words)
    return words


def stage_words(stage: str) -> Text:
    return text(f"stage-lead-{stage}") if stage in set(LeadStage) else text(f"lead-filter-{stage}")


async def _whose(session: AsyncSession, actor: Actor, wanted: LeadFilter) -> Text:
    if isinstance(wanted.whose, str):
        return text(f"lead-filter-{wanted.whose}")
    if wanted.whose == actor.id:
        return text("lead-filter-mine")
    name = (await session.execute(select(User.name).where(User.id == wanted.whose))).scalar_one_or_none()
    return text("lead-filter-person", name=name or "?")
