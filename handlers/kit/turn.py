"""One update as the steps see it, and the person's record that goes with it."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.kit.draft import Memory
from services.access import Actor
from services.brokerage import Brokerage


@dataclass(slots=True)
class Turn:
    """Steps ask for these by name, and for `today`, `draft`, `focus`, `text`, `arg`, `value` and `bot_username`."""

    session: AsyncSession
    actor: Actor
    brokerage: Brokerage
    now: datetime
    bot_username: str
    memory: Memory
    message: Message | None = None
    tap: CallbackQuery | None = None
    extra: dict[str, Any] = field(default_factory=dict)

    def available(self) -> dict[str, Any]:
        return {
            "session": self.session,
            "actor": self.actor,
            "brokerage": self.brokerage,
            "now": self.now,
            "today": self.brokerage.today(self.now),
            "bot_username": self.bot_username,
            "memory": self.memory,
            "draft": self.memory.draft,
            "focus": self.memory.focus,
            "message": self.message,
            **self.extra,
        }


async def load_memory(state: FSMContext) -> Memory:
    """A record that an older release wrote and this one can't read counts as empty."""
    try:
        return Memory.from_json(deepcopy(await state.get_data()))
    except (TypeError, KeyError, ValueError, AttributeError):
        return Memory()


async def save_memory(state: FSMContext, memory: Memory) -> None:
    await state.set_state(memory.draft.step if memory.draft else None)
    await state.set_data(memory.to_json())
