"""What can be answered to each question of a new rule: chips, and the same values typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.draft import Draft
from handlers.leads.choices import OFFERED as SOURCES
from handlers.rules.parse import ANY, NONE
from models.deal import DealStage
from models.lead import SCORE_UNIT, LeadStage, Tier
from models.money import Money
from models.user import Role
from services.automation.actions.notify import Channel
from services.automation.rules.facts import DEAL
from services.automation.rules.templates import TEMPLATES, Template
from services.automation.rules.words import MINUTES_AN_HOUR, duration, stage_of
from services.brokerage import Brokerage
from services.conversation.values import Localized, Text, text
from services.deals.kinds import list_kinds
from services.deals.rules import next_by_hand
from services.errors import ScreenOutdated
from services.leads.rules import LEAST_SCORE
from services.users.queries import list_by_role

SCORES = (LEAST_SCORE, 700, 800, 900)
"""Below the least one no lead becomes a deal."""
AMOUNTS = (10_000, 50_000, 100_000, 500_000)
HOURS = (1, 2, 4, 8, 24)
DELAYS = (30, 60, 240, 60 * 24, 60 * 24 * 3)
STAFF = (Role.ADMIN, Role.MANAGER, Role.SELLER, Role.EXECUTOR)
ROLES = (Role.MANAGER, Role.ADMIN)
"""Those who may see whatever a rule is about."""


@dataclass(frozen=True, slots=True)
class Choice:
    """`names` are what it may be called when it is typed, besides its value."""

    value: str
    label: Text
    names: tuple[str, ...] = ()


def template_of(draft: Draft) -> Template:
    template = TEMPLATES.get(draft["template"])
    if template is None:
        raise ScreenOutdated
    return template


async def list_choices(session: AsyncSession, brokerage: Brokerage, draft: Draft, field: str) -> Sequence[Choice]:
    match field:
        case "template":
            return [Choice(code, text(f"rule-template-{code}")) for code in TEMPLATES]
        case "kind_id" | "other_kind_id":
            return await _kinds(session, brokerage, otherwise=ANY if field == "kind_id" else NONE)
        case "user_id":
            return await _people(session)
        case "stage":
            return _stages(template_of(draft))
        case "to":
            return _next_stages(draft)
        case "name":
            return [Choice(NONE, text("btn-rule-unnamed"))]
        case "amount_from":
            return [_any(), *(_amount(whole, brokerage) for whole in AMOUNTS)]
        case "channel":
            return [Choice(channel.value, text(f"btn-rule-channel-{channel}")) for channel in _channels(brokerage)]
        case _:
            return _USUAL.get(field, ())


def _any() -> Choice:
    return Choice(ANY, text("btn-rule-any"))


def _named(name: Text) -> Text:
    return text("btn-rule-choice", name=name)


def _time(minutes: int) -> Text:
    return text("btn-rule-time", time=duration(minutes))


_USUAL: Mapping[str, Sequence[Choice]] = {
    "source": [_any(), *(Choice(source.value, text(f"btn-source-{source}")) for source in SOURCES)],
    "tier": [Choice(tier.value, text("btn-rule-tier", tier=text(f"tier-{tier}"))) for tier in Tier],
    "score_from": [Choice(str(score), text("btn-rule-score", score=Decimal(score) / SCORE_UNIT)) for score in SCORES],
    "hours": [Choice(str(hours), _time(hours * MINUTES_AN_HOUR)) for hours in HOURS],
    "role": [Choice(role.value, _named(text(f"rule-whom-{role}"))) for role in ROLES],
    "delay": [Choice("0", text("btn-rule-now")), *(Choice(str(minutes), _time(minutes)) for minutes in DELAYS)],
}


def _amount(whole: int, brokerage: Brokerage) -> Choice:
    amount = Money.of(whole, brokerage.currency)
    return Choice(str(amount.amount), text("btn-rule-amount", amount=amount))


def _stages(template: Template) -> Sequence[Choice]:
    """Those that something can come to; where it is to be moved on, those that have a next one."""
    stages: Sequence[LeadStage | DealStage] = [stage for stage in LeadStage if stage is not LeadStage.NEW]
    if template.entity == DEAL:
        stages = [stage for stage in DealStage if stage is not DealStage.NEW]
    if template.code == "move-deal":
        stages = [stage for stage in DealStage if stage is not DealStage.NEW and next_by_hand(stage)]
    return [Choice(stage.value, _named(stage_of(template.entity, stage.value))) for stage in stages]


def _next_stages(draft: Draft) -> Sequence[Choice]:
    if draft["stage"] not in set(DealStage):
        raise ScreenOutdated
    following = next_by_hand(DealStage(draft["stage"]))
    return [Choice(stage.value, _named(stage_of(DEAL, stage.value))) for stage in following]


def _channels(brokerage: Brokerage) -> Sequence[Channel]:
    """Only what the installation can do."""
    left_out = {*(() if brokerage.webhooks else (Channel.WEBHOOK,)), *(() if brokerage.email else (Channel.EMAIL,))}
    return [channel for channel in Channel if channel not in left_out]


async def _kinds(session: AsyncSession, brokerage: Brokerage, *, otherwise: str) -> Sequence[Choice]:
    first = Choice(otherwise, text(f"btn-rule-{otherwise}"))
    kinds = await list_kinds(session, brokerage.region)
    return [
        first,
        *(
            Choice(
                str(kind.id),
                text("btn-kind", icon=kind.icon, name=Localized(kind.names)),
                (kind.code, *kind.names.values()),
            )
            for kind in kinds
        ),
    ]


async def _people(session: AsyncSession) -> Sequence[Choice]:
    people = await list_by_role(session, *STAFF)
    return [
        Choice(str(user.id), text("btn-person", name=user.name, role=text(f"role-{user.role}")), (user.name,))
        for user in people
    ]
