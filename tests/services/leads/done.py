"""Use cases of leads as a person would have them done now."""

from functools import partial
from typing import Any

from sqlalchemy import func, select

from models.deal import Deal
from models.lead import LeadHistory
from models.money import Currency
from services.domains.queries import list_domains
from services.leads.transfer import TransferLead, transfer_lead
from tests.handlers.leads.builders import qualified
from tests.harness import BROKERAGE, Play
from tests.people import SELLER, Person


def work(play: Play, verb: Any, *args: Any, by: Person = SELLER, limited: bool = True, **named: Any) -> Any:
    """What `play.write` and `both` take; most of these verbs ask for the limits."""
    limits = {"limits": BROKERAGE.lead_limits} if limited else {}
    named = {**limits, "now": play.clock.now(), **named}
    return lambda session: verb(session, play.actor(by), *args, **named)


async def do(play: Play, verb: Any, *args: Any, by: Person = SELLER, limited: bool = True, **named: Any) -> Any:
    return await play.write(work(play, verb, *args, by=by, limited=limited, **named))


def transfer(play: Play, lead_id: int, *, by: Person = SELLER) -> Any:
    command = TransferLead(lead_id=lead_id, kind_id=1, object="Camry", currency=Currency.RUB)
    return partial(transfer_lead, actor=play.actor(by), command=command, now=play.clock.now())


async def ready(play: Play, **fields: Any) -> int:
    """Nothing keeps it from becoming a deal."""
    domains = await play.read(list_domains)
    return await qualified(play, **{"domain_id": domains[0].id, **fields})


async def count(play: Play, table: type) -> int:
    return int((await play.read(lambda session: session.execute(select(func.count()).select_from(table)))).scalar_one())


async def deals_of(play: Play) -> list[Deal]:
    return list((await play.read(lambda session: session.execute(select(Deal).order_by(Deal.id)))).scalars())


async def history_of(play: Play, lead_id: int) -> list[LeadHistory]:
    wanted = select(LeadHistory).where(LeadHistory.lead_id == lead_id).order_by(LeadHistory.id)
    return list((await play.read(lambda session: session.execute(wanted))).scalars())
