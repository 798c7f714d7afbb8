"""What a unit of work has told its session is taken back with the part of it that was undone."""

from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session, SessionTransaction

from services.events.publish import CONTEXT
from services.events.rows import NOTED, Noted
from services.signals import AFTERMATH, Aftermath

_KEPT = (AFTERMATH, NOTED, CONTEXT)
_BEFORE = "before"


def restore_what_savepoints_undo() -> None:
    """For every session of the process; once is enough."""
    if not event.contains(Session, "after_transaction_create", _remember):
        event.listen(Session, "after_transaction_create", _remember)
        event.listen(Session, "after_soft_rollback", _restore)


def _remember(session: Session, transaction: SessionTransaction) -> None:
    if transaction.nested:
        held = {name: _copied(session.info[name]) for name in _KEPT if name in session.info}
        session.info.setdefault(_BEFORE, {})[transaction] = held


def _copied(held: Any) -> Any:
    """Who acted is frozen."""
    return held.copy() if isinstance(held, Aftermath | Noted) else held


def _restore(session: Session, transaction: SessionTransaction) -> None:
    held = session.info.get(_BEFORE, {}).pop(transaction, None)
    if held is None:
        return
    for name in _KEPT:
        session.info.pop(name, None)
    session.info.update(held)
