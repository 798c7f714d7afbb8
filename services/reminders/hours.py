"""When a person wants to hear of things: as he has set it, else as the installation has it. All of it is wall time of
the brokerage.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TypeAlias

from sqlalchemy.ext.asyncio import AsyncSession

from models.reminder import ReminderSettings
from services.brokerage import Brokerage

Wall: TypeAlias = tuple[date, time]
MORNING = time(9)
"""When what has no hour of its own is due."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Of one person; without `brief_at` he wants no brief. A brief before the end of his quiet hours ends them.

    With `birthdays` he hears of his clients' in the morning.
    """

    brief_at: time | None
    quiet_from: time
    quiet_to: time
    paused_until: date | None = None
    paused_at: time | None = None
    birthdays: bool = False

    @property
    def morning_at(self) -> time | None:
        """The hour of what he hears every morning; None: of nothing."""
        return self.brief_at or (MORNING if self.birthdays else None)

    def silent_until(self, wall: Wall) -> Wall | None:
        """The end of the silence that this moment lies in."""
        today, at = wall
        if self.paused_until is not None and self.is_paused(wall):
            return self.paused_until, self.paused_at or MORNING
        if not self.is_quiet(at):
            return None
        return (today if at < self.quiet_to else today + timedelta(days=1)), self.quiet_to

    def is_paused(self, wall: Wall) -> bool:
        """A pause without an hour is over when its day begins."""
        return self.paused_until is not None and wall < (self.paused_until, self.paused_at or time.min)

    def waits_for_brief(self, due: Wall, wall: Wall) -> bool:
        """What came up since yesterday, or for the day as a whole, before the hour of today's brief."""
        today, at = wall
        if self.brief_at is None or at >= self.brief_at:
            return False
        return due[0] < today or due[1] in (MORNING, self.quiet_to)

    def is_quiet(self, at: time) -> bool:
        if self.quiet_from <= self.quiet_to:
            return self.quiet_from <= at < self.quiet_to
        return at >= self.quiet_from or at < self.quiet_to


async def find_hours(session: AsyncSession, user_id: int, brokerage: Brokerage) -> Hours:
    own = await session.get(ReminderSettings, user_id)
    if own is None:
        return Hours(brokerage.reminders.brief_at, brokerage.reminders.quiet_from, brokerage.reminders.quiet_to)
    brief_at = (brokerage.reminders.brief_at if own.brief_at is None else own.brief_at) if own.brief else None
    quiet_from = brokerage.reminders.quiet_from if own.quiet_from is None else own.quiet_from
    quiet_to = brokerage.reminders.quiet_to if own.quiet_to is None else own.quiet_to
    if brief_at is not None and brief_at < quiet_to:
        quiet_to = brief_at
    return Hours(brief_at, quiet_from, quiet_to, own.paused_until, own.paused_at, own.birthdays)
