"""The installation's own facts that rules and parsers need."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from models.money import Currency


@dataclass(frozen=True, slots=True)
class LeadLimits:
    """What one person may do with leads; `capacity` is how many open ones he has at once unless his own is set.

    `model_calls_a_day` holds for the whole installation.
    """

    leads_an_hour: int = 10
    moves_an_hour: int = 100
    uploads_an_hour: int = 5
    analyses_a_day: int = 20
    capacity: int = 50
    model_calls_a_day: int = 500


@dataclass(frozen=True, slots=True)
class ReminderHours:
    """Of everybody who has not set his own: wall time. `quiet_from` equal to `quiet_to` is no quiet at all.

    `stale_leads_a_run` is how many leads people are reminded of at once.
    """

    brief_at: time = time(9)
    quiet_from: time = time(21)
    quiet_to: time = time(8)
    stale_leads_a_run: int = 10


@dataclass(frozen=True, slots=True)
class Brokerage:
    """`region` is RU or UA; business days are counted in `zone`; an invitation holds for `invite_holds`.

    `name` is the one that clients know. `webhooks` and `email` say whether rules can call out so; a chain of rules that
    follow from each other ends after `chain_limit`. Webhooks may lead to `local_hosts` of the own network, too.
    """

    region: str
    zone: ZoneInfo
    currency: Currency
    invite_holds: timedelta = timedelta(hours=72)
    name: str | None = None
    lead_limits: LeadLimits = LeadLimits()
    chain_limit: int = 10
    webhooks: bool = False
    local_hosts: frozenset[str] = frozenset()
    email: bool = False
    reminders: ReminderHours = ReminderHours()

    def today(self, now: datetime) -> date:
        return now.astimezone(self.zone).date()

    def wall(self, now: datetime) -> tuple[date, time]:
        here = now.astimezone(self.zone)
        return here.date(), here.time()
