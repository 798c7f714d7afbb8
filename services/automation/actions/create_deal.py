"""Makes a deal of a lead by the transfer's own use case, which lets a lead become a deal once.

- The kind of insurance is the lead's only one, else the rule's.
- A lead of the pool is given to somebody first: a deal has a seller.
"""

from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import Lead, LeadStage
from services.access import Actor, Right
from services.automation.actions.job import Job, Result
from services.automation.rules.conditions import Facts
from services.automation.rules.errors import LeadWithoutKind
from services.automation.telling import card_button
from services.conversation.outgoing import notify
from services.conversation.values import Notice, Style, text
from services.deals.describe import describe_deal
from services.leads.access import access_lead
from services.leads.assign import assign_lead
from services.leads.next_assignee import hold_next_assignee
from services.leads.queries import find_lead_card
from services.leads.rules import check_transferable
from services.leads.transfer import TransferLead, find_deal_of_lead, transfer_lead
from services.leads.words import who


async def create_deal(session: AsyncSession, actor: Actor, job: Job) -> Result:
    lead_id = job.facts.entity_id
    known = await find_deal_of_lead(session, lead_id)
    if known is not None:
        return Result({"deal_id": known, "known": True})
    lead = await access_lead(session, actor, lead_id, right=Right.WORK_LEADS)
    check_transferable(stage=lead.stage, score=lead.score, domain_id=lead.domain_id)
    kind_id = kind_of(tuple(lead.kind_ids), job.rule.params.get("kind_id"))
    if lead.assignee_id is None:
        user = await hold_next_assignee(session, brokerage=job.brokerage, now=job.now)
        limits = job.brokerage.lead_limits
        await assign_lead(session, actor, lead_id, to_user_id=user.id, limits=limits, now=job.now)
    command = TransferLead(
        lead_id=lead_id,
        kind_id=kind_id,
        object=lead.object or await _named(session, actor, lead),
        currency=job.brokerage.currency,
    )
    deal_id = await transfer_lead(session, actor, command, now=job.now)
    await _tell(session, actor, lead_id, deal_id, job)
    return Result({"deal_id": deal_id})


def check_would_create(facts: Facts, kind_id: int | None) -> None:
    """What the use case would refuse, by the facts alone."""
    check_transferable(stage=LeadStage(facts.stage), score=facts.score, domain_id=facts.domain_id)
    kind_of(facts.kind_ids, kind_id)


def kind_of(kind_ids: tuple[int, ...], otherwise: int | None) -> int:
    kind_id = kind_ids[0] if len(kind_ids) == 1 else otherwise
    if kind_id is None:
        raise LeadWithoutKind
    return kind_id


async def _named(session: AsyncSession, actor: Actor, lead: Lead) -> str:
    """What is insured nobody has said yet: the deal is called as the lead is."""
    card = await find_lead_card(session, actor, lead.id)
    called = who(card.name, card.company, card.phone, card.email)
    return called if isinstance(called, str) else f"№ {lead.id}"


async def _tell(session: AsyncSession, actor: Actor, lead_id: int, deal_id: int, job: Job) -> None:
    """The seller, who did not ask for it."""
    lead = await access_lead(session, actor, lead_id)
    assert lead.assignee_id is not None  # noqa: S101 - it was given to somebody
    lines = [text("ntf-rule-deal-created", lead=str(lead_id)), await describe_deal(session, deal_id)]
    notice = Notice(lines, [[card_button(deal_id, Style.PRIMARY)]], subject=f"deal:{deal_id}")
    await notify(session, [lead.assignee_id], notice, now=job.now, correlation_id=actor.correlation_id)
