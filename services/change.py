"""The one way to write a row that people work on side by side: under its lock, with its version counted on."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from models.automation_rule import AutomationRule
from models.base import Base
from models.calculation import Calculation
from models.deal import Deal
from models.insurer import Insurer
from models.lead import Lead
from models.policy import Instalment, Policy
from models.task import Task
from services.events.rows import note_change

Versioned: TypeAlias = AutomationRule | Calculation | Deal | Instalment | Insurer | Lead | Policy | Task


def differing(row: Base, values: Mapping[str, Any]) -> dict[str, list[Any]]:
    """[before, after] of the columns that these values would change."""
    return {name: [getattr(row, name), value] for name, value in values.items() if getattr(row, name) != value}


async def change(session: AsyncSession, row: Versioned, **values: Any) -> None:
    """The caller holds the row; the object in hand is brought up to date as well."""
    table = type(row)
    note_change(session, table, row.id, {name: (getattr(row, name), value) for name, value in values.items()})
    await session.execute(
        update(table)
        .where(table.id == row.id)
        .values(version=table.version + 1, **values)
        .execution_options(synchronize_session=False)
    )
    await session.refresh(row)
