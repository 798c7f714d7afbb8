"""Walks through the dialogues without knowing them: taps whatever is shown, says what people say, notes where it gets.

It prefers what it has tried least, so that every question is reached; what it finds on the way are mistakes: updates
that were set aside, buttons that Telegram would refuse.
"""

import random
import re
from collections import Counter
from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

from sqlalchemy import func, select, update

from models.base import Base
from models.conversation import ConversationState
from models.inbox import InboxState, InboxUpdate
from tests.harness import Play, Seen
from tests.people import Person

Action: TypeAlias = tuple[str, Callable[[], Awaitable[Seen]]]

TYPED = (
    "Иванов Иван",
    "ООО Ромашка",
    "+7 916 123-45-67",
    "ivanov@example.com",
    "КАСКО",
    "Toyota Camry 2021",
    "да",
    "48 200",
    "завтра",
    "15.05.1985",
    "7707083893",
    "4509 123456",
    "Дорого",
    "Клиент просил перезвонить после обеда",
    "договор",
    "42",
)
FILE = {"document": {"file_id": "F1", "file_unique_id": "U1", "file_name": "policy.pdf", "file_size": 900}}
VOICE = {"voice": {"file_id": "F2", "file_unique_id": "U2", "duration": 3}}
PHOTO = {"photo": [{"file_id": "F3", "file_unique_id": "U3", "width": 90, "height": 90}]}
STICKER = {
    "sticker": {
        "file_id": "S1",
        "file_unique_id": "S1",
        "type": "regular",
        "width": 512,
        "height": 512,
        "is_animated": False,
        "is_video": False,
    }
}
LOCATION = {"location": {"latitude": 55.7, "longitude": 37.6}}
CONTACT = {"contact": {"phone_number": "+79160000001", "first_name": "Пётр", "user_id": 7300000001}}
ODD = (FILE, VOICE, PHOTO, STICKER, LOCATION, CONTACT)
COMMANDS = (
    *("/menu", "/newdeal", "/deals", "/lead", "/leads", "/clients", "/newclient"),
    *("/users", "/settings", "/help", "/status"),
)


@dataclass
class Explorer:
    play: Play
    person: Person
    seed: int = 1
    tried: Counter[Any] = field(default_factory=Counter)
    memories: dict[str, dict[str, Any]] = field(default_factory=dict)
    buttons: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - repeatable choices

    async def walk(self, steps: int) -> None:
        await self.play.say(self.person, "/start")
        for _ in range(steps):
            await self.step()

    async def step(self) -> None:
        """The least tried thing of a kind that can be done here: mostly what the screen invites to."""
        where = await self.state()
        taps, answers, odd = self._actions(self.play.screen(self.person))
        self.buttons.update({key: tap for key, tap in taps if not key.startswith(("p:", "b", "x", "resume"))})
        actions = self.random.choices([taps or answers, list(self.buttons.items()), answers, odd], (6, 2, 3, 1))[0]
        if actions and actions[0][0] in self.buttons:
            where = "anywhere"
        least = min(self.tried[where, key] for key, _ in actions)
        key, action = self.random.choice([(k, a) for k, a in actions if self.tried[where, k] == least])
        self.tried[where, key] += 1
        await action()
        await self.note()

    async def follow(self, route: str) -> None:
        """See ROUTES."""
        for action in route.split(" > "):
            if action.startswith("@"):
                await self._tap(action[1:])
            else:
                await self.play.say(self.person, action)
            await self.note()

    async def _tap(self, part: str) -> None:
        for shown in reversed(self.play.seen(self.person)):
            for data in (button.get("callback_data", "") for row in shown.buttons for button in row):
                if part in data:
                    await self.play.tap_data(self.person, data, shown.message_id)
                    return
        raise AssertionError(f"no button {part}: {self.play.screen(self.person)}")

    def _actions(self, shown: Seen) -> tuple[list[Action], list[Action], list[Action]]:
        """Taps, answers, and what nobody asked for."""
        play, person = self.play, self.person
        taps = [
            (_kind(data), partial(play.tap_data, person, data, shown.message_id))
            for row in shown.buttons
            for button in row
            if (data := button.get("callback_data"))
        ]
        answers = [(typed, partial(play.say, person, typed)) for typed in TYPED]
        odd: list[Action] = [(typed, partial(play.say, person, typed)) for typed in COMMANDS]
        odd += [(next(iter(content)), partial(play.message, person, **content)) for content in ODD]
        return taps, answers, odd

    async def note(self) -> None:
        memory = await self.memory()
        draft = memory.get("draft")
        if draft is not None:
            self.memories.setdefault(draft["step"], deepcopy(memory))
        if self.random.random() < 0.2:
            await self.play.run_events()

    async def state(self) -> str:
        draft = (await self.memory()).get("draft")
        return str(draft["step"]) if draft else "idle"

    async def memory(self) -> dict[str, Any]:
        mine = select(ConversationState.data).where(ConversationState.key.contains(str(self.person.telegram_id)))
        found = (await self.play.read(lambda session: session.execute(mine))).scalar_one_or_none()
        return found or {}

    async def restore(self, memory: dict[str, Any]) -> None:
        """As if the dialogue had come this far."""
        mine = (
            update(ConversationState)
            .where(ConversationState.key.contains(str(self.person.telegram_id)))
            .values(data=memory)
        )
        await self.play.write(lambda session: session.execute(mine))


def _kind(data: str) -> str:
    """Buttons of one kind count as one: a card's id or a run's token makes no difference."""
    verb, _, rest = data.partition(":")
    if verb in {"b", "x", "resume"}:
        return verb
    return re.sub(r"\d+", "#", f"p:{rest.partition(':')[2]}" if verb == "p" else data)


async def dead_updates(play: Play) -> list[tuple[str | None, str | None]]:
    """Why they were set aside, and what they were."""
    dead = select(InboxUpdate.error, InboxUpdate.payload).where(InboxUpdate.state != InboxState.DONE)
    return [tuple(row) for row in await play.read(lambda session: session.execute(dead))]


OWN_BUSINESS = {"inbox", "outgoing", "surfaces", "conversation_states"}


async def business_rows(play: Play) -> dict[str, int]:
    """Rows by table, apart from what every update writes."""
    counts = {}
    for table in Base.metadata.sorted_tables:
        if table.name not in OWN_BUSINESS:
            count = select(func.count()).select_from(table)
            counts[table.name] = (await play.read(lambda session, c=count: session.execute(c))).scalar_one()
    return counts
