"""How an analysis is explained to whoever looks at it."""

from collections.abc import Sequence

from models.lead import of_one
from services.conversation.values import Text, text
from services.leads.past import LastScore


def explain(score: LastScore) -> Sequence[Text]:
    """The advice with the model's own words, or with who scored and a line for each factor of the rules."""
    advice = text(f"lead-advice-{score.recommendation}")
    if score.reason is not None:
        return [text("score-reason", advice=advice, reason=score.reason)]
    factors = [text(f"score-factor-{name}", points=of_one(points)) for name, points in score.factors]
    return [text("score-offline", advice=advice), *factors]
