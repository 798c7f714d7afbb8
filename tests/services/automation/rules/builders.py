"""Rules for tests, made by the use cases themselves; leads with a score that events tell of."""

from functools import partial
from typing import Any

from sqlalchemy import select, update

from models.automation_execution import AutomationExecution
from models.automation_rule import AutomationRule
from models.deal import Deal
from models.lead import Lead, LeadStage, Recommendation, ScoredBy
from models.lead_score import LeadScore
from services.automation.rules.add import add_rule
from services.automation.rules.templates import TEMPLATES, fill
from services.events.publish import publish
from services.leads.events import LeadScored
from services.leads.rules import tier_of
from tests.handlers.leads.builders import a_lead, at_stage
from tests.harness import Play
from tests.people import ADMIN, SELLER, Person

OSAGO = 1
FILLED: dict[str, dict[str, Any]] = {
    "deal-on-stage": {"score_from": 600, "other_kind_id": OSAGO},
    "deal-on-score": {"score_from": 700, "other_kind_id": None},
    "assign-lead": {"source": "web"},
    "tell-lead-stage": {"stage": "contacted", "source": None, "channel": "chat", "chat_id": -100500600, "delay": 30},
    "tell-lead-score": {"tier": "hot", "channel": "email", "email": "office@example.org", "language": "uk"},
    "tell-deal-stage": {
        "stage": "kyc",
        "kind_id": 2,
        "amount_from": 5_000_000,
        "delay": 0,
        "channel": "webhook",
        "url": "https://example.org/crm",
    },
    "move-deal": {"stage": "kyc", "to": "calculation", "kind_id": None, "delay": 1440},
    "move-new-deal": {"source": "partner", "kind_id": OSAGO, "delay": 0},
    "escalate-lead": {"hours": 4},
    "escalate-task": {"hours": 24},
}
"""A way to fill each template."""


async def a_rule(play: Play, template: str = "deal-on-stage", *, on: bool = True, **answers: Any) -> int:
    defaults = {"score_from": 600, "other_kind_id": OSAGO, "hours": 4, "tier": "hot", "channel": "owner"}
    filled = fill(TEMPLATES[template], {**defaults, **answers})
    key = f"{template}-{sorted(answers.items())}"[:64]
    work = partial(add_rule, actor=play.actor(ADMIN), filled=filled, intent_key=key, now=play.clock.now(), on=on)
    return int(await play.write(work))


async def switched_on_before(play: Play, rule_id: int, **ago: float) -> None:
    """As if it had been on for so long already."""
    before = play.clock.now()
    play.clock.advance(**{unit: -count for unit, count in ago.items()})
    on = update(AutomationRule).where(AutomationRule.id == rule_id).values(enabled_since=play.clock.now())
    await play.write(lambda session: session.execute(on))
    play.clock.at = before


async def score_told(play: Play, lead_id: int, thousandths: int) -> None:
    """The lead's score is this from now on, and an event says so."""
    now, tier = play.clock.now(), tier_of(thousandths)

    async def work(session: Any) -> None:
        event = LeadScored(
            lead_id=lead_id,
            request_id=0,
            score=thousandths,
            tier=tier,
            recommendation=Recommendation.TRANSFER_TO_SALES,
            scored_by=ScoredBy.FALLBACK,
            watcher_id=None,
        )
        event_id = await publish(session, None, event, now=now, correlation_id="scored")
        row = {"lead_id": lead_id, "event_id": event_id, "score": thousandths, "tier": tier, "factors": []}
        row |= {"recommendation": Recommendation.TRANSFER_TO_SALES, "scored_by": ScoredBy.FALLBACK, "created_at": now}
        session.add(LeadScore(**row))
        await session.flush()
        scored = {"score": thousandths, "tier": tier, "scored_for": event_id}
        await session.execute(update(Lead).where(Lead.id == lead_id).values(**scored))

    await play.write(work)


async def a_ready_lead(
    play: Play, *, score: int = 700, by: Person = SELLER, domain_id: int | None = 1, **told: Any
) -> int:
    """Scored, with its domain, one step before it is qualified."""
    lead_id = await a_lead(play, by=by, domain_id=domain_id, **told)
    await at_stage(play, lead_id, LeadStage.CONTACTED, by=by)
    await score_told(play, lead_id, score)
    await play.run_events()
    return lead_id


async def qualify(play: Play, lead_id: int, by: Person = SELLER) -> None:
    await at_stage(play, lead_id, LeadStage.QUALIFIED, by=by)


async def executions(play: Play, rule_id: int | None = None) -> list[AutomationExecution]:
    wanted = select(AutomationExecution).order_by(AutomationExecution.id)
    if rule_id is not None:
        wanted = wanted.where(AutomationExecution.rule_id == rule_id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())


async def states(play: Play, rule_id: int | None = None) -> list[str]:
    return [execution.state.value for execution in await executions(play, rule_id)]


async def deals(play: Play) -> list[Deal]:
    return list((await play.read(lambda session: session.execute(select(Deal).order_by(Deal.id)))).scalars())


async def lead(play: Play, lead_id: int) -> Lead:
    found: Lead = (
        await play.read(lambda session: session.execute(select(Lead).where(Lead.id == lead_id)))
    ).scalar_one()
    return found
