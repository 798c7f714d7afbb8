"""What the admins see of the scoring of leads."""

from decimal import Decimal

from services.conversation.values import Button, Screen, Text, text
from services.scoring.statistics import DAYS, FaultCount, ScoringStatistics

MICROS = 1_000_000


def statistics(found: ScoringStatistics, *, calls_a_day: int) -> Screen:
    lines = [
        text("scr-ai-title", days=DAYS),
        text("scr-ai-analyses", count=found.analyses),
        text("scr-ai-calls", count=found.calls),
        text("scr-ai-today", count=found.calls_today, most=calls_a_day),
        text("scr-ai-cost", cost=Decimal(found.cost_micros) / MICROS),
        _latency(found.mean_latency_ms),
        text("scr-ai-fallbacks", count=found.fallbacks, share=_share(found)) if found.analyses else None,
        *map(_fault, found.faults),
    ]
    return Screen(lines, [[Button(text("btn-refresh"), "ai"), Button(text("btn-menu"), "menu")]])


def _latency(mean_ms: int | None) -> Text | None:
    if mean_ms is None:
        return None
    return text("scr-ai-latency", seconds=(Decimal(mean_ms) / 1000).quantize(Decimal("0.01")))


def _share(found: ScoringStatistics) -> int:
    return round(100 * found.fallbacks / found.analyses)


def _fault(fault: FaultCount) -> Text:
    return text("scr-ai-fault", what=text(f"ai-fault-{fault.fault}"), count=fault.count)
