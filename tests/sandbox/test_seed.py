"""The brokerage of the first minute, in each of its regions."""

from datetime import timedelta
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from bot.database import Database
from models.deal import Deal
from models.delivery import Delivery, DeliveryState
from models.lead import Lead, LeadNote, LeadSource, LeadStage, Tier
from models.lead_score import AiCall, LeadScore
from models.money import Currency
from models.outgoing import Outgoing
from models.user import Role, User
from sandbox.seed import seed
from services.brokerage import Brokerage
from services.leads.rules import tier_of
from services.leads.transfer import find_deal_of_lead
from services.reminders.brief import plan_missing_briefs
from services.reminders.replan import replan_deals
from services.reminders.tell import tell_due_reminders
from tests.harness import NOON

REGIONS = [
    Brokerage("RU", ZoneInfo("Europe/Moscow"), Currency.RUB),
    Brokerage("UA", ZoneInfo("Europe/Kyiv"), Currency.UAH),
]
each_region = pytest.mark.parametrize("brokerage", REGIONS, ids=lambda brokerage: brokerage.region)


async def seeded(database: Database, brokerage: Brokerage) -> list[Lead]:
    await database.write(partial(seed, brokerage=brokerage, now=NOON))
    wanted = select(Lead).order_by(Lead.id)
    return list((await database.read(lambda session: session.execute(wanted))).scalars())


@each_region
async def test_leads_stand_at_every_stage_of_every_source_and_tier(database: Database, brokerage: Brokerage) -> None:
    leads = await seeded(database, brokerage)
    assert len(leads) >= 12
    assert {lead.stage for lead in leads} == set(LeadStage)
    assert {lead.source for lead in leads} == set(LeadSource)
    assert {lead.tier for lead in leads} == {*Tier, None}
    assert [lead for lead in leads if lead.assignee_id is None and lead.deleted_at is None]
    assert [lead for lead in leads if lead.deleted_at is not None]
    assert [lead.created_at for lead in leads] == sorted(lead.created_at for lead in leads)
    assert max(lead.last_activity_at for lead in leads) <= NOON


@each_region
async def test_scores_have_a_history_and_the_last_one_is_the_leads(database: Database, brokerage: Brokerage) -> None:
    leads = {lead.scored_for: lead for lead in await seeded(database, brokerage) if lead.scored_for is not None}
    scores = (await database.read(lambda session: session.execute(select(LeadScore)))).scalars().all()
    assert len(scores) > len(leads) > 0
    assert all(score.tier is tier_of(score.score) for score in scores)
    calls = (await database.read(lambda session: session.execute(select(AiCall)))).scalars().all()
    assert {call.event_id for call in calls} == {score.event_id for score in scores}
    assert {score.event_id: score.score for score in scores if score.event_id in leads} == {
        event_id: lead.score for event_id, lead in leads.items()
    }
    assert {lead.trend for lead in leads.values()} > {"rising", "falling"}


@each_region
async def test_the_transferred_one_has_its_deal_and_nobody_is_told_of_the_past(
    database: Database, brokerage: Brokerage
) -> None:
    transferred = [lead for lead in await seeded(database, brokerage) if lead.stage is LeadStage.TRANSFERRED]
    for lead in transferred:
        deal_id = await database.read(partial(find_deal_of_lead, lead_id=lead.id))
        deal = await database.read(lambda session, deal_id=deal_id: session.get(Deal, deal_id))
        assert (deal.object, deal.source) == (lead.object, lead.source)
    waiting = select(func.count()).where(Delivery.state != DeliveryState.DONE)
    assert (await database.read(lambda session: session.execute(waiting))).scalar_one() == 0
    notes = select(func.count()).select_from(LeadNote)
    assert (await database.read(lambda session: session.execute(notes))).scalar_one() >= 5


@each_region
async def test_a_second_start_seeds_nothing(database: Database, brokerage: Brokerage) -> None:
    first = await seeded(database, brokerage)
    assert len(await seeded(database, brokerage)) == len(first)


@each_region
async def test_the_people_of_the_deals_have_something_in_tomorrows_brief(
    database: Database, brokerage: Brokerage
) -> None:
    await seeded(database, brokerage)
    for work in (replan_deals, plan_missing_briefs, tell_due_reminders):
        await database.write(partial(work, now=NOON, brokerage=brokerage))
    for days in (1, 2):
        await database.write(partial(tell_due_reminders, now=NOON + timedelta(days=days), brokerage=brokerage))
    people = select(User.role, Outgoing.payload).join(Outgoing, Outgoing.chat_id == User.telegram_id)
    briefs = people.add_columns(Outgoing.created_at).where(Outgoing.correlation_id.like("brief-%"))
    told = (await database.read(lambda session: session.execute(briefs))).all()
    tomorrow = NOON + timedelta(days=1)
    assert {Role.SELLER, Role.EXECUTOR, Role.MANAGER} <= {row.role for row in told if row.created_at == tomorrow}
    assert all(row.payload["lines"][0]["t"] == "ntf-brief" for row in told)
    assert any(line["t"] == "ntf-brief-ahead" for row in told for line in row.payload["lines"])
