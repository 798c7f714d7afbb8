"""What a list of leads is narrowed down to: several things together, each of them optional."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Self

from models.lead import CLOSED_LEAD_STAGES, LeadSource, LeadStage, Tier
from services.access import Actor, Right
from services.brokerage import Brokerage

IDLE_DAYS = (3, 7, 30)
OPEN = "open"
EVERY = "every"
PAID = "paid"


class Whose(StrEnum):
    """`ANYBODY`: of whoever the reader may see, the pool included."""

    MINE = "mine"
    POOL = "pool"
    ANYBODY = "anybody"


@dataclass(frozen=True, slots=True)
class LeadFilter:
    """`stage` is one of them, `OPEN`, `EVERY`, or `PAID`: of whom a deal was made and paid for.

    `whose` is a Whose or a user's id.
    `idle` are days without activity, counted in whole days of the brokerage's zone; `best`: by score instead of by
    age, those without one are left out. `words` stand in its name, phone or whatever it is found by.
    """

    whose: Whose | int = Whose.ANYBODY
    stage: LeadStage | str = OPEN
    source: LeadSource | None = None
    domain_id: int | None = None
    tier: Tier | None = None
    idle: int | None = None
    best: bool = False
    words: str | None = None

    @property
    def stages(self) -> Sequence[LeadStage]:
        if isinstance(self.stage, LeadStage):
            return (self.stage,)
        if self.stage == PAID:
            return (LeadStage.TRANSFERRED,)
        return [stage for stage in LeadStage if self.stage == EVERY or stage not in CLOSED_LEAD_STAGES]

    def idle_before(self, today: date, brokerage: Brokerage) -> datetime | None:
        """The moment before which the last activity was."""
        if self.idle is None:
            return None
        return datetime.combine(today - timedelta(days=self.idle - 1), time(), brokerage.zone)

    def to_json(self) -> dict[str, Any]:
        """Only what differs from the plain list."""
        plain = type(self)()
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in values.items() if value != getattr(plain, name)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Raises ValueError or TypeError for what is none of ours."""
        values = dict(data)
        for name, enum in (("source", LeadSource), ("tier", Tier)):
            if name in values:
                values[name] = enum(values[name])
        if "stage" in values and values["stage"] not in (OPEN, EVERY, PAID):
            values["stage"] = LeadStage(values["stage"])
        if isinstance(values.get("whose"), str):
            values["whose"] = Whose(values["whose"])
        if values.get("idle") not in (None, *IDLE_DAYS) or not isinstance(values.get("domain_id", 0), int):
            raise ValueError(data)
        return cls(**values)


def first_filter(actor: Actor) -> LeadFilter:
    """A seller begins with his own."""
    return LeadFilter() if actor.may(Right.SEE_ALL_LEADS) else LeadFilter(whose=Whose.MINE)
