"""Notes and history of a lead: every line once, newest first, however many pages it takes."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from models.lead import LeadAction, LeadHistory, LeadNote
from services.leads.past import PAGE_SIZE, list_lead_history, list_notes
from tests.handlers.leads.builders import a_lead
from tests.harness import NOON, Play
from tests.people import SELLER

LINES = 2 * PAGE_SIZE + 3
MINUTES = [(7 * number) % LINES for number in range(LINES)]
"""Of each line in the order they were written in: of two at once the later one may be written first."""


def a_note(lead_id: int, number: int) -> dict[str, Any]:
    return {"lead_id": lead_id, "text": f"note {number}", "intent_key": f"note-{lead_id}-{number}"}


def a_line(lead_id: int, _number: int) -> dict[str, Any]:
    return {"lead_id": lead_id, "action": LeadAction.MOVED, "source": "manual", "correlation_id": "test"}


async def written(play: Play, table: type, row: Callable[[int, int], dict[str, Any]]) -> int:
    """A lead with so many lines, and another one's in between."""
    lead_id, other = await a_lead(play), await a_lead(play, "Петров", phone=None)
    rows = [
        {**row(whose, number), "created_at": NOON + timedelta(hours=1, minutes=minute)}
        for number, minute in enumerate(MINUTES)
        for whose in (lead_id, other)
    ]
    await play.write(lambda session: session.execute(insert(table), rows))
    return lead_id


async def read_through(session: AsyncSession, *, reads: Any, play: Play, lead_id: int) -> list[Any]:
    lines, before = [], None
    while True:
        page = await reads(session, play.actor(SELLER), lead_id, before=before)
        lines += page.lines
        before = page.next_before
        if before is None:
            return lines


@pytest.mark.parametrize(
    ("table", "row", "reads"), [(LeadNote, a_note, list_notes), (LeadHistory, a_line, list_lead_history)]
)
async def test_pages_put_together_are_the_whole(play: Play, table: type, row: Any, reads: Any) -> None:
    lead_id = await written(play, table, row)
    lines = await play.read(partial(read_through, reads=reads, play=play, lead_id=lead_id))
    later = [line for line in lines if line.created_at > NOON]
    assert [line.created_at for line in later] == sorted((line.created_at for line in later), reverse=True)
    assert len({line.id for line in later}) == len(later) == LINES


async def test_a_page_begun_at_another_leads_line_is_empty(play: Play) -> None:
    lead_id = await written(play, LeadNote, a_note)
    other = await play.read(partial(read_through, reads=list_notes, play=play, lead_id=lead_id + 1))
    page = await play.read(
        lambda session: list_notes(session, play.actor(SELLER), lead_id, before=other[0].id),
    )
    assert page.lines == []
