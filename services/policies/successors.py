"""Which policy follows another one: the newer of two that names the older as its predecessor.

One that was cancelled or annulled follows none: what it renewed waits for its renewal again.
"""

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from models.policy import ENDED, Policy

Successor = aliased(Policy)


def successors_of(policy_id: int | InstrumentedAttribute[int]) -> Select[Policy]:
    return select(Successor).where(Successor.predecessor_id == policy_id, Successor.state.not_in(ENDED))


def has_successor() -> ColumnElement[bool]:
    """Correlated to Policy."""
    return successors_of(Policy.id).correlate(Policy).exists()
