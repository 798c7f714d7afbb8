"""How many leads are scored by rules a second, by one process."""

import random
import time
from pathlib import Path

from models.lead import LeadSource, LeadStage
from services.scoring.features import LeadFeatures
from services.scoring.rules import score_by_rules
from tests.bench.table import Row

LEADS = 100_000
KINDS = 1_000


async def measure(rounds: int, folder: Path) -> list[Row]:
    return [
        Row(
            "leads scored by rules, processor time",
            [_a_second(seed) for seed in range(rounds)],
            least=50_000,
            unit="leads/s",
        )
    ]


def _a_second(seed: int) -> float:
    leads = _leads(random.Random(seed)) * (LEADS // KINDS)  # noqa: S311 - a bench wants the same leads each time
    begun = time.process_time()
    for lead in leads:
        score_by_rules(lead)
    return LEADS / (time.process_time() - begun)


def _leads(chance: random.Random) -> list[LeadFeatures]:
    return [
        LeadFeatures(
            source=chance.choice(list(LeadSource)),
            stage=chance.choice(list(LeadStage)),
            message_count=chance.randrange(15),
            business_domain=chance.choice((None, "transport", "retail")),
            days_since_created=chance.randrange(60),
            days_since_last_activity=chance.randrange(60),
            contact_completeness=chance.random() < 0.5,
            b2b_qualification=chance.random() < 0.5,
        )
        for _ in range(KINDS)
    ]
