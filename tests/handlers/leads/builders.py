"""Leads for the tests of this folder, made by the use cases themselves."""

from functools import partial
from typing import Any

from sqlalchemy import update

from models.client import ContactKind
from models.lead import Lead, LeadSource, LeadStage
from services.access import Right
from services.leads.access import access_lead
from services.leads.capture import CaptureLead, capture_lead
from services.leads.move import move_lead
from services.leads.rules import tier_of
from tests.harness import BROKERAGE, Play
from tests.people import SELLER, Person

PHONE = "+79161234567"


async def a_lead(
    play: Play,
    name: str | None = "Иванов Иван",
    *,
    phone: str | None = PHONE,
    email: str | None = None,
    by: Person = SELLER,
    **fields: Any,
) -> int:
    contacts = [(ContactKind.PHONE, phone)] if phone else []
    contacts += [(ContactKind.EMAIL, email)] if email else []
    command = CaptureLead(
        source=fields.pop("source", LeadSource.WEB),
        name=name,
        contacts=contacts,
        intent_key=f"{name}-{phone}",
        **fields,
    )
    work = partial(
        capture_lead, actor=play.actor(by), command=command, limits=BROKERAGE.lead_limits, now=play.clock.now()
    )
    return int(await play.write(work))


async def at_stage(play: Play, lead_id: int, *stages: LeadStage, by: Person = SELLER) -> None:
    for to in stages:
        limits, now = BROKERAGE.lead_limits, play.clock.now()
        await play.write(
            partial(move_lead, actor=play.actor(by), lead_id=lead_id, seen=None, to=to, limits=limits, now=now)
        )


async def scored(play: Play, lead_id: int, thousandths: int) -> None:
    values = {"score": thousandths, "tier": tier_of(thousandths)}
    await play.write(lambda session: session.execute(update(Lead).where(Lead.id == lead_id).values(**values)))


async def qualified(play: Play, *, score: int = 700, by: Person = SELLER, **fields: Any) -> int:
    """A lead that nothing keeps from becoming a deal but, unless it is given, its domain."""
    lead_id = await a_lead(play, by=by, **fields)
    await at_stage(play, lead_id, LeadStage.CONTACTED, LeadStage.QUALIFIED, by=by)
    await scored(play, lead_id, score)
    return lead_id


async def the_lead(play: Play, lead_id: int, by: Person) -> Lead:
    found: Lead = await play.read(partial(access_lead, actor=play.actor(by), lead_id=lead_id, right=Right.SEE_LEADS))
    return found
