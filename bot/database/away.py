"""Tells "the database can't be reached just now" from "this statement is wrong"."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

_SQLITE = ("locked", "disk", "readonly", "unable to open", "busy")
# SQLSTATE: connection, deadlock or serialisation, resources, operator's intervention, lock timeout
_POSTGRES = ("08", "40", "53", "57P", "55P03")


def is_away(error: BaseException) -> bool:
    """Waiting helps: the work is tried again and the attempt is not counted."""
    if isinstance(error, PoolTimeoutError | InterfaceError):
        return True
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return True
    if not isinstance(error, OperationalError):
        return False
    if type(error.orig).__module__.startswith("sqlite3"):
        return any(word in str(error.orig) for word in _SQLITE)
    state: str | None = getattr(error.orig, "sqlstate", None)
    return state is None or state.startswith(_POSTGRES)
