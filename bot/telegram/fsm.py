"""aiogram's FSM storage inside the update's own transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, DefaultKeyBuilder, StateType, StorageKey
from sqlalchemy import bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from models.conversation import ConversationState

_KEYS = DefaultKeyBuilder(with_bot_id=True, with_business_connection_id=True, with_destiny=True)

_RECORD = select(ConversationState.state, ConversationState.data).where(ConversationState.key == bindparam("key"))


def _upsert(insert: sqlite.Insert | postgresql.Insert) -> sqlite.Insert | postgresql.Insert:
    new = {name: insert.excluded[name] for name in ("state", "data", "updated_at")}
    return insert.on_conflict_do_update(index_elements=[ConversationState.key], set_=new)


_UPSERT = {
    "sqlite": _upsert(sqlite.insert(ConversationState)),
    "postgresql": _upsert(postgresql.insert(ConversationState)),
}


class SessionStorage(BaseStorage):
    """Lives as long as one update: reads the record once, writes state and data together in `flush`."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session
        self._records: dict[str, tuple[str | None, dict[str, Any]]] = {}
        self._stored: dict[str, tuple[str | None, dict[str, Any]]] = {}

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        _, data = await self._load(key)
        self._records[_KEYS.build(key)] = (state.state if isinstance(state, State) else state, data)

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._load(key))[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        state, _ = await self._load(key)
        self._records[_KEYS.build(key)] = (state, dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return (await self._load(key))[1]

    async def close(self) -> None:
        """Nothing to close: the session belongs to the update."""

    async def flush(self, *, now: datetime) -> None:
        for key, (state, data) in self._records.items():
            if self._stored[key] != (state, data):
                await self._upsert(key, state, data, now)

    async def _upsert(self, key: str, state: str | None, data: dict[str, Any], now: datetime) -> None:
        row = {"key": key, "state": state, "data": data, "updated_at": now}
        await self._session.execute(_UPSERT[self._session.get_bind().dialect.name], row)

    async def _load(self, key: StorageKey) -> tuple[str | None, dict[str, Any]]:
        built = _KEYS.build(key)
        if built not in self._records:
            row = (await self._session.execute(_RECORD, {"key": built})).one_or_none()
            self._records[built] = self._stored[built] = (row.state, row.data) if row else (None, {})
        return self._records[built]
