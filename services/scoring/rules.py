"""The score where no model gives one: points of what is known, in thousandths, at most 1000 together.

- Source: the best of what applies is the recommendation of somebody whom the lead trusts. The owner's weights are
  those of REFERRAL, PARTNER, WEB, SCANNER, SOCIAL and MANUAL; the others were chosen beside them: who asks to be called
  back (CALLBACK) wants to talk now, as a partner's lead does; who registers is as a visitor of the site; who writes
  (MESSAGE) shows as much interest as one who was met (SCANNER); who took a free gift (LEAD_MAGNET) wanted the gift
  first, as on social networks.
- Messages: from 10, from 5, from 2. A known business domain. The stage.
- From 600 on it goes to sales, from 300 on it is nurtured.
"""

from dataclasses import dataclass
from types import MappingProxyType

from models.lead import SCORE_UNIT, LeadSource, LeadStage, Recommendation, Trend
from services.scoring.features import LeadFeatures

SOURCES = MappingProxyType(
    {
        LeadSource.REFERRAL: 350,
        LeadSource.PARTNER: 300,
        LeadSource.CALLBACK: 300,
        LeadSource.WEB: 250,
        LeadSource.REGISTRATION: 250,
        LeadSource.SCANNER: 200,
        LeadSource.MESSAGE: 200,
        LeadSource.SOCIAL: 150,
        LeadSource.LEAD_MAGNET: 150,
        LeadSource.MANUAL: 100,
    }
)
MESSAGES = ((10, 250), (5, 150), (2, 80))
BUSINESS_DOMAIN = 250
STAGES = MappingProxyType({LeadStage.QUALIFIED: 200, LeadStage.CONTACTED: 100})
RECOMMENDATIONS = ((600, Recommendation.TRANSFER_TO_SALES), (300, Recommendation.CONTINUE_NURTURING))


@dataclass(frozen=True, slots=True)
class RuleScore:
    """`score` counts thousandths; `factors` are what it is made of, as (name, thousandths)."""

    score: int
    recommendation: Recommendation
    factors: tuple[tuple[str, int], ...]


def score_by_rules(features: LeadFeatures) -> RuleScore:
    factors = [(f"source-{features.source}", SOURCES[features.source])]
    for least, points in MESSAGES:
        if features.message_count >= least:
            factors.append((f"messages-{least}", points))
            break
    if features.business_domain is not None:
        factors.append(("business-domain", BUSINESS_DOMAIN))
    if features.stage in STAGES:
        factors.append((f"stage-{features.stage}", STAGES[features.stage]))
    score = min(sum(points for _, points in factors), SCORE_UNIT)
    return RuleScore(score, recommend(score), tuple(factors))


def recommend(score: int) -> Recommendation:
    """`score` counts thousandths."""
    return next((advice for least, advice in RECOMMENDATIONS if score >= least), Recommendation.LOST)


def trend_of(before: int | None, now: int) -> Trend | None:
    """Of the last two scores; the first one has none before it and goes nowhere yet."""
    if before is None:
        return None
    if before == now:
        return Trend.STABLE
    return Trend.RISING if now > before else Trend.FALLING
