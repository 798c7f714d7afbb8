"""Makes a deal of a qualified lead; what the deal needs and the lead does not say is asked."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.common.answers import short_text
from handlers.common.ids import row_id
from handlers.deals.shown import done_with_card
from handlers.kit.draft import Draft
from handlers.kit.replies import Ask, Done, Start
from handlers.kit.steps import Steps
from handlers.leads import question_screens as ask
from handlers.leads.choices import domain_named
from handlers.leads.states import TransferLeadFlow
from services.access import Actor, Right
from services.brokerage import Brokerage
from services.conversation.values import Screen
from services.deals.kinds import find_kind, list_kinds
from services.domains.queries import find_domain, list_domains
from services.leads.access import access_lead
from services.leads.edit import EditLead, edit_lead
from services.leads.queries import find_lead_card
from services.leads.rules import check_ready
from services.leads.transfer import TransferLead, find_deal_of_lead, transfer_lead

steps = Steps()
steps.flow(TransferLeadFlow, right=Right.WORK_LEADS)


@steps.tap("lead.transfer", right=Right.WORK_LEADS)
async def start(session: AsyncSession, actor: Actor, arg: str, today: date) -> Start | Done:
    """A second tap leads to the deal that the first one made."""
    lead = await access_lead(session, actor, row_id(arg), right=Right.WORK_LEADS)
    deal_id = await find_deal_of_lead(session, lead.id)
    if deal_id is not None:
        return await done_with_card(session, actor, deal_id, ask.transferred_before(), today=today)
    check_ready(stage=lead.stage, score=lead.score)
    values = {
        "lead_id": lead.id,
        "domain_id": lead.domain_id,
        "kind_id": lead.kind_ids[0] if len(lead.kind_ids) == 1 else None,
        "wished": lead.kind_ids,
        "object": lead.object,
    }
    return Start(_next(values).state, values)


@steps.question(TransferLeadFlow.domain)
async def ask_domain(session: AsyncSession, draft: Draft) -> Screen:
    return ask.domain_of(draft["lead_id"], await list_domains(session))


@steps.pick(TransferLeadFlow.domain)
async def on_domain(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, value: str) -> Ask:
    """It is the lead's from now on, whatever becomes of the transfer."""
    domain = await find_domain(session, row_id(value))
    command = EditLead(lead_id=draft["lead_id"], field="domain_id", value=domain.id)
    await edit_lead(session, actor, command, now=now)
    draft["domain_id"], draft["saved"] = command.value, True
    return _next(draft.values)


@steps.answer(TransferLeadFlow.domain)
async def on_domain_typed(session: AsyncSession, actor: Actor, draft: Draft, now: datetime, text: str) -> Ask:
    domain = domain_named(await list_domains(session), text)
    if domain is None:
        return Ask(TransferLeadFlow.domain, problem=ask.domain_problem(text))
    return await on_domain(session, actor, draft, now, str(domain.id))


@steps.question(TransferLeadFlow.kind)
async def ask_kind(session: AsyncSession, brokerage: Brokerage, draft: Draft) -> Screen:
    """Those that the lead asked for stand first."""
    wished = draft.get("wished") or ()
    kinds = sorted(await list_kinds(session, brokerage.region), key=lambda kind: kind.id not in wished)
    return ask.kind(draft["lead_id"], kinds)


@steps.pick(TransferLeadFlow.kind)
async def on_kind(session: AsyncSession, draft: Draft, value: str) -> Ask:
    draft["kind_id"] = (await find_kind(session, row_id(value))).id
    return _next(draft.values)


@steps.answer(TransferLeadFlow.kind)
async def on_kind_typed(session: AsyncSession, brokerage: Brokerage, draft: Draft, text: str) -> Ask:
    kinds = await list_kinds(session, brokerage.region)
    said = text.strip().casefold()
    found = [kind for kind in kinds if any(said in name.casefold() for name in kind.names.values())]
    if len(found) != 1:
        return Ask(TransferLeadFlow.kind, problem=ask.kind_problem(text))
    return await on_kind(session, draft, str(found[0].id))


@steps.question(TransferLeadFlow.object)
async def ask_object(draft: Draft) -> Screen:
    return ask.insured_of(draft["lead_id"])


@steps.answer(TransferLeadFlow.object)
async def on_object(draft: Draft, text: str) -> Ask:
    draft["object"] = short_text(text)
    return _next(draft.values)


@steps.question(TransferLeadFlow.confirm)
async def ask_confirm(session: AsyncSession, actor: Actor, draft: Draft) -> Screen:
    lead = await find_lead_card(session, actor, draft["lead_id"])
    return ask.transfer(lead, await find_kind(session, draft["kind_id"]), draft["object"])


@steps.confirm(TransferLeadFlow.confirm)
async def on_confirm(
    session: AsyncSession, actor: Actor, brokerage: Brokerage, draft: Draft, now: datetime, today: date
) -> Done:
    command = TransferLead(
        lead_id=draft["lead_id"], kind_id=draft["kind_id"], object=draft["object"], currency=brokerage.currency
    )
    deal_id = await transfer_lead(session, actor, command, now=now)
    return await done_with_card(session, actor, deal_id, ask.transferred(draft["lead_id"]), today=today)


def _next(values: dict[str, object]) -> Ask:
    if values["domain_id"] is None:
        return Ask(TransferLeadFlow.domain)
    if values["kind_id"] is None:
        return Ask(TransferLeadFlow.kind)
    return Ask(TransferLeadFlow.confirm if values["object"] else TransferLeadFlow.object)
