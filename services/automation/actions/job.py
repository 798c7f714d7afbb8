"""What every action of a rule is given, and what it gives back."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_execution import ExecutionState
from models.automation_rule import AutomationRule
from services.access import Actor
from services.automation.rules.conditions import Facts
from services.brokerage import Brokerage


@dataclass(frozen=True, slots=True)
class Job:
    """`key` is the occurrence: of an escalation the step."""

    rule: AutomationRule
    execution_id: int
    facts: Facts
    key: str
    brokerage: Brokerage
    now: datetime


@dataclass(frozen=True, slots=True)
class Result:
    """`details` are what the list of executions tells."""

    details: dict[str, Any] = field(default_factory=dict)
    state: ExecutionState = ExecutionState.DONE


Action: TypeAlias = Callable[[AsyncSession, Actor, Job], Awaitable[Result]]
