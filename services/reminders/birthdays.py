"""Birthdays of the clients whose deals a person sells, where he wants to hear of them.

- A client all of whose deals were lost is nobody's. Who was born on 29 February has his day on the 28th in other years.
- What came to pass while nobody was told is told late, but no more than a few days.
"""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import extract, select
from sqlalchemy.ext.asyncio import AsyncSession

from models.client import Client
from models.deal import Deal, DealStage
from services.live import live

LATEST = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Birthday:
    client_id: int
    name: str
    on: date
    years: int


async def list_birthdays(session: AsyncSession, user_id: int, *, first: date, today: date) -> Sequence[Birthday]:
    """From that day on, the latest ones first."""
    days = {_key(day): day for day in _days(max(first, today - LATEST), today)}
    if not isleap(today.year):
        days |= {_key(date(2000, 2, 29)): day for day in days.values() if (day.month, day.day) == (2, 28)}
    born = extract("month", Client.birth_date) * 100 + extract("day", Client.birth_date)
    sold = select(Deal.client_id).where(
        *(Deal.seller_id == user_id, Deal.deleted_at.is_(None), Deal.stage != DealStage.LOST)
    )
    found = live(Client).where(Client.id.in_(sold), born.in_(list(days))).order_by(Client.name, Client.id)
    clients = (await session.execute(found)).scalars().all()
    birthdays = [_of(client, days) for client in clients]
    return sorted(birthdays, key=lambda one: one.on, reverse=True)


def _days(first: date, last: date) -> Sequence[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _key(day: date) -> int:
    return day.month * 100 + day.day


def _of(client: Client, days: dict[int, date]) -> Birthday:
    assert client.birth_date is not None  # noqa: S101 - it was found by it
    on = days[_key(client.birth_date)]
    return Birthday(client.id, client.name, on, on.year - client.birth_date.year)
