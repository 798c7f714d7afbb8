"""Whatever people of all roles say and tap, in whatever order: nothing is set aside, everyone is answered, /cancel
works from everywhere, and nobody sees or changes what is not his.
"""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from handlers import build_steps
from models.outgoing import Outgoing
from tests.depth import examples
from tests.handlers.kit.explorer import ODD, TYPED, Explorer, business_rows, dead_updates
from tests.handlers.kit.test_dialogue import OPENING
from tests.harness import Play, staged
from tests.people import ADMIN, CLIENT, EXECUTOR, MANAGER, OTHER_SELLER, SELLER, STRANGER, Person

STEPS = build_steps()
EVERYONE = (ADMIN, MANAGER, SELLER, EXECUTOR, CLIENT, OTHER_SELLER, STRANGER)
OUTSIDERS = (CLIENT, STRANGER, OTHER_SELLER, EXECUTOR)
CANARY = "Maybach-7-тайный"
EXAMPLES = int(os.environ.get("CONVERSATIONS", examples(40)))
VERBS = (*STEPS.taps, "p", "b", "x", "resume")

people = st.sampled_from(EVERYONE)
words = st.sampled_from([*TYPED, *(f"/{name}" for name in STEPS.commands), "/cancel"]) | st.text(max_size=40)
arguments = st.sampled_from(["", "1", "2", "0", "-1", "mine:", "1:name", "1:1", "99999999999999999999"])
forged = st.builds(lambda verb, arg: f"{verb}:{arg}"[:60], st.sampled_from(VERBS), arguments | st.text(max_size=20))
odd = st.sampled_from(ODD)
seen = st.tuples(st.sampled_from(EVERYONE), st.integers(0, 200))
"""A button that somebody has on the screen or had there before."""
actions = st.one_of(
    st.tuples(st.just("say"), words),
    st.tuples(st.just("send"), odd),
    st.tuples(st.just("forge"), forged),
    st.tuples(st.just("tap"), seen),
    st.tuples(st.just("tap"), seen),
    st.tuples(st.just("restart"), st.none()),
)


class Stage:
    """One brokerage for all examples: what was done before is part of what may come."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.taps = 0

    async def do(self, person: Person, action: str, what: Any) -> None:
        play = self.play
        message_id = play.screen(person).message_id
        if action == "say":
            await play.say(person, what)
        elif action == "send":
            await play.message(person, **what)
        elif action == "forge":
            await self.tap(person, what, message_id)
        elif action == "tap":
            owner, number = what
            rows = [row for message in play.seen(owner) for row in message.buttons]
            buttons = [button["callback_data"] for row in rows for button in row if "callback_data" in button]
            if buttons:
                await self.tap(person, buttons[-1 - number % len(buttons)], message_id)
        else:
            await play.run_events()

    async def tap(self, person: Person, data: str, message_id: int) -> None:
        self.taps += 1
        await self.play.tap_data(person, data, message_id)

    async def answered(self) -> int:
        count = select(func.count()).where(Outgoing.callback_query_id.is_not(None))
        return int((await self.play.read(lambda session: session.execute(count))).scalar_one())

    async def leave(self, person: Person) -> None:
        await self.play.say(person, "/cancel")
        assert await Explorer(self.play, person).state() == "idle"


@pytest.fixture(scope="module")
async def open_stage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with staged(sqlite_template, tmp_path_factory.mktemp("stage")) as play:
        for said in (*OPENING[:4], CANARY, OPENING[5]):
            await play.say(SELLER, said)
        yield Stage(play)


in_any_order = settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@in_any_order
@given(st.lists(st.tuples(people, actions), min_size=4, max_size=25))
async def test_nothing_that_people_do_is_set_aside(
    open_stage: Stage, scene: list[tuple[Person, tuple[str, Any]]]
) -> None:
    for person, (action, what) in scene:
        await open_stage.do(person, action, what)
    for person in {person for person, _ in scene}:
        await open_stage.leave(person)
    assert await dead_updates(open_stage.play) == []
    assert await open_stage.answered() == open_stage.taps


@in_any_order
@given(st.lists(st.tuples(st.sampled_from([CLIENT, STRANGER]), actions), min_size=4, max_size=25))
async def test_who_has_no_rights_changes_nothing(
    open_stage: Stage, scene: list[tuple[Person, tuple[str, Any]]]
) -> None:
    await open_stage.play.run_events()
    before = await business_rows(open_stage.play)
    for person, (action, what) in scene:
        await open_stage.do(person, action, what)
    after = await business_rows(open_stage.play)
    own_language = {"events", "deliveries"}
    assert {table for table in after if after[table] != before[table]} <= own_language
    assert await dead_updates(open_stage.play) == []


@pytest.fixture(scope="module")
async def private_stage(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    """Its seller has a deal and does nothing more."""
    async with staged(sqlite_template, tmp_path_factory.mktemp("private")) as play:
        for said in (*OPENING[:4], CANARY, OPENING[5], "/deals"):
            await play.say(SELLER, said)
        await play.tap(SELLER, "1")
        yield Stage(play)


@in_any_order
@given(st.lists(st.tuples(st.sampled_from(OUTSIDERS), actions), min_size=4, max_size=25))
async def test_a_deal_is_never_shown_to_who_takes_no_part_in_it(
    private_stage: Stage, scene: list[tuple[Person, tuple[str, Any]]]
) -> None:
    for person, (action, what) in scene:
        await private_stage.do(person, action, what)
    for person in OUTSIDERS:
        shown = [seen.text for seen in private_stage.play.seen(person)]
        said = private_stage.play.toasts.get(person.telegram_id, [])
        assert [words for words in (*shown, *said) if CANARY in words] == []
    assert await dead_updates(private_stage.play) == []
